#pragma once

#include "core/export/options.hpp"
#include "core/export/record_ground_tables.hpp"
#include "core/gazetteer/gazetteer.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace terroir::exporting {

/// A KML document of the themes (OGC KML 2.2): for each table with shapes a folder, its places with
/// the fill of the map and a balloon that has every figure with its unit, how exact it is, and the
/// source line; circles of symbols are icons of the size on the map, one per series side by side,
/// of pies one of the colour of the largest part. Columns are typed data, nothing where there is
/// nothing. What belongs to no single unit stands in the description of its theme's folder, the
/// classes with their colours above it. lon/lat, EPSG:4326, to a tenth of a millimetre.
/// `sources`: those of the figures. `icon`: address of the picture of a circle that is coloured,
/// within the archive; empty: the pin that the reader has itself. Nothing is of the network.
/// `ofRecords`: folders of where records lie by themselves; null for none.
std::string kmlOf(std::span<const ThemeLayers> themes, const gazetteer::Gazetteer& gazetteer,
                  const records::CompactRecords& records, std::span<const records::Source> sources,
                  Language language, const std::string& icon = {},
                  RecordGroundTables* ofRecords = nullptr);

} // namespace terroir::exporting
