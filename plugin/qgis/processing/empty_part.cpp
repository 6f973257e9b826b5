#include "plugin/qgis/processing/empty_part.hpp"

namespace terroir::qgis {

geometry::LayerTable noSymbols(const geometry::LayerTable& polygons) {
    geometry::LayerTable table;
    table.geometry = geometry::GeometryType::OnePoint;
    table.columns = polygons.columns;
    return table;
}

geometry::LayerTable nothingLeft() {
    geometry::LayerTable table;
    for (const char* name : {"figure", "holder_code", "holder", "places", "value", "qualifier",
                             "unit", "reason", "reason_text", "subjects", "records", "sources"})
        table.columns.push_back({name, {}, ColumnType::Text});
    table.columns[4].type = ColumnType::Real;
    return table;
}

} // namespace terroir::qgis
