#pragma once

#include "core/sheets/sheet.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::sheets {

/// Reads a file of tables whole: XLSX, XLS, ODS, DBF, CSV/TSV/TXT of any delimiter and encoding,
/// the tables that stand in DOCX, ODT and HTML (a sheet each, document_tables.hpp), and the layers
/// GeoJSON, GeoPackage, KML/KMZ, Shapefile, MapInfo TAB and MIF, FlatGeobuf. What the content is
/// decides, the extension only where the content leaves it open. `sheet` empty: all of them; else
/// that one alone. Text of old fonts and code pages is Unicode in the cells, with a remark, where
/// that is clear. Nothing outside the file is opened but the files that belong to it (those of a
/// Shapefile). InputError when the file is missing, no regular file, no such format, damaged or cut
/// (never read in part), is a text of sentences and no table, has a password, is too large
/// (limits.hpp), or has no such sheet (they are listed). About 2 s for 100,000 rows of XLSX or
/// 1,000,000 lines of CSV.
Workbook readWorkbook(const std::filesystem::path& file, const std::string& sheet = {});

/// The sheets or layers of a file in their order, hidden ones too; empty for a text table and DBF.
/// The errors of readWorkbook().
std::vector<std::string> sheetNames(const std::filesystem::path& file);

} // namespace terroir::sheets
