#pragma once

#include "core/export/table.hpp"
#include "core/export/theme_layers.hpp"

namespace terroir::exporting {

/// The layers of one theme: polygons first, then points for symbols, then polygons of units that
/// have figures together, then what is not attributed, if anything is. Deterministic: the same
/// theme gives the same tables.
std::vector<LayerTable> themeTables(const ThemeLayers& layers,
                                    const gazetteer::Gazetteer& gazetteer,
                                    const records::CompactRecords& records);

/// Records as points of the units that they speak of (without a point when none is known), and the
/// documents they come from.
LayerTable emptyRecordTable(Language language);
std::vector<LayerRow> recordRows(const gazetteer::Gazetteer& gazetteer,
                                 std::span<const records::Record* const> records,
                                 Language language);
LayerTable sourceTable(std::span<const records::Source> sources, Language language);

/// Which records the figures of a theme's units are made of: (theme, unit_code, record), those of
/// groups of units with each of their units. An empty table, and the rows of a theme.
LayerTable linkTable(Language language);
std::vector<LayerRow> linkRows(const figures::EvaluatedTheme& evaluated,
                               const gazetteer::Gazetteer& gazetteer,
                               const records::CompactRecords& records);

} // namespace terroir::exporting
