#pragma once

#include "core/session/result_table.hpp"
#include "core/theme/evaluate.hpp"

#include <span>

namespace terroir::session {

/// The figures behind a map as a table: a row per unit (`row` = "unit"; an empty cell is "no data",
/// never 0), then the values that belong to no single unit ("not_attributed"), the totals that
/// reports state and that are not added ("reported_total"), and the "total". Columns: row, code,
/// type, unit, parent, one per series, mark (≥ a lower bound, ~ about), sources (document and
/// lines), note.
ResultTable figureTable(const theme::EvaluatedTheme& evaluated,
                        const gazetteer::Gazetteer& gazetteer,
                        std::span<const records::Record> records,
                        std::span<const records::Source> sources);

} // namespace terroir::session
