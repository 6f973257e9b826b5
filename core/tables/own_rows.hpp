#pragma once

#include "core/records/import_options.hpp"
#include "core/records/table_walk.hpp"

#include <vector>

namespace terroir::tables {

/// A row for each place of a cell that states a value for each, where what the row says of all of
/// them is their sum; empty for other rows. Only the first `cells` of the row are its own.
std::vector<TextRow> ownRows(const TextRow& row, const std::vector<records::ColumnChoice>& plan,
                              std::size_t cells);

} // namespace terroir::tables
