#pragma once

#include "core/base/table.hpp"
#include "core/records/in_force.hpp"

#include <optional>
#include <span>
#include <vector>

namespace terroir::records {

/// The columns that say from when until when a record holds: valid_from, valid_until (as
/// daysText()), until_by (EndBasis); and in_force, when there is a day to say it of.
std::vector<Column> forceColumns(const std::optional<Date>& day);
/// A record in these columns, codes as codes; empty cells for what has no term.
std::vector<Value> forceCells(const Record& record, std::span<const Source> sources,
                              const std::optional<Date>& day);

} // namespace terroir::records
