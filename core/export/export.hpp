#pragma once

#include "core/export/formats.hpp"
#include "core/export/options.hpp"
#include "core/export/theme_layers.hpp"
#include "core/records/compact_records.hpp"
#include "core/records/record_walk.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace terroir::exporting {

/// What there is to say of a file that was written.
struct Written {
    std::string project;            ///< the bytes of a .qgz file; empty for formats without one
    std::vector<LocalText> remarks; ///< sentences: what the format could not hold
};

/// Writes `file`, and what belongs to it beside it (see OutputFiles), in the format of its
/// extension. GeoPackage, SpatiaLite and FileGDB hold:
/// per theme a polygon layer THEME_ID (unit_code, unit_name, unit_type, level, parents, valid_from,
/// valid_to, boundary origin, one column per series, categories, lists of subjects, records and
/// sources); per layer of symbols or pies a point layer THEME_ID_symbols with the units that have a
/// figure; a polygon layer THEME_ID_groups where units have figures together, which are symbols,
/// too; a table THEME_ID_not_attributed if anything is not; `records` (points of the units that
/// a record speaks of, every field) and `sources` (table). Styles go into layer_styles (QML): the
/// same breaks, labels, counts and colours as the map, a hatched class for units without data,
/// dotted outlines where the boundary is approximate, symbols whose area is proportional to the
/// figure. Layers without styles take their look from QGIS. Formats of one theme hold the polygons
/// of the first, with its style beside them where the format knows no styles; the remarks say what
/// was left out, cut or renamed. UsageError for an unknown extension or a CRS that the format
/// cannot carry; InputError for an unknown CRS or when the file cannot be written (full disk).
/// Cost: linear; one transaction.
///
/// A GeoPackage also holds a QGIS project (table qgis_projects) with all of them: see projectOf().
///
/// `walk` gives the records that `records` has, in the same order; others are left out.
Written exportLayers(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes,
                     const records::CompactRecords& records, const records::RecordWalk& walk,
                     std::span<const records::Source> sources, const std::filesystem::path& file,
                     const Options& options);
/// The same of records that are there.
Written exportLayers(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes,
                     std::span<const records::Record> records,
                     std::span<const records::Source> sources, const std::filesystem::path& file,
                     const Options& options);

} // namespace terroir::exporting
