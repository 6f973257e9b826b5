#include "core/export/sld.hpp"

#include "core/base/number.hpp"
#include "core/export/columns.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/map/ink.hpp"
#include "core/map/unit_fills.hpp"

#include <fmt/format.h>

#include <cmath>

namespace terroir::exporting {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;

std::string hexOf(const Colour& colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
}

std::string parameter(std::string_view name, const std::string& value) {
    return fmt::format(R"(<se:SvgParameter name="{}">{}</se:SvgParameter>)", name, value);
}

std::string paint(const Colour& fill, const Colour& line) {
    const std::string opacity =
        fill.a < 255 ? parameter("fill-opacity", qmlNumber(fill.a / 255.0)) : std::string();
    return "<se:Fill>" + parameter("fill", hexOf(fill)) + opacity + "</se:Fill><se:Stroke>" +
           parameter("stroke", hexOf(line)) + parameter("stroke-width", "0.5") + "</se:Stroke>";
}

std::string polygon(const Colour& fill) {
    return "<se:PolygonSymbolizer>" + paint(fill, map::ink::unitLine) + "</se:PolygonSymbolizer>";
}

std::string comparison(std::string_view relation, const std::string& column,
                       const std::string& value) {
    return fmt::format("<ogc:{0}><ogc:PropertyName>{1}</ogc:PropertyName><ogc:Literal>{2}"
                       "</ogc:Literal></ogc:{0}>",
                       relation, escapeXml(column), escapeXml(value));
}

/// Above `low`, or from it on, up to `high`.
std::string between(const std::string& column, double low, double high, bool isFrom) {
    return "<ogc:And>" +
           comparison(isFrom ? "PropertyIsGreaterThanOrEqualTo" : "PropertyIsGreaterThan", column,
                      qmlNumber(low)) +
           comparison("PropertyIsLessThanOrEqualTo", column, qmlNumber(high)) + "</ogc:And>";
}

std::string isNothing(const std::string& column) {
    return "<ogc:PropertyIsNull><ogc:PropertyName>" + escapeXml(column) +
           "</ogc:PropertyName></ogc:PropertyIsNull>";
}

std::string rule(const std::string& title, const std::string& filter, const std::string& symbol) {
    return fmt::format("<se:Rule><se:Name>{0}</se:Name><se:Description><se:Title>{0}</se:Title>"
                       "</se:Description><ogc:Filter>{1}</ogc:Filter>{2}</se:Rule>",
                       escapeXml(title), filter, symbol);
}

std::string document(const std::string& name, const std::string& rules) {
    return fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?><StyledLayerDescriptor version="1.1.0" )"
        R"(xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" )"
        R"(xmlns:se="http://www.opengis.net/se"><NamedLayer><se:Name>{0}</se:Name><UserStyle>)"
        R"(<se:Name>{0}</se:Name><se:FeatureTypeStyle>{1}</se:FeatureTypeStyle></UserStyle>)"
        R"(</NamedLayer></StyledLayerDescriptor>)",
        escapeXml(name), rules);
}

} // namespace

std::string polygonSld(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    const bool hasClasses = theme::hasClasses(evaluated.theme.layers[index].type);
    const std::string column =
        hasClasses ? classColumn(evaluated.theme, index) : categoryColumn(evaluated.theme, index);
    std::string rules;
    if (hasClasses)
        for (const figures::EvaluatedClass& entry : layer.classes)
            rules += rule(entry.label,
                          between(column, entry.low, entry.high, &entry == &layer.classes.front()),
                          polygon(entry.colour));
    else
        for (std::size_t i = 0; i < layer.categories.size(); ++i)
            rules += rule(layer.categories[i].label,
                          comparison("PropertyIsEqualTo", column, layer.categoryKeys[i]),
                          polygon(layer.categories[i].colour));
    rules += rule(theme::noDataWords(evaluated.theme).in(evaluated.language), isNothing(column),
                  polygon(map::UnitFills(evaluated).ofNoData().colour));
    return document(evaluated.theme.title.in(evaluated.language), rules);
}

std::string circleSld(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    const theme::Layer& style = evaluated.theme.layers[index];
    if (style.type != theme::LayerType::Symbols || style.series.size() != 1 ||
        layer.largestSymbol <= 0)
        return {};
    constexpr int sizes = 5;
    constexpr double mmPerPixel = 0.28; // of Symbology Encoding, 10.2
    const std::string column = figureColumns(evaluated.theme)[index].front();
    std::string rules;
    double low = 0;
    for (int i = 1; i <= sizes; ++i) {
        const double share = double(i) / sizes, high = share * share * layer.largestSymbol;
        rules += rule(
            fmt::format("≤ {}", formatNumber(high, evaluated.language)),
            between(column, low, high, false),
            fmt::format(
                "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>"
                "circle</se:WellKnownName>{}</se:Mark><se:Size>{}</se:Size>"
                "</se:Graphic></se:PointSymbolizer>",
                paint(style.series.front().colour, map::ink::paper),
                qmlNumber(std::round(10 * figures::symbolSizeMm(layer, high) / mmPerPixel) / 10)));
        low = high;
    }
    return document(style.label.in(evaluated.language), rules);
}

} // namespace terroir::exporting
