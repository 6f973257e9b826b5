#pragma once

#include "core/tables/found_table.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace terroir::tables {

/// The lines of a sheet that are the header of a table.
struct HeaderLines {
    std::size_t first = 0, end = 0; ///< indices into Sheet::rows
    std::vector<FoundColumn> columns;
};

/// The next header at or after an index into Sheet::rows, by the words in it and by what follows
/// it; none when nothing looks like one. A header has one to four lines: what spans columns above,
/// what it consists of below, units, then perhaps a row of numbers "(1) (2) (3)", which is taken
/// in.
std::optional<HeaderLines> findHeader(const sheets::Sheet& sheet, std::size_t from);

/// The first row that has cells at all, where no header was known by its words: it has text alone
/// and rows of about its width follow.
std::optional<HeaderLines> guessHeader(const sheets::Sheet& sheet, std::size_t from);

/// A row of "(1) (2) (3)", "1 2 3 4", "A B 1 2".
bool numbersColumns(const sheets::Row& row);

} // namespace terroir::tables
