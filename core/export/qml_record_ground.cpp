#include "core/export/qml.hpp"
#include "core/export/qml_form.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/map/record_ground.hpp"

#include <fmt/format.h>

namespace terroir::exporting {

namespace {

std::string groundSymbol(const char* type, const char* layerClass, const QmlOptions& options,
                         const QmlOptions& expressions) {
    return fmt::format(
        R"(<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">)"
        R"(<symbols><symbol type="{}" name="0" alpha="1" clip_to_extent="1" force_rhr="0">)"
        R"(<layer class="{}" enabled="1" locked="0" pass="0">{})"
        R"(<data_defined_properties>{}</data_defined_properties></layer></symbol></symbols>)"
        R"(</renderer-v2>)",
        type, layerClass, qmlOptions(options), qmlProperties(expressions));
}

/// Points nearer to each other than a circle is wide are one circle with their number. QGIS joins
/// layers of single points alone.
std::string clusterOf(const std::string& spots) {
    const QmlOptions circle{
        {"color", "255,255,255,255"}, {"name", "circle"},       {"outline_color", "80,80,80,255"},
        {"outline_style", "solid"},   {"outline_width", "0.3"}, {"outline_width_unit", "MM"},
        {"scale_method", "diameter"}, {"size", "4.2"},          {"size_unit", "MM"}};
    const QmlOptions number{{"chr", "#"},       {"color", "40,40,40,255"}, {"font", "Noto Sans"},
                            {"font_style", ""}, {"size", "2.6"},           {"size_unit", "MM"}};
    const auto layer = [](const char* layerClass, const QmlOptions& options,
                          const QmlOptions& expressions) {
        return fmt::format(R"(<layer class="{}" enabled="1" locked="0" pass="0">{})"
                           R"(<data_defined_properties>{}</data_defined_properties></layer>)",
                           layerClass, qmlOptions(options), qmlProperties(expressions));
    };
    return fmt::format(
        R"(<renderer-v2 type="pointCluster" tolerance="4" toleranceUnit="MM" )"
        R"(toleranceUnitScale="3x:0,0,0,0,0,0" enableorderby="0" forceraster="0">{})"
        R"(<symbol type="marker" name="centerSymbol" alpha="1" clip_to_extent="1" force_rhr="0">)"
        R"({}{}</symbol></renderer-v2>)",
        spots, layer("SimpleMarker", circle, {{"size", "if(@cluster_size > 99, 6, 4.2)"}}),
        layer("FontMarker", number, {{"char", "to_string(@cluster_size)"}}));
}

} // namespace

LayerStyle recordGroundStyle(GeometryType geometry, const std::string& name,
                             const std::vector<Column>& columns) {
    const std::string colour = columnReference("colour");
    if (geometry == GeometryType::Polygons)
        return {name,
                styleDocument(
                    groundSymbol("fill", "SimpleFill",
                                 {{"color", "80,80,80,70"},
                                  {"style", "solid"},
                                  {"joinstyle", "round"},
                                  {"outline_color", "80,80,80,255"},
                                  {"outline_style", "solid"},
                                  {"outline_width", qmlNumber(map::zoneLineMm)},
                                  {"outline_width_unit", "MM"}},
                                 {{"fillColor", fmt::format("set_color_part({}, 'alpha', {})",
                                                            colour, int(map::zoneOpacity))},
                                  {"outlineColor", colour}}),
                    columns, 2)};
    if (geometry == GeometryType::SeveralLines)
        return {name, styleDocument(groundSymbol("line", "SimpleLine",
                                                 {{"line_color", "80,80,80,255"},
                                                  {"line_style", "solid"},
                                                  {"line_width", qmlNumber(map::recordLineMm)},
                                                  {"line_width_unit", "MM"}},
                                                 {{"outlineColor", colour}}),
                                    columns, 1)};
    const std::string spots = groundSymbol("marker", "SimpleMarker",
                                           {{"color", "80,80,80,255"},
                                            {"name", "circle"},
                                            {"outline_color", "255,255,255,255"},
                                            {"outline_style", "solid"},
                                            {"outline_width", "0.2"},
                                            {"outline_width_unit", "MM"},
                                            {"scale_method", "diameter"},
                                            {"size", qmlNumber(2 * map::spotMm)},
                                            {"size_unit", "MM"}},
                                           {{"fillColor", colour}});
    return {name, styleDocument(geometry == GeometryType::OnePoint ? clusterOf(spots) : spots,
                                columns, 0)};
}

} // namespace terroir::exporting
