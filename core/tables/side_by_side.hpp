#pragma once

#include "core/sheets/sheet.hpp"

#include <string>
#include <vector>

namespace terroir::tables {

/// One of several tables that stand beside each other.
struct SheetPart {
    sheets::Sheet sheet; ///< with the name of the whole, which may be a place
    std::string columns; ///< "F-I"
};

/// The tables of a sheet that stand beside each other below the same header, as a sheet each: the
/// same lines and columns without the cells of the others.
/// Lines above the header that stand over one of them only are its own; others are of all. Empty
/// for a sheet whose header does not repeat as a whole: crops or years beside each other share the
/// column of places and are one table.
std::vector<SheetPart> splitSideBySide(const sheets::Sheet& sheet);

/// As spreadsheets call a column, counted from 0: "A", "AB".
std::string columnName(std::size_t column);

} // namespace terroir::tables
