#pragma once

#include "core/geometry/layer_table.hpp"

namespace terroir::qgis {

// What is asked for of a theme that has none of it: a table with the columns and no rows, so that
// no older file stays as if it were of today, and a model gets what it waits for.

/// `polygons`: the table of the same theme's units, whose columns symbols have, too.
geometry::LayerTable noSymbols(const geometry::LayerTable& polygons);
geometry::LayerTable nothingLeft();

} // namespace terroir::qgis
