#pragma once

#include "core/base/language.hpp"
#include "core/base/output_file.hpp"
#include "core/export/formats.hpp"
#include "core/export/theme_layers.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace terroir::exporting {

struct Options {
    std::string crs = "EPSG:4326"; ///< EPSG code of the layers, e.g. VN-2000 "EPSG:9210"
    Extent extent = Extent::All;
    Language language = Language::Vietnamese;
    std::string fileName = {}; ///< what the file will be called, for its project; empty: as it is
};

/// Writes into `file` (an OutputFile's path), in the format of its extension:
/// per theme a polygon layer THEME_ID (unit_code, unit_name, unit_type, level, parents, valid_from,
/// valid_to, boundary origin, one column per series, categories, lists of subjects, records and
/// sources); per layer of symbols or pies a point layer THEME_ID_symbols with the units that have a
/// figure; a polygon layer THEME_ID_groups where units have figures together, which are symbols,
/// too; a table THEME_ID_not_attributed if anything is not; `records` (points of the units that
/// a record speaks of, every field) and `sources` (table). Styles go into layer_styles (QML): the
/// same breaks, labels, counts and colours as the map, a hatched class for units without data,
/// dotted outlines where the boundary is approximate, symbols whose area is proportional to the
/// figure. Layers without styles take their look from QGIS. Formats other than GeoPackage hold one
/// layer: the polygons of the first theme. UsageError for an unknown extension or a CRS that the
/// format cannot carry; InputError for an unknown CRS or when the file cannot be written (full
/// disk). Cost: linear; one transaction.
///
/// A GeoPackage also holds a QGIS project (table qgis_projects) with all of them: see projectOf().
/// Returns it as the bytes of a .qgz file; empty for other formats.
std::string exportLayers(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes,
                         std::span<const records::Record> records,
                         std::span<const records::Source> sources,
                         const std::filesystem::path& file, const Options& options);

} // namespace terroir::exporting
