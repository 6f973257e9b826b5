#pragma once

#include "core/base/language.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::exporting {

/// A format of layers: what it is called, who writes it, and what it can hold. The one table that
/// the command line, the window and the exporters ask.
struct Format {
    std::string id;        ///< "gpkg"
    std::string extension; ///< ".gpkg"
    LocalText name;
    std::string driver = {}; ///< GDAL's name; empty: written by core/export itself

    enum class Themes { One, All };
    enum class Styles { None, Inside, Beside };
    Themes themes = Themes::One;  ///< One: the units of one theme alone
    Styles styles = Styles::None; ///< Beside: a .qml of the same name
    bool hasGeometry = true;      ///< of the layers
    bool isWgs84 = false;         ///< coordinates are in EPSG:4326 whatever is asked for
    bool isPlane = false;         ///< coordinates are metres: degrees would be read as such
    bool hasProject = false;      ///< a QGIS project goes along
    bool isFolder = false;        ///< on the disk
    bool isStream = false;        ///< one file that is written from end to end
    bool hasEmptyNumbers = true;  ///< else emptyNumber stands for them
    std::size_t nameLength = 0;   ///< the most letters of a column's name; 0: enough
    std::size_t textLength = 0;   ///< the most bytes of a text cell; 0: enough
    /// Where records lie themselves goes into files beside it, one for points, lines and zones
    /// each.
    bool hasRecordFiles = false;
    /// Endings of the files beside it that belong to it, of other programs too.
    std::vector<std::string> beside = {};

    bool hasStyles() const { return styles != Styles::None; }
};
const std::vector<Format>& formats();

/// By the extension of a file, in upper or lower case; UsageError with the known ones.
const Format& formatOf(const std::filesystem::path& file);

/// By its name, "geojson"; UsageError with the known ones.
const Format& formatNamed(std::string_view id);

/// UsageError with the possible ones for a format that cannot go to standard output.
void requireStream(const Format& format);

/// "x_record_zones.shp" of "x.shp": where the zones of records are, for formats that have such
/// files. `sort`: points, lines or zones.
std::filesystem::path recordFileBeside(const std::filesystem::path& file, std::string_view sort);

/// The files beside `file` that belong to it: "x.dbf" of "x.shp".
std::vector<std::filesystem::path> filesBeside(const std::filesystem::path& file);

/// Where a format has no empty numbers: no figure is this, which nobody takes for one.
inline constexpr double emptyNumber = -9999;

} // namespace terroir::exporting
