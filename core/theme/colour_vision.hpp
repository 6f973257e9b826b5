#pragma once

#include "core/base/colour.hpp"

#include <array>

namespace terroir::theme {

/// How a reader sees colours: as most do, or without the red, green or blue cones.
enum class Vision { Common, Protanopia, Deuteranopia, Tritanopia };
inline constexpr std::array allVisions = {Vision::Common, Vision::Protanopia, Vision::Deuteranopia,
                                          Vision::Tritanopia};

/// What a colour looks like to such a reader: Machado, Oliveira, Fernandes (2009), "A
/// physiologically-based model for simulation of color vision deficiency", of full severity.
Colour seenBy(Vision vision, const Colour& colour);

/// How unlike two colours look, 0 to 100: the distance in OKLab (Ottosson 2020). Some 2 are just
/// noticed side by side.
double difference(const Colour& a, const Colour& b);
/// The smallest one over all kinds of vision.
double leastDifference(const Colour& a, const Colour& b);

/// CIE lightness, 0 (black) to 100 (white): what is left in a grey print.
double lightness(const Colour& colour);
/// Relative luminance of WCAG 2.1, 0 to 1.
double luminance(const Colour& colour);
/// Of letters on a ground, 1 to 21; readable from `readableContrast` on (WCAG 2.1, level AA).
double contrast(const Colour& a, const Colour& b);
inline constexpr double readableContrast = 4.5;

} // namespace terroir::theme
