#include "core/export/formats.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::exporting {

namespace {

using enum Format::Themes;
using enum Format::Styles;

std::string recordEnding(std::string_view sort) {
    return "_record_" + std::string(sort);
}

void addRecordFiles(Format& format) {
    std::vector<std::string> endings = format.beside;
    endings.push_back(format.extension);
    for (const char* sort : {"points", "lines", "zones"})
        for (const std::string& ending : endings)
            format.beside.push_back(recordEnding(sort) + ending);
}

std::vector<Format> makeFormats() {
    std::vector<Format> list;
    list.push_back({.id = "gpkg",
                    .extension = ".gpkg",
                    .name = {"GeoPackage: mọi lớp, kèm kiểu hiển thị và dự án QGIS (.qgz)",
                             "GeoPackage: every layer, with styles and a QGIS project (.qgz)"},
                    .driver = "GPKG",
                    .themes = All,
                    .styles = Inside,
                    .hasProject = true,
                    .beside = {".qgz"}});
    list.push_back({.id = "geojson",
                    .extension = ".geojson",
                    .name = {"GeoJSON (RFC 7946): một chủ đề, WGS 84, kiểu trong tệp .qml",
                             "GeoJSON (RFC 7946): one theme, WGS 84, its style in a .qml"},
                    .driver = "GeoJSON",
                    .styles = Beside,
                    .isWgs84 = true,
                    .isStream = true,
                    .hasRecordFiles = true,
                    .beside = {".qml"}});
    list.push_back({.id = "fgb",
                    .extension = ".fgb",
                    .name = {"FlatGeobuf: một chủ đề, kiểu trong tệp .qml",
                             "FlatGeobuf: one theme, its style in a .qml"},
                    .driver = "FlatGeobuf",
                    .styles = Beside,
                    .isStream = true,
                    .hasRecordFiles = true,
                    .beside = {".qml"}});
    list.push_back({.id = "csv",
                    .extension = ".csv",
                    .name = {"CSV: bảng số liệu của một chủ đề, không có hình",
                             "CSV: the figures of one theme, without geometry"},
                    .driver = "CSV",
                    .hasGeometry = false,
                    .isStream = true});
    list.push_back({.id = "xlsx",
                    .extension = ".xlsx",
                    .name = {"Excel để in: số liệu, biểu đồ, phần chưa rõ đơn vị, nguồn",
                             "Excel to be printed: figures, charts, what is left out, sources"},
                    .themes = All,
                    .hasGeometry = false,
                    .isStream = true});
    list.push_back({.id = "kml",
                    .extension = ".kml",
                    .name = {"KML (Google Earth): mọi chủ đề, màu và bảng thông tin kèm nguồn",
                             "KML (Google Earth): every theme, colours, balloons with sources"},
                    .themes = All,
                    .styles = Inside,
                    .isWgs84 = true,
                    .isStream = true});
    list.push_back({.id = "kmz",
                    .extension = ".kmz",
                    .name = {"KMZ (Google Earth): như KML, nén lại",
                             "KMZ (Google Earth): like KML, compressed"},
                    .themes = All,
                    .styles = Inside,
                    .isWgs84 = true,
                    .isStream = true});
    list.push_back({.id = "sqlite",
                    .extension = ".sqlite",
                    .name = {"SpatiaLite: mọi lớp, kèm kiểu hiển thị cho QGIS",
                             "SpatiaLite: every layer, with styles for QGIS"},
                    .driver = "SQLite",
                    .themes = All,
                    .styles = Inside});
    list.push_back({.id = "gdb",
                    .extension = ".gdb",
                    .name = {"FileGDB (ArcGIS): mọi lớp, tên cột tiếng Việt, không kèm kiểu",
                             "FileGDB (ArcGIS): every layer, columns with their titles, without "
                             "styles"},
                    .driver = "OpenFileGDB",
                    .themes = All,
                    .isFolder = true});
    list.push_back({.id = "shp",
                    .extension = ".shp",
                    .name = {"Shapefile: một chủ đề, kiểu trong tệp .qml, tên cột rút ngắn",
                             "Shapefile: one theme, its style in a .qml, short names of columns"},
                    .driver = "ESRI Shapefile",
                    .styles = Beside,
                    .nameLength = 10,
                    .textLength = 254,
                    .hasRecordFiles = true,
                    .beside = {".shx", ".dbf", ".prj", ".cpg", ".qml", ".columns.csv", ".qix",
                               ".sbn", ".sbx", ".shp.xml", ".qpj"}});
    list.push_back({.id = "tab",
                    .extension = ".tab",
                    .name = {"MapInfo TAB: một chủ đề, giữ hệ VN-2000, kiểu cho QGIS trong .qml",
                             "MapInfo TAB: one theme, keeps VN-2000, its style for QGIS in a .qml"},
                    .driver = "MapInfo File",
                    .styles = Beside,
                    .hasEmptyNumbers = false,
                    .nameLength = 31,
                    .textLength = 254,
                    .hasRecordFiles = true,
                    .beside = {".dat", ".map", ".id", ".ind", ".qml", ".columns.csv"}});
    list.push_back({.id = "mif",
                    .extension = ".mif",
                    .name = {"MapInfo MIF/MID: như TAB, dạng chữ, cho MapInfo Pro 15.2 trở lên",
                             "MapInfo MIF/MID: like TAB as text, for MapInfo Pro 15.2 and later"},
                    .driver = "MapInfo File",
                    .styles = Beside,
                    .hasEmptyNumbers = false,
                    .nameLength = 31,
                    .textLength = 254,
                    .hasRecordFiles = true,
                    .beside = {".mid", ".qml", ".columns.csv"}});
    list.push_back(
        {.id = "dxf",
         .extension = ".dxf",
         .name = {"DXF (AutoCAD, MicroStation): hình một chủ đề, mét VN-2000, không có bảng",
                  "DXF (AutoCAD, MicroStation): drawing of one theme, metres of VN-2000, no table"},
         .styles = Inside,
         .isPlane = true,
         .isStream = true});
    for (Format& format : list)
        if (format.hasRecordFiles)
            addRecordFiles(format);
    return list;
}

} // namespace

const std::vector<Format>& formats() {
    static const std::vector<Format> list = makeFormats();
    return list;
}

const Format& formatOf(const std::filesystem::path& file) {
    std::filesystem::path name = file;
    while (name.filename().empty() && name.has_parent_path())
        name = name.parent_path(); // "x.gdb/"
    std::string extension = name.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    std::vector<std::string> known;
    for (const Format& format : formats()) {
        if (format.extension == extension)
            return format;
        known.push_back(format.extension);
    }
    const LocalText problem =
        extension.empty()
            ? localText("'{}' không có phần mở rộng để biết định dạng; mọi lớp được ghi vào một "
                        "tệp, ví dụ lop.gpkg.",
                        "'{}' has no extension that tells the format; all layers go into one file, "
                        "such as layers.gpkg.",
                        file.string())
            : localText("'{}' không có phần mở rộng nào đã biết: '{}'.",
                        "'{}' has no known extension: '{}'.", file.string(), extension);
    throw UsageError(
        unknownWord(problem, extension, localText("Các định dạng là", "The formats are"), known));
}

const Format& formatNamed(std::string_view id) {
    std::vector<std::string> known;
    for (const Format& format : formats()) {
        if (format.id == id)
            return format;
        known.push_back(format.id);
    }
    throw UsageError(
        unknownWord(localText("--format '{}' không có.", "There is no --format '{}'.", id),
                    std::string(id), localText("Các định dạng là", "The formats are"), known));
}

void requireStream(const Format& format) {
    if (format.isStream)
        return;
    std::vector<std::string> streams;
    for (const Format& one : formats())
        if (one.isStream)
            streams.push_back(one.id);
    throw UsageError(
        localText("Tệp {} không ghi được ra đầu ra chuẩn, vì nó gồm nhiều tệp hoặc là một "
                  "cơ sở dữ liệu; hãy ghi -o x{}, hoặc chọn --format {}.",
                  "A {} file cannot go to standard output: it is several files, or a "
                  "database. Write -o x{}, or choose --format {}.",
                  format.id, format.extension, fmt::join(streams, ", ")));
}

std::filesystem::path recordFileBeside(const std::filesystem::path& file, std::string_view sort) {
    return std::filesystem::path(file).replace_extension("").string() + recordEnding(sort) +
           formatOf(file).extension;
}

std::vector<std::filesystem::path> filesBeside(const std::filesystem::path& file) {
    std::vector<std::filesystem::path> files;
    for (const std::string& ending : formatOf(file).beside)
        files.push_back(std::filesystem::path(file).replace_extension("").string() + ending);
    return files;
}

} // namespace terroir::exporting
