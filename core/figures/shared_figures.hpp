#pragma once

#include "core/figures/evaluated_theme.hpp"

namespace terroir::figures {

/// What of the figures that belong to no single unit belongs to a group of the units shown: those
/// of several places of one record, and of a district that the communes of today, or of its own
/// day, make up. Not what is known for a whole province only, for all units shown together, for a
/// place outside, or for one that is not known: none of them says more on the map than the total;
/// but for a former district that is all that is shown, whose figure would be lost otherwise.
std::map<UnitGroup, SharedFigures> sharedFigures(std::span<const Figures> series,
                                                 std::span<const gazetteer::UnitIndex> units,
                                                 gazetteer::Level level,
                                                 const gazetteer::Gazetteer& gazetteer, Date asOf);

/// Which group fills the units without figures of their own: the smallest of those that have one,
/// of equally small ones that with the larger figure. Counts them by class and category. After
/// setClasses() or setCategories().
void fillFromGroups(EvaluatedLayer& layer);

} // namespace terroir::figures
