#pragma once

#include "core/tables/column_guess.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::tables {

/// A row that is a part of one above it: "Trong đó: lợn nái" below "Lợn".
struct PartRow {
    std::size_t row = 0, whole = 0; ///< indices into FoundTable::rows
    std::string subject;            ///< "lợn nái"; of "nái" below "Lợn" too
};

/// Those that the column of subjects says, of wholes of the same place.
std::vector<PartRow> partRows(const FoundTable& found, const ColumnGuess& guess);

} // namespace terroir::tables
