#pragma once

#include "core/base/language.hpp"
#include "core/tables/column_guess.hpp"

#include <vector>

namespace terroir::tables {

/// The sums that a table states and that its rows do not make: one sentence for each, with the row,
/// what it says and what the rows make. A sum counts the rows above it as far as the sum before it,
/// those of its heading, or all: the one that fits best. Sums with parts that are no plain
/// numbers are not judged. The numbers of a heading are no records either: said where the rows
/// below it do not make them.
std::vector<LocalText> checkTotals(const FoundTable& found, const ColumnGuess& guess);

} // namespace terroir::tables
