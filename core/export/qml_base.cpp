#include "core/export/qml_base.hpp"

#include "core/export/qml.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/geometry/projection.hpp"
#include "core/map/base_ground.hpp"

#include <fmt/format.h>

namespace terroir::exporting {

namespace {

std::string renderer(std::string_view type, std::string_view symbolLayers) {
    return fmt::format(
        R"(<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">)"
        R"(<symbols><symbol type="{}" name="0" alpha="1" clip_to_extent="1" force_rhr="0">{})"
        R"(</symbol></symbols></renderer-v2>)",
        type, symbolLayers);
}

std::string symbolLayer(std::string_view kind, const QmlOptions& options) {
    return fmt::format(R"(<layer class="{}" enabled="1" locked="0" pass="0">{}</layer>)", kind,
                       qmlOptions(options));
}

std::string line(const Colour& colour, double widthMm, bool isDashed) {
    return symbolLayer("SimpleLine", {{"line_color", qmlColour(colour)},
                                      {"line_style", isDashed ? "dash" : "solid"},
                                      {"line_width", qmlNumber(widthMm)},
                                      {"line_width_unit", "MM"},
                                      {"capstyle", "round"},
                                      {"joinstyle", "round"}});
}

std::string townNames(const std::string& field) {
    return fmt::format(
        R"(<labeling type="simple"><settings calloutType="simple"><text-style )"
        R"(fieldName="{}" fontSize="{}" fontSizeUnit="Point" textColor="{}" textOpacity="1">)"
        R"(<text-buffer bufferDraw="1" bufferSize="0.6" bufferSizeUnits="MM" bufferOpacity="1" )"
        R"(bufferColor="255,255,255,255"/></text-style><placement placement="6" )"
        R"(priority="2"/></settings></labeling>)",
        escapeXml(field), qmlNumber(map::townPt), qmlColour({92, 94, 98}));
}

} // namespace

std::string baseStyle(const base_map::BaseLayer& layer) {
    using base_map::Role;
    if (base_map::isRaster(layer.role))
        return {};
    const map::BaseStyle look = map::baseStyleOf(layer.role);
    switch (layer.role) {
    case Role::Towns:
        return styleDocument(
            renderer("marker", symbolLayer("SimpleMarker", {{"name", "circle"},
                                                            {"color", "255,255,255,255"},
                                                            {"outline_color", "40,40,42,255"},
                                                            {"outline_width", "0.18"},
                                                            {"size", "0.84"},
                                                            {"size_unit", "MM"}})) +
                (layer.nameField.empty() ? std::string() : townNames(layer.nameField)),
            {}, 0);
    case Role::Water:
    case Role::Forest:
    case Role::Areas:
        return styleDocument(
            renderer("fill", symbolLayer("SimpleFill",
                                         {{"color", qmlColour(look.fill)},
                                          {"style", "solid"},
                                          {"outline_style", look.widthMm > 0 ? "solid" : "no"},
                                          {"outline_color", qmlColour(look.colour)},
                                          {"outline_width", qmlNumber(look.widthMm)}})),
            {}, 2);
    case Role::Rivers:
    case Role::Railways:
    case Role::Roads:
    case Role::Lines:
    case Role::Relief:
    case Role::Heights:
    case Role::Picture:
        break;
    }
    return styleDocument(
        renderer("line", line(look.colour, look.widthMm, layer.role == Role::Railways)), {}, 1);
}

std::string basePipe(const base_map::BaseLayer& layer) {
    using base_map::Role;
    // 255 less what a shaded relief has of flat ground: 1 + 254 sin 45°.
    constexpr std::string_view flatIsWhite =
        R"(<brightnesscontrast gamma="1" brightness="74" contrast="0"/>)";
    if (layer.role == Role::Relief)
        return std::string(flatIsWhite);
    if (layer.role != Role::Heights)
        return {};
    // Heights in metres over degrees.
    const double factor = geometry::isInMetres(layer.crs) ? 1 : 1.0 / 111'320;
    return fmt::format(R"(<rasterrenderer type="hillshade" band="1" azimuth="315" angle="45" )"
                       R"(zfactor="{}" multidirection="0" opacity="1" alphaBand="-1"/>{})",
                       qmlNumber(factor), flatIsWhite);
}

} // namespace terroir::exporting
