#pragma once

#include "core/theme/theme.hpp"

#include <span>

namespace terroir::theme {

/// Whether the figures of one can be added to those of the other, or taken from them: of one
/// measure and in one unit of measure; where no word tells the unit, of the same indicators.
bool areOfOneMeasure(const Series& one, const Series& other);

/// Why the series are no parts of one sum, naming the first two that are not; empty when they are.
/// Parts are of one measure, and nothing counts in two of them: no record is selected by both; no
/// product or holder, each counted once in every series, may be in both; and areas of certificates
/// are of different things, because one field may hold two.
LocalText whyNoWhole(std::span<const Series> series);

} // namespace terroir::theme
