#pragma once

#include "core/base/table.hpp"
#include "core/geometry/shape.hpp"

#include <string>
#include <vector>

namespace terroir::geometry {

/// Any: each row points, lines or polygons, as it has them; not for every format.
enum class GeometryType { None, OnePoint, SeveralPoints, Line, SeveralLines, Polygons, Any };

struct LayerRow {
    std::vector<Value> cells;
    MultiPolygon polygons;     ///< lon/lat, EPSG:4326
    std::vector<Point> points; ///< lon/lat, EPSG:4326; of a line in its order
    std::vector<std::vector<Point>> lines = {}; ///< of SeveralLines
};

struct LayerStyle {
    std::string name;
    std::string qml;
    std::string sld = {}; ///< may be empty
};

/// One layer of an export, not yet in any format: a Table whose rows lie somewhere. The names of
/// its columns are for formulas (lower case, ASCII); of its values formats take texts and doubles.
struct LayerTable {
    std::string name;
    std::string title;
    std::string description;
    GeometryType geometry = GeometryType::None;
    std::vector<Column> columns;
    std::vector<LayerRow> rows;
    std::vector<LayerStyle> styles; ///< the first is the default
};

} // namespace terroir::geometry
