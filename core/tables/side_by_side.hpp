#pragma once

#include "core/sheets/sheet.hpp"

#include <vector>

namespace terroir::tables {

/// The tables of a sheet that stand beside each other below the same header, as a sheet each: the
/// same lines and columns without the cells of the others, named "Sheet1 F-I" by its columns.
/// Lines above the header that stand over one of them only are its own; others are of all. Empty
/// for a sheet whose header does not repeat as a whole: crops or years beside each other share the
/// column of places and are one table.
std::vector<sheets::Sheet> splitSideBySide(const sheets::Sheet& sheet);

} // namespace terroir::tables
