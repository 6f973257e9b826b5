#pragma once

#include "core/sheets/sheet.hpp"

#include <filesystem>
#include <string>
#include <vector>

// One reader for each format; readWorkbook() chooses. `sheet` empty: all. Errors as there.
namespace terroir::sheets {

Workbook readXlsx(const std::filesystem::path& file, const std::string& sheet);
std::vector<std::string> xlsxSheets(const std::filesystem::path& file);

/// Packed (ODS) or flat (FODS).
Workbook readOds(const std::filesystem::path& file, const std::string& sheet);
std::vector<std::string> odsSheets(const std::filesystem::path& file);

Workbook readXls(const std::filesystem::path& file, const std::string& sheet);
std::vector<std::string> xlsSheets(const std::filesystem::path& file);

Workbook readTextTable(const std::filesystem::path& file);

/// GeoJSON, GeoPackage, KML, KMZ, Shapefile, MapInfo, FlatGeobuf.
Workbook readLayers(const std::filesystem::path& file, const std::string& sheet);
std::vector<std::string> layerSheets(const std::filesystem::path& file);

/// The tables of a text in Word (DOCX) or OpenDocument (ODT), and of a web page.
Workbook readTextTables(const std::filesystem::path& file, const std::string& sheet);
Workbook readHtmlTables(const std::filesystem::path& file, const std::string& sheet);

/// A DBF without its shapes.
Workbook readDbf(const std::filesystem::path& file);

} // namespace terroir::sheets
