#pragma once

#include "core/base/table.hpp"
#include "core/figures/evaluated_theme.hpp"

#include <span>

namespace terroir::figures {

/// The figures behind a map as a table: a row per unit (`row` = "unit"; an empty cell is "no data",
/// never 0), then the values that belong to no single unit ("not_attributed"), the totals that
/// reports state and that are not added ("reported_total"), and the "total". Columns: row, code,
/// type, unit, parent, one per series (with the years that it is selected by) and after that of a
/// layer with rates one for them, mark (≥ a lower bound, ~ about), sources (document and lines),
/// note (categories, why a figure has no rate, and
/// in the row of the total PageWords::only() and how many records are in no figure). Rates stand beside units only: what
/// is not attributed and the totals have their own unit of measure.
Table figureTable(const figures::EvaluatedTheme& evaluated, const gazetteer::Gazetteer& gazetteer,
                  const records::CompactRecords& records, std::span<const records::Source> sources);

} // namespace terroir::figures
