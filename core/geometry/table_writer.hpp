#pragma once

#include "core/base/csv.hpp"

#include <filesystem>

namespace terroir::geometry {

/// Writes a Table as CSV, XLSX or ODS by the extension of `file` (which OutputFile gave).
void writeTable(const Table& table, const std::filesystem::path& file);

} // namespace terroir::geometry
