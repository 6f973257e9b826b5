#pragma once

#include "core/map/drawn_map.hpp"
#include "core/map/symbols.hpp"
#include "core/map/typesetter.hpp"

#include <vector>

namespace terroir::map {

/// How symbols are drawn on this map so that they do not bury each other.
struct SymbolPlan {
    double factor = 1; ///< times maxSizeMm
    FigureTexts figures = FigureTexts::Shown;
    bool isCrowded = false;      ///< even small, a good part of the symbols lies under others
    bool coverEachOther = false; ///< even at their smallest, many lie half under others
};
/// Whether symbols may be larger than the theme says where there is room: on a page, not on a
/// screen, where their size must not change while the map moves.
enum class SymbolGrowth { No, WithRoom };
SymbolPlan planSymbols(const DrawnMap& map, const Typesetter& type,
                       SymbolGrowth growth = SymbolGrowth::WithRoom);

/// On A4: below, names have no room in units of that median radius.
inline constexpr double minNameRadiusMm = 1.3;
/// Of the largest circles within the units, in millimetres; 0 for none.
double medianRadius(const std::vector<DrawnUnit>& units);

geometry::Box translated(const geometry::Box& box, geometry::Point by);
/// Where a bundle of symbols goes so that its box has its middle at the unit's widest place.
geometry::Point bundleOrigin(const DrawnUnit& unit, const geometry::Box& box);

} // namespace terroir::map
