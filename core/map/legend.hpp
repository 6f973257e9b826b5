#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/legend_flow.hpp"
#include "core/map/not_attributed.hpp"
#include "core/map/page_shapes.hpp"

#include <functional>
#include <limits>
#include <vector>

namespace terroir::map {

/// What the legend is made from.
struct LegendInput {
    const figures::EvaluatedTheme& evaluated;
    const PageShapes& data;
    const figures::PageWords& words;
    double symbolFactor = 1;               ///< circles are as large as on the map
    std::vector<std::string> remarks = {}; ///< on how the page is drawn, a sentence each
    /// Those of `evaluated`, so that several settings of one legend share them; null: made anew.
    const std::vector<NotAttributedLine>* notAttributed = nullptr;
    /// Rows of a width instead of those of `evaluated`; empty: those.
    std::function<std::vector<LegendRow>(const Typesetter&, double)> rows = {};
};

/// The rows of the legend for a column of that width: per layer its heading, classes, categories
/// or symbol sizes with counts, and total, what is on the map and what is not apart, and the
/// histogram when the theme wants it; then no data, and the ground that the map is not about;
/// how much of the units reported; the theme's note and the
/// remarks; the figures that groups of units share; the
/// values that were not attributed; units without a shape; and the list of subjects when the theme
/// wants it. Values and units after the first `roomMm` of rows, which no column has room for, are
/// not set: a row that fits nowhere stands for them, with the number of their entries.
std::vector<LegendRow> legendRows(const LegendInput& input, const Typesetter& type, double widthMm,
                                  double roomMm = std::numeric_limits<double>::infinity());

} // namespace terroir::map
