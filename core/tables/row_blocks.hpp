#pragma once

#include "core/tables/column_guess.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace terroir::tables {

// Rows that say something together, and rows that say nothing of their own.

/// Columns of the sheet whose empty cells mean what stands above: written once for a block of rows.
/// `sources`: column of the sheet, field.
std::set<std::size_t> blockColumns(const FoundTable& found, const ColumnGuess& guess,
                                   const std::vector<std::pair<std::size_t, std::string>>& sources);

/// A feature of a layer with several columns that fills one of them says nothing.
bool isNameAlone(const FoundTable& found, const FoundRow& row);

/// Of a table of tasks: "Giai đoạn 1: …", "Nội dung 2: …" below a numbered task, which has no
/// number of its own; and the further rows of a task whose name is written once for all of them.
bool isPhase(const FoundTable& found, const ColumnGuess& guess, const FoundRow& row,
             const FoundRow& before);

} // namespace terroir::tables
