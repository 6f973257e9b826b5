#pragma once

#include "core/figures/evaluated_theme.hpp"

#include <map>

namespace terroir::figures {

/// What each figure is known for, on units of more than one commune: how many of the units one
/// level down that exist on the day (districts of a province, else communes) hold a place that the
/// records of its figures name, of how many. Left out are units with a record of the whole unit,
/// those all of whose parts are named, and all communes; and counts of things, which no part has to
/// report. Linear in the records behind the figures.
std::map<gazetteer::UnitIndex, Coverage> coverageOf(const EvaluatedTheme& evaluated,
                                                    const gazetteer::Gazetteer& gazetteer,
                                                    const records::CompactRecords& records);

/// The level that Coverage counts units of: below that of the figures, on their day.
gazetteer::Level levelBelow(const EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer);

} // namespace terroir::figures
