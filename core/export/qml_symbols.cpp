#include "core/export/qml_symbols.hpp"

#include "core/map/ink.hpp"
#include "core/records/selection.hpp"

#include <fmt/format.h>

namespace terroir::exporting {

namespace {

constexpr std::string_view outlineColour = "110,110,110,255";

std::string layer(std::string_view type, const QmlOptions& options, std::string_view inner = {}) {
    return fmt::format(R"(<layer class="{}" enabled="1" locked="0" pass="0">{}{}</layer>)", type,
                       qmlOptions(options), inner);
}

std::string symbol(std::string_view type, const std::string& name, std::string_view layers) {
    return fmt::format(
        R"(<symbol type="{}" name="{}" alpha="1" clip_to_extent="1" force_rhr="0">{}</symbol>)",
        type, escapeXml(name), layers);
}

std::string dataDefined(const QmlOptions& expressions) {
    return expressions.empty()
               ? std::string()
               : fmt::format("<data_defined_properties>{}</data_defined_properties>",
                             qmlProperties(expressions));
}

/// Neighbours draw their common outline one over the other, each from its own start: dots stay
/// apart where dashes would close each other's gaps.
std::string simpleFill(const std::string& colour) {
    return layer("SimpleFill",
                 {{"color", colour},
                  {"joinstyle", "round"},
                  {"outline_color", std::string(outlineColour)},
                  {"outline_style", "solid"},
                  {"outline_width", "0.2"},
                  {"outline_width_unit", "MM"},
                  {"style", "solid"}},
                 dataDefined({{"outlineStyle", fmt::format("if({} IN ('approximate','gần đúng'),"
                                                           "'dot','solid')",
                                                           columnReference("boundary"))}}));
}

std::string property(std::string_view name, const std::string& expression) {
    return fmt::format(
        R"(<Option type="Map" name="{}"><Option type="bool" name="active" value="true"/>)"
        R"(<Option type="QString" name="expression" value="{}"/>)"
        R"(<Option type="int" name="type" value="3"/></Option>)",
        name, escapeXml(expression));
}

} // namespace

std::string escapeXml(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\n':
            out += "&#10;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string columnReference(const std::string& column) {
    return '"' + column + '"';
}

std::string qmlColour(const Colour& colour) {
    return fmt::format("{},{},{},{}", colour.r, colour.g, colour.b, colour.a);
}

std::string qmlNumber(double value) {
    return fmt::format("{}", value);
}

std::string qmlOptions(const QmlOptions& options) {
    std::string out = R"(<Option type="Map">)";
    for (const auto& [name, value] : options)
        out +=
            fmt::format(R"(<Option type="QString" name="{}" value="{}"/>)", name, escapeXml(value));
    return out + "</Option>";
}

std::string qmlProperties(const QmlOptions& expressions) {
    std::string properties;
    for (const auto& [name, expression] : expressions)
        properties += property(name, expression);
    return fmt::format(R"(<Option type="Map"><Option type="QString" name="name" value=""/>)"
                       R"(<Option type="Map" name="properties">{}</Option>)"
                       R"(<Option type="QString" name="type" value="collection"/></Option>)",
                       properties);
}

std::string fillSymbol(const std::string& name, const Colour& colour) {
    return symbol("fill", name, simpleFill(qmlColour(colour)));
}

std::string noDataSymbol(const std::string& name, const map::Fill& fill) {
    if (fill.hatch == map::Hatch::None)
        return fillSymbol(name, fill.colour);
    const std::string line = symbol("line", "@" + name + "@1",
                                    layer("SimpleLine", {{"capstyle", "square"},
                                                         {"line_color", "170,170,170,255"},
                                                         {"line_style", "solid"},
                                                         {"line_width", "0.2"},
                                                         {"line_width_unit", "MM"}}));
    return symbol("fill", name,
                  simpleFill("255,255,255,255") + layer("LinePatternFill",
                                                        {{"angle", "45"},
                                                         {"distance", "1.8"},
                                                         {"distance_unit", "MM"},
                                                         {"line_width", "0.2"},
                                                         {"line_width_unit", "MM"},
                                                         {"outline_width_unit", "MM"}},
                                                        line));
}

std::string circleSymbol(const std::string& name, const theme::Series& series, double legendSizeMm,
                         const CircleExpressions& expressions) {
    QmlOptions defined;
    if (!expressions.diameterMm.empty())
        defined.emplace_back("size", expressions.diameterMm);
    if (!expressions.offsetMm.empty())
        defined.emplace_back("offset", expressions.offsetMm);
    const bool hollow = series.places == records::PlaceUse::Names;
    const std::string colour = qmlColour(series.colour), paper = "255,255,255,255";
    // The expression is a diameter already: QGIS must not take its root again.
    return symbol("marker", name,
                  layer("SimpleMarker",
                        {{"color", hollow ? paper : colour},
                         {"name", "circle"},
                         {"offset_unit", "MM"},
                         {"outline_color", hollow ? colour : paper},
                         {"outline_style", "solid"},
                         {"outline_width", hollow ? "0.5" : "0.2"},
                         {"outline_width_unit", "MM"},
                         {"scale_method", "diameter"},
                         {"size", qmlNumber(legendSizeMm)},
                         {"size_unit", "MM"}},
                        dataDefined(defined)));
}

} // namespace terroir::exporting
