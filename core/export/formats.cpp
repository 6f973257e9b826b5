#include "core/export/formats.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"

#include <algorithm>

namespace terroir::exporting {

namespace {

const std::vector<Driver>& drivers() {
    static const std::vector<Driver> list{
        {{"gpkg",
          ".gpkg",
          {"GeoPackage: mọi lớp, kèm kiểu hiển thị và dự án QGIS (.qgz)",
           "GeoPackage: every layer, with styles and a QGIS project (.qgz)"},
          true},
         "GPKG",
         true,
         true,
         false},
        {{"geojson",
          ".geojson",
          {"GeoJSON: một lớp, WGS 84, không kèm kiểu",
           "GeoJSON: one layer, WGS 84, without styles"},
          false},
         "GeoJSON",
         false,
         true,
         true},
        {{"fgb",
          ".fgb",
          {"FlatGeobuf: một lớp, không kèm kiểu", "FlatGeobuf: one layer, without styles"},
          false},
         "FlatGeobuf",
         false,
         true,
         false},
        {{"csv",
          ".csv",
          {"CSV: bảng số liệu, không có hình", "CSV: the figures, without geometry"},
          false},
         "CSV",
         false,
         false,
         false},
    };
    return list;
}

} // namespace

const std::vector<FormatInfo>& formats() {
    static const std::vector<FormatInfo> list = [] {
        std::vector<FormatInfo> infos;
        for (const Driver& driver : drivers())
            infos.push_back(driver.info);
        return infos;
    }();
    return list;
}

const Driver& driverOf(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    std::vector<std::string> known;
    for (const Driver& driver : drivers()) {
        if (driver.info.extension == extension)
            return driver;
        known.push_back(driver.info.extension);
    }
    throw UsageError(
        unknownWord(localText("{}: Không xuất được lớp theo dạng '{}'.",
                              "{}: Layers cannot be written as '{}'.", file.string(), extension),
                    extension, localText("Các định dạng là", "The formats are"), known));
}

} // namespace terroir::exporting
