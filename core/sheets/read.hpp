#pragma once

#include "core/sheets/sheet.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::sheets {

/// Reads a file of tables whole: XLSX, XLS, ODS, DBF, CSV/TSV/TXT of any delimiter and encoding,
/// and the layers GeoJSON, GeoPackage, KML/KMZ, Shapefile, MapInfo TAB and MIF, FlatGeobuf.
/// What the content is decides, the extension only where the content leaves it open. `sheet`
/// empty: all of them; else that one alone.
/// InputError when the file is missing, no such format, damaged or cut (never read in part), too
/// large when unpacked, or has no such sheet (the sheets are listed).
Workbook readWorkbook(const std::filesystem::path& file, const std::string& sheet = {});

/// The sheets or layers of a file in their order; empty for a text table and DBF.
std::vector<std::string> sheetNames(const std::filesystem::path& file);

} // namespace terroir::sheets
