#pragma once

#include "core/base/output_file.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/theme/evaluate.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace terroir::store {
class Workspace;
}

namespace terroir::exporting {

struct FormatInfo {
    std::string id;        ///< "gpkg"
    std::string extension; ///< ".gpkg"
    LocalText name;
    bool styles = false;   ///< carries the map's style
};
const std::vector<FormatInfo>& formats();

/// One theme with its figures and the shapes of its units.
struct ThemeLayers {
    theme::EvaluatedTheme evaluated;
    boundaries::Shapes shapes;
};

struct Options {
    std::string crs = "EPSG:4326"; ///< EPSG code of the layers, e.g. VN-2000 "EPSG:9210"
    Language language = Language::Vietnamese;
};

/// Writes into `file` (an OutputFile's path):
/// per theme a polygon layer THEME_ID (unit_code, unit_name, unit_type, level, parents, valid_from,
/// valid_to, boundary origin, one column per series, categories, lists of subjects and sources), with
/// its style in layer_styles (QML, same breaks and colours as the map); a layer
/// THEME_ID_not_attributed (table); `records` (points at the units' representative points, every
/// field) and `sources` (table). GeoPackage now; other formats take the first theme only.
/// InputError on a full disk or an unknown CRS.
void exportLayers(store::Workspace& workspace, const gazetteer::Gazetteer& gazetteer,
                  std::span<const ThemeLayers> themes, std::span<const records::Record> records,
                  std::span<const records::Source> sources, const std::filesystem::path& file,
                  const Options& options);

/// QGIS style (QML) of an evaluated layer for a column of its exported table.
std::string qml(const theme::EvaluatedTheme& evaluated);

} // namespace terroir::exporting
