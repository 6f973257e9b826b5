#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/typesetter.hpp"

#include <vector>

namespace terroir::map {

/// A scale bar of a round number of kilometres, in four alternating parts, and its size. Relative
/// to its upper left corner.
struct ScaleBar {
    std::vector<Item> items;
    double lengthKm = 0;
    double barMm = 0; ///< what lengthKm is on the page
    double widthMm = 0, heightMm = 0;
};
/// The largest 1, 2 or 5 × 10^k that is not larger.
double roundKilometres(double largest);
/// The bar of roundKilometres() that is not longer than `longestMm`.
ScaleBar scaleBar(double mmPerKm, double longestMm, const figures::PageWords& words,
                  const Typesetter& type);

/// A small arrow with the letter of the language above it; upper left corner at (0, 0).
std::vector<Item> northArrow(const figures::PageWords& words, const Typesetter& type);
inline constexpr double northArrowWidthMm = 5, northArrowHeightMm = 9.5; ///< on A4

} // namespace terroir::map
