#pragma once

#include "core/base/language.hpp"
#include "core/tables/found_table.hpp"

#include <optional>

namespace terroir::tables {

/// What to say when rows of the table have cells to the right of its last named column, which
/// nothing reads: where the first of them stand, and how many there are. None when there is none.
std::optional<LocalText> unnamedCells(const FoundTable& table);

} // namespace terroir::tables
