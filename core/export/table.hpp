#pragma once

#include "core/geometry/shape.hpp"

#include <string>
#include <variant>
#include <vector>

namespace terroir::exporting {

enum class ColumnType { Text, Real };

struct Column {
    std::string name;  ///< for formulas: lower case, ASCII
    std::string alias; ///< for people, in the language of the export
    ColumnType type = ColumnType::Text;
};

/// Nothing (NULL), a text, or a number.
using Cell = std::variant<std::monostate, std::string, double>;

enum class GeometryType { None, Point, MultiPoint, MultiPolygon };

struct Row {
    std::vector<Cell> cells;
    geometry::MultiPolygon polygons;     ///< lon/lat, EPSG:4326
    std::vector<geometry::Point> points; ///< lon/lat, EPSG:4326
};

struct Style {
    std::string name;
    std::string qml;
};

/// One layer of an export, not yet in any format.
struct Table {
    std::string name;
    std::string title;
    std::string description;
    GeometryType geometry = GeometryType::None;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::vector<Style> styles; ///< the first is the default
};

/// NULL for an empty text: unknown is not an empty string.
Cell textOrNull(const std::string& text);
std::string joinTexts(const std::vector<std::string>& texts);

} // namespace terroir::exporting
