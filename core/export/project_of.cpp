#include "core/export/project_of.hpp"

#include "core/export/columns.hpp"
#include "core/export/qml.hpp"
#include "core/export/qml_base.hpp"
#include "core/export/qml_labels.hpp"
#include "core/export/zones.hpp"
#include "core/figures/page_words.hpp"
#include "core/geometry/projection.hpp"
#include "core/map/frame_parts.hpp"
#include "core/map/page_head.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::exporting {

namespace {

/// QGIS makes another id of one of ten letters or fewer, and what refers to it is lost.
std::string idOf(const std::string& table) {
    return "terroir_layer_" + table;
}

std::string quotedText(std::string text) {
    for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 2))
        text.insert(at, 1, '\'');
    return "'" + text + "'";
}

geometry::Box boxOf(const boundaries::UnitShapes& shapes) {
    const geometry::Box box = map::landBoxOf(shapes);
    return box.isEmpty() ? geometry::Box{102, 8, 110, 23.5} : box; // Việt Nam
}

std::string footerOf(const ThemeLayers& theme, const gazetteer::Gazetteer& gazetteer,
                     std::span<const records::Source> sources) {
    const figures::PageWords words(theme.evaluated, gazetteer);
    std::string text = words.note();
    const auto append = [&](const std::string& line) {
        if (!line.empty())
            text += (text.empty() ? "" : "\n") + line;
    };
    append(words.sourceLine({sources.begin(), sources.end()}));
    if (theme.shapes.anyApproximate())
        append(words.approximateLong({theme.shapes.approximate(), theme.shapes.units.size()}));
    return text;
}

} // namespace

ProjectOf::ProjectOf(std::span<const ThemeLayers> themes, const gazetteer::Gazetteer& gazetteer,
                     std::span<const records::Source> sources, std::string layerCrs,
                     std::string file, Language language, map::Layout layout)
    : m_gazetteer(gazetteer), m_sources(sources) {
    m_project.language = language;
    m_project.layout = std::move(layout);
    m_project.title = themes.size() == 1
                          ? themes.front().evaluated.theme.title.in(language)
                          : word("Bản đồ khoa học và công nghệ", "Maps of science and technology");
    m_project.file = std::move(file);
    m_project.crs = geometry::isInMetres(layerCrs) ? layerCrs : mapCrsOf(gazetteer, themes);
    m_project.layerCrs = std::move(layerCrs);
}

ProjectLayer ProjectOf::layerOf(const LayerTable& table, const std::string& title) const {
    ProjectLayer layer;
    layer.id = idOf(table.name);
    layer.table = table.name;
    layer.title = title;
    layer.geometry = table.geometry;
    layer.qml = table.styles.empty() ? tableStyle(table.columns) : table.styles.front().qml;
    return layer;
}

ProjectLayer ProjectOf::baseLayerOf(const base_map::BaseLayer& base,
                                    const std::string& theme) const {
    ProjectLayer layer;
    layer.id = idOf(theme + "_base_" + base.name);
    layer.title = base_map::roleName(base.role).in(m_project.language) + ": " + base.name;
    layer.source = base.file.string();
    layer.crs = base.crs;
    layer.qml = baseStyle(base);
    layer.isExplained = false;
    layer.isRaster = base_map::isRaster(base.role);
    layer.pipe = basePipe(base);
    if (layer.isRaster)
        return layer;
    layer.source += "|layername=" + base.layer;
    layer.geometry = base.role == base_map::Role::Towns ? geometry::GeometryType::SeveralPoints
                     : base.role == base_map::Role::Water || base.role == base_map::Role::Forest ||
                             base.role == base_map::Role::Areas
                         ? geometry::GeometryType::Polygons
                         : geometry::GeometryType::SeveralLines;
    return layer;
}

void ProjectOf::addTheme(const ThemeLayers& theme, std::span<const LayerTable> tables,
                         const GroundTables::Names& ground) {
    const figures::EvaluatedTheme& evaluated = theme.evaluated;
    ProjectTheme out;
    out.title = evaluated.theme.title.in(m_project.language);
    // Group, map theme and layouts are found by their name.
    const auto hasTitle = [&](const ProjectTheme& other) { return other.title == out.title; };
    if (std::any_of(m_project.themes.begin(), m_project.themes.end(), hasTitle))
        out.title += fmt::format(" ({})", evaluated.theme.id);
    const figures::PageWords words(evaluated, m_gazetteer);
    // With the words of a rate, "trên 100 km²".
    out.heading = map::titleIn(m_project.layout,
                               theme.shapes.anyApproximate() ? words.titleOfSketch(words.title())
                                                             : words.title(),
                               m_project.language);
    out.subtitle = map::subtitleOf(m_project.layout, words);
    out.north = words.north();
    out.footer = footerOf(theme, m_gazetteer, m_sources);
    out.extent = geometry::boxIn(boxOf(theme.shapes), m_project.crs);
    const auto addGround = [&](const std::string& table, const std::string& title,
                               const std::string& qml,
                               geometry::GeometryType type = geometry::GeometryType::Polygons) {
        if (table.empty())
            return;
        ProjectLayer layer;
        layer.id = idOf(evaluated.theme.id + "_" + table);
        layer.table = table;
        layer.title = title;
        layer.geometry = type;
        layer.qml = qml;
        layer.isExplained = false;
        out.layers.push_back(std::move(layer));
    };
    const LayerTable& units = tables.front();
    const bool fills = std::any_of(evaluated.theme.layers.begin(), evaluated.theme.layers.end(),
                                   [](const theme::Layer& one) { return fillsUnits(one); });
    /// Before the circles, under one heading with them.
    const auto addSizes = [&](const LayerTable& table) {
        for (std::size_t i = 0; i < evaluated.layers.size(); ++i) {
            if (!isSymbolLayer(evaluated.theme.layers[i]) ||
                symbolLayerName(evaluated.theme, i) != table.name)
                continue;
            ProjectLayer layer = layerOf(table, table.styles.front().name);
            layer.id += "_sizes";
            layer.qml = sizesStyle(evaluated, i);
            layer.isShown = layer.isListed = false;
            const bool hasSizes = !layer.qml.empty();
            if (hasSizes)
                out.layers.push_back(std::move(layer));
            return hasSizes;
        }
        return false;
    };
    for (const LayerTable& table : tables.subspan(1))
        if (table.geometry != geometry::GeometryType::None) {
            const bool hasSizes = addSizes(table);
            out.layers.push_back(layerOf(table, table.styles.front().name));
            out.layers.back().isHeaded = !hasSizes;
            // Groups are filled by the classes of the units, which the legend has already.
            if (fills && table.geometry == geometry::GeometryType::Polygons &&
                table.columns.front().name == "unit_code")
                out.layers.back().isExplained = false;
        }
    ProjectLayer ofPage = layerOf(units, word("Đơn vị của trang", "Unit of the page"));
    ofPage.id += "_page";
    ofPage.qml = pageUnitStyle();
    ofPage.isListed = ofPage.isExplained = false;
    out.layers.push_back(std::move(ofPage));
    addGround(ground.seas, word("Quần đảo", "Archipelagos"), seaNameStyle(),
              geometry::GeometryType::OnePoint);
    addGround(ground.border, word("Biên giới quốc gia", "Border of the country"), borderStyle(),
              geometry::GeometryType::Line);
    addGround(ground.outlines, word("Ranh giới cấp trên", "Outlines one level up"),
              outlineStyle(areOthersUnnamed(evaluated) ? OutlineNames::Yes : OutlineNames::No));
    const auto addBase = [&](bool arePictures) { // the last drawn lies on top
        for (auto layer = theme.base.rbegin(); layer != theme.base.rend(); ++layer)
            if ((layer->role == base_map::Role::Picture) == arePictures)
                out.layers.push_back(baseLayerOf(*layer, evaluated.theme.id));
    };
    addBase(false);
    for (std::size_t i = 0; i < units.styles.size(); ++i) {
        ProjectLayer layer =
            layerOf(units, fills ? units.styles[i].name : word("Đơn vị hành chính", "Units"));
        layer.qml = units.styles[i].qml;
        if (i > 0)
            layer.id += fmt::format("_{}", i + 1);
        layer.isShown = i == 0;
        out.layers.push_back(std::move(layer));
    }
    addGround(ground.around, word("Vùng xung quanh", "Surroundings"), surroundingsStyle());
    addBase(true);
    for (const LayerTable& table : tables.subspan(1))
        if (table.geometry == geometry::GeometryType::None)
            out.layers.push_back(layerOf(
                table, word("Số liệu chưa xác định được đơn vị", "Figures of no single unit")));
    out.units = idOf(units.name);
    out.hasFigures = std::any_of(
        evaluated.layers.begin(), evaluated.layers.end(), [](const figures::EvaluatedLayer& layer) {
            return std::any_of(layer.series.begin(), layer.series.end(),
                               [](const auto& figures) { return !figures.cells.empty(); });
        });
    m_project.themes.push_back(std::move(out));
    m_themes.push_back(evaluated.theme.id);
}

void ProjectOf::addTables(const LayerTable& records, const LayerTable& sources,
                          const LayerTable& links) {
    m_project.tables = {layerOf(records, records.title), layerOf(sources, sources.title)};
    m_project.tables.front().isShown = false; // points over everything
    m_project.tables.front().hasPeriod = true;
    const std::string ofSource = "terroir_records_of_source";
    m_project.relations.push_back({ofSource, word("Bản ghi của tài liệu", "Records of the source"),
                                   idOf(records.name), "source", idOf(sources.name), "id", ""});
    for (const std::string& theme : m_themes) {
        ProjectLayer layer = layerOf(links, links.title);
        layer.id += "_" + theme;
        layer.filter = "\"theme\" = " + quotedText(theme);
        layer.isListed = false;
        const std::string ofUnit = "terroir_records_of_" + theme,
                          ofRecord = "terroir_units_of_" + theme;
        m_project.relations.push_back({ofUnit, word("Bản ghi của đơn vị", "Records of the unit"),
                                       layer.id, "unit_code", idOf(theme), "unit_code", ofRecord});
        m_project.relations.push_back({ofRecord, word("Đơn vị của bản ghi", "Units of the record"),
                                       layer.id, "record", idOf(records.name), "id", ofUnit});
        m_project.tables.push_back(std::move(layer));
    }
}

} // namespace terroir::exporting
