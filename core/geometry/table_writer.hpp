#pragma once

#include "core/base/csv.hpp"

#include <filesystem>

namespace terroir::geometry {

/// Writes a Table as CSV, XLSX or ODS by the extension of `file` (which OutputFile gave). No cell is
/// a formula: see withoutFormula().
void writeTable(const Table& table, const std::filesystem::path& file);

} // namespace terroir::geometry
