#pragma once

#include "core/base/date.hpp"
#include "core/geometry/point.hpp"
#include "core/map/layout.hpp"

#include <optional>
#include <string>

namespace terroir::map {

struct Page {
    double widthMm = 297, heightMm = 210;
    std::string title; ///< empty: the layout's or the theme's
    Layout layout = {};
    /// 1 : so much on paper, in the middle of the map; none: as large as there is room for.
    std::optional<double> scale = {};
    /// Lon/lat that the map shows at least, in one frame; none: all of its units.
    std::optional<geometry::Box> extent = {};
    std::optional<Date> madeOn = {}; ///< said where Layout::day asks for it

    /// Of a kilometre in the middle of a map at `scale`.
    std::optional<double> mmPerKm() const {
        return scale ? std::optional(1e6 / *scale) : std::nullopt;
    }
};

/// ISO 216, "A0" to "A6", in upper or lower case; UsageError with the known names.
Page parsePaper(const std::string& paper, bool landscape);
/// A picture of that many pixels; UsageError when it is too small for a map with a legend. Text is
/// sized in points of the page, so more dots per inch make larger letters: 150 suits a screen.
Page pageOfPixels(int width, int height, double dpi);

} // namespace terroir::map
