#pragma once

#include "core/figures/evaluated_theme.hpp"

namespace terroir::figures {

/// Puts into the rates of a Change layer what its second series has above the first, or how many
/// percent of the first that is. A unit has one only where both figures are known, and are of the
/// same things, when they are sums, and of the same ground: of the same places, or each of all that
/// the unit was made from, so that a commune of 2025 is not said to have grown because more of its
/// former communes reported. The others are in EvaluatedLayer::notCompared. Figures that a group
/// has together are compared with each other. "At least" and "about" of either make the change
/// "about".
void setChanges(EvaluatedLayer& layer, const EvaluatedTheme& evaluated,
                const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& records);

} // namespace terroir::figures
