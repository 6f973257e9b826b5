#pragma once

#include "core/base/csv.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::geometry {

/// Reads CSV (readCsv), XLSX or ODS (GDAL) into a Table by extension. `sheet` empty: the first.
/// Numbers come as they are shown without thousands separators, dates as YYYY-MM-DD; the cells of
/// columns that hold nothing but numbers are marked in TableRow::numbers. Throws InputError for
/// a missing or unreadable file, a format that is not a table (naming the ones that are), an
/// unknown sheet (listing the sheets).
Table readTable(const std::filesystem::path& file, const std::string& sheet = {});

/// The sheets of an XLSX or ODS file in their order; empty for CSV. The errors of readTable().
std::vector<std::string> sheetNames(const std::filesystem::path& file);

/// Writes a Table as CSV, XLSX or ODS by the extension of `file` (which OutputFile gave).
void writeTable(const Table& table, const std::filesystem::path& file);

} // namespace terroir::geometry
