#pragma once

#include "core/geometry/shape.hpp"

#include <string>
#include <variant>
#include <vector>

namespace terroir::geometry {

enum class ColumnType { Text, Real };

/// A code that stands in a column and what it says, in the language of the export.
struct CodeWord {
    std::string code, word;
};

struct LayerColumn {
    std::string name;  ///< for formulas: lower case, ASCII
    std::string alias; ///< for people, in the language of the export
    ColumnType type = ColumnType::Text;
    std::vector<CodeWord> codes = {}; ///< of a column of codes
};

/// Nothing (NULL), a text, or a number.
using LayerCell = std::variant<std::monostate, std::string, double>;

enum class GeometryType { None, OnePoint, SeveralPoints, Polygons };

struct LayerRow {
    std::vector<LayerCell> cells;
    MultiPolygon polygons;     ///< lon/lat, EPSG:4326
    std::vector<Point> points; ///< lon/lat, EPSG:4326
};

struct LayerStyle {
    std::string name;
    std::string qml;
};

/// One layer of an export, not yet in any format.
struct LayerTable {
    std::string name;
    std::string title;
    std::string description;
    GeometryType geometry = GeometryType::None;
    std::vector<LayerColumn> columns;
    std::vector<LayerRow> rows;
    std::vector<LayerStyle> styles; ///< the first is the default
};

} // namespace terroir::geometry
