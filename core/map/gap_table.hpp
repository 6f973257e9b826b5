#pragma once

#include "core/base/table.hpp"
#include "core/figures/evaluated_theme.hpp"

namespace terroir::map {

/// The units of the theme of which it has no figure, by code: code, type, unit, parent, area_km2,
/// predecessors (of the same level). They are those that its map hatches, or fills as its gaps, but
/// for units whose figures have no rate or cannot be compared; a figure that is known of their
/// district or province alone is none of theirs.
Table gapTable(const figures::EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer);

} // namespace terroir::map
