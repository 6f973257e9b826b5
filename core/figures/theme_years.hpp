#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/records/record.hpp"
#include "core/theme/theme.hpp"

#include <span>
#include <vector>

namespace terroir::figures {

/// The years, ascending, that the records of a theme speak of, whatever years the theme itself
/// selects: each of them, as Selection::period, leaves at least one record. A period with one open
/// end ("until 2022") adds the year of the other end only; a record without a period speaks of what
/// its source covers. Records of all places, and mentions without a value, count. Linear in the
/// records.
std::vector<int> yearsOf(const theme::Theme& theme, std::span<const records::Record> records,
                         std::span<const records::Source> sources);

/// The years that the figures themselves are of, those of no single unit among them.
FigureYears yearsOfFigures(std::span<const EvaluatedLayer> layers,
                           const records::CompactRecords& records,
                           std::span<const records::Source> sources);

LeftOutCount leftOutOf(std::span<const EvaluatedLayer> layers,
                       const records::CompactRecords& records);

} // namespace terroir::figures
