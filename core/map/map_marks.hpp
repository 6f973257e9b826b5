#pragma once

#include "core/map/drawn_map.hpp"
#include "core/map/symbols.hpp"
#include "core/map/typesetter.hpp"

#include <span>

namespace terroir::map {

inline constexpr double countryNamePt = 9.5; ///< of countries beyond the border

/// Units without figures of their own are named beside those with them up to this number, in
/// letters of this share of their size; more are not named.
inline constexpr std::size_t maxOthers = 40;
inline constexpr double otherNameShare = 0.88;

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

/// Which units with figures of their own have a name on the map.
struct NamesPlaced {
    std::size_t withData = 0;                  ///< such units in view
    std::vector<gazetteer::UnitIndex> unnamed; ///< of them: no room; by code
    std::size_t others = 0;                    ///< names of units without figures
};

struct MapMarks {
    Group symbols{"symbols", {}, {}};
    Group labels{"labels", {}, {}};
    NamesPlaced names;
};

/// What is drawn on the units: symbols with their figures, large ones first, and labels. Units with
/// figures of their own are named first, the largest figure first, on a leader line where the name
/// fits neither beside the symbol nor in the unit; then districts that have figures for several
/// units; then, smaller, units without, unless they are too many to be read beside the others.
/// Nothing lies on the obstacles: scale bar, notes.
MapMarks placeMarks(const DrawnMap& map, std::span<const geometry::Box> obstacles,
                    const SymbolPlan& plan, const Typesetter& type);

} // namespace terroir::map
