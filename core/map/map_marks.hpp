#pragma once

#include "core/map/drawn_map.hpp"
#include "core/map/symbol_plan.hpp"
#include "core/map/typesetter.hpp"

#include <span>

namespace terroir::map {

inline constexpr double countryNamePt = 9.5; ///< of countries beyond the border

/// Units without figures of their own are named beside those with them up to this number, in
/// letters of this share of their size; more are not named, unless they are Theme::gaps.
inline constexpr std::size_t maxOthers = 40;
inline constexpr double otherNameShare = 0.88;

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
