#pragma once

#include "core/map/legend_flow.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::map {

inline constexpr double barWidthMm = 2.2; ///< on an A4 map

/// An upright bar on a ground line, whose parts add up to its length; the first part is below.
std::vector<Item> bar(geometry::Point foot, double widthMm, double lengthMm,
                      std::span<const double> parts, std::span<const Colour> colours);

/// What a legend says the length of bars by.
struct BarKey {
    double lengthMm = 0;
    std::string text;
};
/// The bars of the key side by side on one line, the longest first, each with its figure above it.
LegendRow barKeyRow(const std::vector<BarKey>& keys, double widthMm, const Typesetter& type);

} // namespace terroir::map
