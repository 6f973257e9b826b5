#pragma once

#include "core/base/csv.hpp"

#include <span>
#include <string_view>

namespace terroir::workspace {

/// A layer of proposals has a row for each place of one: rows of one document and id that say the
/// same of it become one, the first, which is decided when any of them is. Decided in two ways, it
/// says both, which is no decision ("accept; refuse"). Rows of one id that say different things
/// stay. `said`: the columns of what becomes a record.
TextTable joinPoints(TextTable rows, std::span<const std::string_view> said);

} // namespace terroir::workspace
