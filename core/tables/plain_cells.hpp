#pragma once

#include "core/sheets/sheet.hpp"

#include <deque>
#include <string>
#include <utility>

namespace terroir::tables {

/// Makes a cell of a sheet say another text, which `texts` keeps; an empty one leaves it empty. The
/// row becomes as long as needed.
inline void putText(sheets::Row& row, std::size_t column, std::string text,
                    std::deque<std::string>& texts) {
    if (row.cells.size() <= column)
        row.cells.resize(column + 1);
    row.cells[column] = {};
    if (!text.empty())
        row.cells[column].text = texts.emplace_back(std::move(text));
}

} // namespace terroir::tables
