#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/figures/evaluated_theme.hpp"

#include <set>
#include <span>

namespace terroir::figures {

/// Shapes of units, each of the map's day or, when it is not in force then, of the nearest of its
/// own days: see gazetteer::dayOf(), boundaries::shapesOf().
boundaries::UnitShapes shapesOfOwnDays(store::WorkspaceFile& workspace,
                                       const gazetteer::Gazetteer& gazetteer,
                                       std::span<const gazetteer::UnitIndex> units, Date asOf,
                                       double tolerance);

/// The old units, not in force on the map's day, whose figures the groups of today's units show,
/// with their own outlines: a district seldom is what the communes of today are that have its
/// ground. Only those with official outlines, and only where all units of the group have such, too:
/// an official line is never drawn across ground that is approximate.
boundaries::UnitShapes formerUnitsOf(store::WorkspaceFile& workspace,
                                     const gazetteer::Gazetteer& gazetteer,
                                     const EvaluatedTheme& evaluated,
                                     const std::set<UnitGroup>& groups,
                                     const boundaries::UnitShapes& today, double tolerance);

} // namespace terroir::figures
