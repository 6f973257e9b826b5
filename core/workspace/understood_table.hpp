#pragma once

#include "core/tables/column_guess.hpp"
#include "core/workspace/table_import.hpp"

namespace terroir::workspace {

/// What a found table was taken for, column by column.
UnderstoodTable understoodTable(const tables::FoundTable& found, const tables::ColumnGuess& guess);

// What is said of it; empty where there is nothing to say.

/// Each guess once, with its reason.
LocalText guessedColumns(const UnderstoodTable& table);
/// The columns of no known meaning.
LocalText unusedColumns(const tables::ColumnGuess& guess, const UnderstoodTable& table);
/// Sums, repeated headers, notes and hidden rows, with the first ten rows of each.
LocalText leftOutRows(const tables::FoundTable& found);

} // namespace terroir::workspace
