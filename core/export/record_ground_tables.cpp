#include "core/export/record_ground_tables.hpp"

#include "core/base/number.hpp"
#include "core/export/qml.hpp"
#include "core/export/theme_tables.hpp"
#include "core/records/record_ground.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace terroir::exporting {

namespace {

LocalText titleOfSort(GeometryType geometry) {
    return geometry == GeometryType::Polygons ? LocalText{"Vùng của bản ghi", "Zones of records"}
           : geometry == GeometryType::SeveralLines
               ? LocalText{"Đường của bản ghi", "Lines of records"}
               : LocalText{"Vị trí của bản ghi", "Places of records"};
}

} // namespace

const char* RecordGroundTables::sortOf(GeometryType geometry) {
    return geometry == GeometryType::Polygons       ? "zones"
           : geometry == GeometryType::SeveralLines ? "lines"
                                                    : "points";
}

RecordGroundTables::RecordGroundTables(std::span<const ThemeLayers> themes,
                                       const gazetteer::Gazetteer& gazetteer,
                                       const records::RecordWalk& walk, Language language)
    : m_themes(themes), m_language(language) {
    for (std::size_t i = 0; i < themes.size(); ++i) {
        const auto& ground = themes[i].evaluated.ground;
        for (std::size_t j = 0; j < ground.size(); ++j)
            m_wanted.emplace(ground[j].record, std::pair(i, j));
        m_tables.push_back({begin(themes[i], GeometryType::SeveralPoints),
                            begin(themes[i], GeometryType::SeveralLines),
                            begin(themes[i], GeometryType::Polygons)});
    }
    if (!m_wanted.empty())
        walk([&](std::span<const records::Record> part) {
            for (const records::Record& record : part)
                add(record, gazetteer);
        });
}

LayerTable RecordGroundTables::begin(const ThemeLayers& theme, GeometryType geometry) const {
    const bool english = m_language == Language::English;
    LayerTable table = emptyRecordTable(m_language);
    const std::string sort = titleOfSort(geometry).in(m_language);
    table.name = fmt::format("{}_record_{}", theme.evaluated.theme.id, sortOf(geometry));
    table.title = fmt::format("{}: {}", theme.evaluated.theme.title.in(m_language), sort);
    table.geometry = geometry;
    table.columns.push_back({"accuracy", english ? "How its ground is known" : "Cách biết vị trí"});
    table.columns.push_back({"ground_source", english ? "Source of the ground" : "Nguồn vị trí"});
    table.columns.push_back({"measured_ha",
                             english ? "Measured area on the ellipsoid (ha)"
                                     : "Diện tích đo được trên ellipsoid (ha)",
                             ColumnType::Real});
    table.columns.push_back({"colour", english ? "Colour on the map" : "Màu trên bản đồ"});
    table.styles = {recordGroundStyle(geometry, sort, table.columns)};
    return table;
}

void RecordGroundTables::add(const records::Record& record,
                             const gazetteer::Gazetteer& gazetteer) {
    const auto [from, to] = m_wanted.equal_range(record.id);
    if (from == to)
        return;
    const records::Record* one = &record;
    const LayerRow plain = recordRows(gazetteer, std::span(&one, 1), m_language).front();
    for (auto at = from; at != to; ++at) {
        const auto& [theme, position] = at->second;
        const figures::ShownGround& ground = m_themes[theme].evaluated.ground[position];
        LayerRow row;
        row.cells = plain.cells;
        const double hectares = records::groundHectares(ground.shape);
        row.cells.emplace_back(records::accuracyWords(ground.accuracy).in(m_language));
        row.cells.push_back(textOrNone(ground.source));
        row.cells.push_back(hectares > 0 ? Value(std::round(hectares * 1e4) / 1e4) : Value());
        row.cells.emplace_back(ground.colour.toHex());
        row.points = ground.shape.points;
        row.lines = ground.shape.lines;
        row.polygons = ground.shape.polygons;
        OfTheme& tables = m_tables[theme];
        (!row.polygons.empty() ? tables.zones : !row.lines.empty() ? tables.lines : tables.points)
            .rows.push_back(std::move(row));
    }
}

std::vector<LayerTable> RecordGroundTables::take(std::size_t theme) {
    std::vector<LayerTable> taken;
    LayerTable& points = m_tables[theme].points;
    if (std::all_of(points.rows.begin(), points.rows.end(),
                    [](const LayerRow& row) { return row.points.size() == 1; })) {
        points.geometry = GeometryType::OnePoint; // which QGIS can join where they crowd
        points.styles = {
            recordGroundStyle(points.geometry, points.styles.front().name, points.columns)};
    }
    for (LayerTable* table : {&points, &m_tables[theme].lines, &m_tables[theme].zones})
        if (!table->rows.empty())
            taken.push_back(std::move(*table));
    return taken;
}

void RecordGroundTables::putAmong(std::vector<LayerTable>& tables, std::size_t theme) {
    std::size_t afterSymbols = 1;
    while (afterSymbols < tables.size() && tables[afterSymbols].geometry == GeometryType::OnePoint)
        ++afterSymbols;
    for (LayerTable& table : take(theme)) {
        const bool isOnTop = table.geometry == GeometryType::SeveralPoints ||
                             table.geometry == GeometryType::OnePoint;
        tables.insert(tables.begin() + std::ptrdiff_t(isOnTop ? 1 : afterSymbols),
                      std::move(table));
        ++afterSymbols;
    }
}

} // namespace terroir::exporting
