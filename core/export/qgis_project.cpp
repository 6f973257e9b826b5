#include "core/export/qgis_project.hpp"

#include "core/export/qgis_layout.hpp"
#include "core/export/qgis_tree.hpp"
#include "core/export/qml.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/zip.hpp"

#include <fmt/format.h>

namespace terroir::exporting {

namespace {

using geometry::GeometryType;

std::string spatialReference(const std::string& crs) {
    return fmt::format("<spatialrefsys><wkt>{}</wkt><authid>{}</authid></spatialrefsys>",
                       escapeXml(geometry::wktOf(crs)), escapeXml(crs));
}

std::string_view geometryName(GeometryType type) {
    switch (type) {
    case GeometryType::Polygons:
        return R"(geometry="Polygon" wkbType="MultiPolygon")";
    case GeometryType::OnePoint:
        return R"(geometry="Point" wkbType="Point")";
    case GeometryType::Line:
        return R"(geometry="Line" wkbType="LineString")";
    case GeometryType::SeveralLines:
        return R"(geometry="Line" wkbType="MultiLineString")";
    case GeometryType::SeveralPoints:
        return R"(geometry="Point" wkbType="MultiPoint")";
    default:
        return R"(geometry="No geometry" wkbType="NoGeometry")";
    }
}

/// Days are texts in the file, and an open end is empty.
constexpr std::string_view temporal =
    "<temporal mode=\"4\" enabled=\"1\" accumulate=\"0\" limitMode=\"0\" durationUnit=\"days\" "
    "fixedDuration=\"0\" startField=\"\" endField=\"\" durationField=\"\" "
    "startExpression=\"coalesce(to_date(&quot;valid_from&quot;), make_date(1900, 1, 1))\" "
    "endExpression=\"coalesce(to_date(&quot;valid_to&quot;), make_date(2100, 1, 1))\"/>";

/// Forms show the rows behind a link instead of the link.
std::string relationWidgets(const Project& project, const ProjectLayer& layer) {
    std::string widgets;
    for (const ProjectRelation& relation : project.relations)
        if (relation.parent == layer.id && !relation.over.empty())
            widgets += fmt::format(R"(<widget name="{}"><config type="Map"><Option name="nm-rel" )"
                                   R"(type="QString" value="{}"/></config></widget>)",
                                   escapeXml(relation.id), escapeXml(relation.over));
    return widgets.empty() ? std::string() : fmt::format("<widgets>{}</widgets>", widgets);
}

/// A raster; one that shades the layers below it is multiplied with them.
std::string rasterLayer(const ProjectLayer& layer) {
    constexpr int normal = 0, multiply = 6; // QgsPainting::BlendMode
    return fmt::format(R"(<maplayer type="raster" styleCategories="AllStyleCategories" )"
                       R"(hasScaleBasedVisibilityFlag="0"><id>{}</id><datasource>{}</datasource>)"
                       R"(<layername>{}</layername><srs>{}</srs><provider>gdal</provider><pipe>{}</pipe>)"
                       R"(<blendMode>{}</blendMode></maplayer>)",
                       escapeXml(layer.id), escapeXml(layer.source), escapeXml(layer.title),
                       spatialReference(layer.crs), layer.pipe, layer.pipe.empty() ? normal : multiply);
}

std::string mapLayer(const Project& project, const ProjectLayer& layer) {
    if (layer.isRaster)
        return rasterLayer(layer);
    const bool hasGeometry = layer.geometry != GeometryType::None;
    return fmt::format(
        R"(<maplayer type="vector" {} labelsEnabled="1" styleCategories="AllStyleCategories" )"
        R"(hasScaleBasedVisibilityFlag="0" simplifyDrawingHints="1" simplifyDrawingTol="1" )"
        R"(simplifyAlgorithm="0" simplifyLocal="1" simplifyMaxScale="1"><id>{}</id>)"
        R"(<datasource>{}</datasource><layername>{}</layername>{}<provider encoding="UTF-8">ogr)"
        R"(</provider><flags><Identifiable>1</Identifiable><Removable>1</Removable>)"
        R"(<Searchable>1</Searchable><Private>{}</Private></flags>{}{}{}</maplayer>)",
        geometryName(layer.geometry), escapeXml(layer.id), escapeXml(dataSource(project, layer)),
        escapeXml(layer.title),
        hasGeometry ? fmt::format("<srs>{}</srs>", spatialReference(layer.crs.empty() ? project.layerCrs : layer.crs)) : "",
        layer.isListed ? 0 : 1, layer.hasPeriod ? temporal : "", withBrokenLabels(styleContent(layer.qml)),
        relationWidgets(project, layer));
}

std::string group(const std::string& title, bool isShown, std::string_view content) {
    return fmt::format(R"(<layer-tree-group name="{}" checked="{}" expanded="{}">{})"
                       R"(</layer-tree-group>)",
                       escapeXml(title), isShown ? "Qt::Checked" : "Qt::Unchecked", isShown ? 1 : 0,
                       content);
}

std::string layerTree(const Project& project) {
    std::string groups;
    for (std::size_t i = 0; i < project.themes.size(); ++i) {
        std::string layers;
        for (const ProjectLayer& layer : project.themes[i].layers)
            layers += treeLayer(project, layer, layer.isShown);
        groups += group(project.themes[i].title, i == 0, layers);
    }
    std::string tables;
    for (const ProjectLayer& layer : project.tables)
        tables += treeLayer(project, layer, layer.isShown);
    groups += group(project.language == Language::English ? "Records and sources"
                                                          : "Bản ghi và nguồn tài liệu",
                    false, tables);
    return fmt::format("<layer-tree-group>{}</layer-tree-group>", groups);
}

std::string relations(const Project& project) {
    std::string all;
    for (const ProjectRelation& relation : project.relations)
        all += fmt::format(
            R"(<relation id="{}" name="{}" strength="Association" referencingLayer="{}" )"
            R"(referencedLayer="{}"><fieldRef referencingField="{}" referencedField="{}"/>)"
            R"(</relation>)",
            escapeXml(relation.id), escapeXml(relation.name), escapeXml(relation.child),
            escapeXml(relation.parent), escapeXml(relation.childColumn),
            escapeXml(relation.parentColumn));
    return all;
}

std::string extentXml(const geometry::Box& box) {
    return fmt::format("<extent><xmin>{}</xmin><ymin>{}</ymin><xmax>{}</xmax><ymax>{}</ymax>"
                       "</extent>",
                       qmlNumber(box.minX), qmlNumber(box.minY), qmlNumber(box.maxX),
                       qmlNumber(box.maxY));
}

/// A map theme: which layers are seen.
std::string mapTheme(const ProjectTheme& theme) {
    std::string layers;
    for (const ProjectLayer& layer : theme.layers)
        if (layer.isShown && (layer.geometry != GeometryType::None || layer.isRaster))
            layers += fmt::format(R"(<layer id="{}" visible="1" style="default" expanded="1"/>)",
                                  escapeXml(layer.id));
    return fmt::format(R"(<visibility-preset name="{}" has-expanded-info="0" )"
                       R"(has-checked-group-info="0">{}</visibility-preset>)",
                       escapeXml(theme.title), layers);
}

std::string bookmark(const Project& project, const ProjectTheme& theme) {
    const geometry::Box& box = theme.extent;
    std::string corners;
    for (const geometry::Point corner : {geometry::Point{box.minX, box.minY},
                                         {box.maxX, box.minY},
                                         {box.maxX, box.maxY},
                                         {box.minX, box.maxY},
                                         {box.minX, box.minY}})
        corners += fmt::format("{}{} {}", corners.empty() ? "" : ", ", qmlNumber(corner.x),
                               qmlNumber(corner.y));
    return fmt::format("<Bookmark id=\"terroir_{}\" name=\"{}\" group=\"\" "
                       "extent=\"POLYGON(({}))\">{}</Bookmark>",
                       escapeXml(theme.units), escapeXml(theme.title), corners,
                       spatialReference(project.crs));
}

template <typename Range, typename Of>
std::string joined(const Range& range, const Of& of) {
    std::string all;
    for (const auto& one : range)
        all += of(one);
    return all;
}

} // namespace

std::string projectXml(const Project& project) {
    const auto layerOf = [&](const ProjectLayer& layer) { return mapLayer(project, layer); };
    const std::string layers =
        joined(project.themes,
               [&](const ProjectTheme& theme) { return joined(theme.layers, layerOf); }) +
        joined(project.tables, layerOf);
    const std::string canvas =
        project.themes.empty()
            ? std::string()
            : fmt::format(R"(<mapcanvas name="theMapCanvas"><units>meters</units>{}<rotation>0)"
                          R"(</rotation><destinationsrs>{}</destinationsrs></mapcanvas>)",
                          extentXml(project.themes.front().extent), spatialReference(project.crs));
    const std::string view = project.themes.empty() ? std::string() : [&] {
        const geometry::Box& box = project.themes.front().extent;
        return fmt::format(R"(<ProjectViewSettings UseProjectScales="0" rotation="0"><Scales/>)"
                           R"(<DefaultViewExtent xmin="{}" ymin="{}" xmax="{}" ymax="{}">{})"
                           R"(</DefaultViewExtent></ProjectViewSettings>)",
                           qmlNumber(box.minX), qmlNumber(box.minY), qmlNumber(box.maxX),
                           qmlNumber(box.maxY), spatialReference(project.crs));
    }();
    return fmt::format(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        R"(<qgis version="3.22.16" projectname="{0}"><homePath path=""/><title>{0}</title>)"
        R"(<projectCrs>{1}</projectCrs>{2}<relations>{3}</relations>{4}<projectlayers>{5})"
        R"(</projectlayers><properties><SpatialRefSys><ProjectionsEnabled type="int">1)"
        R"(</ProjectionsEnabled></SpatialRefSys><Paths><Absolute type="bool">false</Absolute>)"
        R"(</Paths><Measure><Ellipsoid type="QString">EPSG:7030</Ellipsoid></Measure>)"
        R"(<Measurement><AreaUnits type="QString">ha</AreaUnits><DistanceUnits type="QString">)"
        R"(km</DistanceUnits></Measurement></properties><visibility-presets>{6})"
        R"(</visibility-presets><Layouts>{7}</Layouts><Bookmarks>{8}</Bookmarks>{9}</qgis>)"
        "\n",
        escapeXml(project.title), spatialReference(project.crs), layerTree(project),
        relations(project), canvas, layers, joined(project.themes, mapTheme),
        joined(project.themes,
               [&](const ProjectTheme& theme) {
                   return layoutXml(project, theme) +
                          (theme.hasFigures ? atlasXml(project, theme) : "");
               }),
        joined(project.themes, [&](const ProjectTheme& theme) { return bookmark(project, theme); }),
        view);
}

std::string projectArchive(const Project& project) {
    const std::string xml = projectXml(project);
    return geometry::zipOf({{"terroir.qgs", xml}});
}

} // namespace terroir::exporting
