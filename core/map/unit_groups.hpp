#pragma once

#include "core/map/drawn_map.hpp"

#include <set>
#include <vector>

namespace terroir::map {

inline constexpr double groupLineMm = 0.5; ///< of the dashed outline of a group, on A4

/// The groups whose figures the map shows: in area layers those that fill any unit, in others all.
std::set<figures::UnitGroup> shownGroups(const figures::EvaluatedTheme& evaluated);
std::set<figures::UnitGroup> shownGroups(const figures::EvaluatedLayer& layer);

/// Those groups, with their ground: that of the one old unit whose figures they are, where it is
/// among `formers` (see formerUnitsOf()), else the units drawn, joined. Of a group that lies partly
/// out of view, the part in view.
std::vector<DrawnGroup> groupsOf(const figures::EvaluatedTheme& evaluated,
                                 const std::vector<DrawnUnit>& units,
                                 const std::vector<DrawnUnit>& formers);

/// Where the symbols of each group stand: in the widest place of its ground or, where a unit with
/// symbols of its own or another group lies under that, of the largest of its units that bears
/// nothing. Of what findWidest() has been through.
std::vector<geometry::InnerPoint>
placesOfGroups(const std::vector<DrawnGroup>& groups, const std::vector<DrawnUnit>& units,
               const std::function<bool(gazetteer::UnitIndex)>& hasSymbols);

} // namespace terroir::map
