#include "core/export/ground_tables.hpp"

#include "core/export/qml.hpp"
#include "core/map/page_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace terroir::exporting {

std::string GroundTables::add(const boundaries::UnitShapes& shapes, const std::string& name,
                              const std::string& title, const std::string& qml,
                              const gazetteer::Gazetteer& gazetteer,
                              std::map<Units, std::string>& names,
                              std::vector<LayerTable>& made) const {
    Units units;
    for (const boundaries::UnitShape& shape : shapes.units)
        units.insert(shape.unit);
    if (units.empty())
        return {};
    if (const auto known = names.find(units); known != names.end())
        return known->second;
    const std::string suffix = names.empty() ? "" : fmt::format("_{}", names.size() + 1);
    const bool english = m_language == Language::English;
    LayerTable table;
    table.name = name + suffix;
    table.title = title;
    table.geometry = GeometryType::Polygons;
    table.columns = {{"unit_code", english ? "Unit code" : "Mã đơn vị"},
                     {"unit_name", english ? "Unit name" : "Tên đơn vị"},
                     {"unit_type", english ? "Unit type" : "Loại đơn vị"},
                     {"boundary", english ? "Boundary" : "Ranh giới"}};
    for (const boundaries::UnitShape& shape : shapes.units) {
        const gazetteer::Unit& unit = gazetteer.unit(shape.unit);
        LayerRow row;
        row.cells = {unit.code, unit.name, unit.type, boundaryWord(shape.origin, m_language)};
        row.polygons = shape.shape;
        table.rows.push_back(std::move(row));
    }
    table.styles = {{title, qml}};
    names.emplace(std::move(units), table.name);
    made.push_back(std::move(table));
    return made.back().name;
}

std::string GroundTables::addBorder(const std::vector<boundaries::BorderStretch>& border,
                                    std::vector<LayerTable>& made) {
    if (border.empty())
        return {};
    Lines lines;
    for (const boundaries::BorderStretch& stretch : border)
        lines.push_back(stretch.line);
    for (const auto& [name, known] : m_borders)
        if (known == lines)
            return name;
    const bool english = m_language == Language::English;
    LayerTable table;
    table.name = "border" + (m_borders.empty() ? "" : fmt::format("_{}", m_borders.size() + 1));
    table.title = english ? "Border of the country" : "Biên giới quốc gia trên đất liền";
    table.geometry = GeometryType::Line;
    table.columns = {{"neighbour", english ? "Neighbour" : "Nước láng giềng"}};
    for (const boundaries::BorderStretch& stretch : border)
        table.rows.push_back({{stretch.neighbour.in(m_language)}, {}, stretch.line});
    table.styles = {{table.title, borderStyle()}};
    m_borders.emplace(table.name, std::move(lines));
    made.push_back(std::move(table));
    return made.back().name;
}

std::string GroundTables::addSeaNames(const boundaries::UnitShapes& shapes,
                                      std::vector<LayerTable>& made) {
    const auto isReached = [&](const map::Archipelago& archipelago) {
        return std::any_of(shapes.units.begin(), shapes.units.end(), [&](const auto& unit) {
            return geometry::boxOf(unit.shape).meets(archipelago.lonLat);
        });
    };
    const auto& all = map::archipelagos();
    if (std::none_of(all.begin(), all.end(), isReached))
        return {};
    const bool english = m_language == Language::English;
    LayerTable table;
    table.name = "archipelagos";
    if (std::exchange(m_hasSeaNames, true))
        return table.name;
    table.title = english ? "Archipelagos" : "Quần đảo";
    table.geometry = GeometryType::OnePoint;
    table.columns = {{"name", english ? "Name" : "Tên"}};
    for (const map::Archipelago& archipelago : all)
        table.rows.push_back({{archipelago.name.in(m_language)}, {}, {archipelago.middle()}});
    table.styles = {{table.title, seaNameStyle()}};
    made.push_back(std::move(table));
    return made.back().name;
}

GroundTables::Names GroundTables::add(const ThemeLayers& theme,
                                      const gazetteer::Gazetteer& gazetteer,
                                      std::vector<LayerTable>& made) {
    const bool english = m_language == Language::English;
    Names names;
    names.outlines =
        add(theme.parents, "outlines", english ? "Outlines one level up" : "Ranh giới cấp trên",
            outlineStyle(), gazetteer, m_outlines, made);
    names.around = add(theme.around, "around", english ? "Surroundings" : "Vùng xung quanh",
                       surroundingsStyle(), gazetteer, m_around, made);
    names.border = addBorder(theme.border, made);
    names.seas = addSeaNames(theme.shapes, made);
    return names;
}

} // namespace terroir::exporting
