#pragma once

#include "core/base/language.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/geometry/layer_table.hpp"

#include <string>
#include <vector>

namespace terroir::exporting {

using geometry::GeometryType;
using geometry::LayerRow;
using geometry::LayerStyle;
using geometry::LayerTable;

/// "official", "gần đúng": what styles tell approximate boundaries by.
std::string boundaryWord(boundaries::Origin origin, Language language);
std::string joinTexts(const std::vector<std::string>& texts);

} // namespace terroir::exporting
