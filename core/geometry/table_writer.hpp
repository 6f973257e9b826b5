#pragma once

#include "core/base/table.hpp"

#include <filesystem>

namespace terroir::geometry {

/// Writes CSV, XLSX or ODS by the extension of `file` (which OutputFile gave). Columns of numbers,
/// or of texts that are nothing but plain numbers, are numbers of a spreadsheet, unless their name
/// says that they hold codes. A spreadsheet, which people read, has the aliases of columns where
/// they have any. No cell is a formula: see withoutFormula().
void writeTable(const Table& table, const std::filesystem::path& file);

} // namespace terroir::geometry
