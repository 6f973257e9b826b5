#pragma once

#include "core/base/colour.hpp"

namespace terroir::map {

/// The colours of everything on a page that the theme does not colour.
namespace ink {
inline constexpr Colour text{28, 28, 30};
inline constexpr Colour quietText{92, 94, 98};
inline constexpr Colour paper{255, 255, 255};
inline constexpr Colour noDataFill{248, 248, 246};
inline constexpr Colour noDataHatch{176, 176, 172};
inline constexpr Colour plainFill{246, 241, 226}; ///< a unit that only carries symbols
inline constexpr Colour contextFill{238, 238, 236};
inline constexpr Colour contextLine{206, 206, 202};
inline constexpr Colour contextText{138, 138, 136};
inline constexpr Colour unitLine{140, 140, 136};
inline constexpr Colour parentLine{78, 78, 76};
inline constexpr Colour borderBand{170, 120, 160, 110}; ///< along the border of the country
inline constexpr Colour groupLine{32, 32, 36};
inline constexpr Colour frameLine{120, 120, 118};
inline constexpr Colour gridLine{40, 70, 110, 90};
inline constexpr Colour rule{205, 205, 202};
inline constexpr Colour notice{150, 60, 20};
} // namespace ink

/// Widths of the border of the country on A4.
inline constexpr double borderBandMm = 1.5, borderMm = 0.45;

} // namespace terroir::map
