#pragma once

#include <array>
#include <string_view>

namespace terroir::sheets {

/// Of the files that readWorkbook() reads, for choosing one; their content may say otherwise.
inline constexpr std::array<std::string_view, 21> tableExtensions = {
    "xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt",  "dbf", "geojson", "json", "gpkg",
    "kml",  "kmz",  "shp", "tab", "mif", "fgb", "docx", "odt", "html",    "htm"};

} // namespace terroir::sheets
