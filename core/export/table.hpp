#pragma once

#include "core/base/language.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/geometry/layer_table.hpp"

#include <string>
#include <vector>

namespace terroir::exporting {

using Column = geometry::LayerColumn;
using ColumnType = geometry::ColumnType;
using Cell = geometry::LayerCell;
using GeometryType = geometry::GeometryType;
using Row = geometry::LayerRow;
using Style = geometry::LayerStyle;
using Table = geometry::LayerTable;

/// NULL for an empty text: unknown is not an empty string.
Cell textOrNull(const std::string& text);
/// "official", "gần đúng": what styles tell approximate boundaries by.
std::string boundaryWord(boundaries::Origin origin, Language language);
std::string joinTexts(const std::vector<std::string>& texts);

} // namespace terroir::exporting
