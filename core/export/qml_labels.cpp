#include "core/export/qml_labels.hpp"

#include "core/export/columns.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/map/furniture.hpp"
#include "core/map/ink.hpp"
#include "core/map/labels.hpp"
#include "core/map/map_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace terroir::exporting {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;
using theme::LayerType;

constexpr int namePt = 8;

/// Within quotation marks of an expression, where a backslash begins an escape, too.
std::string quoted(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            escaped += c;
        escaped += c;
    }
    return escaped;
}

/// A figure in the labels, written as in the language of the export, without trailing zeros (which
/// format_number() of QGIS 3.22 cannot leave out).
std::string figureExpression(const std::string& column, Language language) {
    const bool english = language == Language::English;
    return fmt::format("regexp_replace(format_number({}, 2, '{}'), '{}?0+$', '')",
                       columnReference(column), english ? "en" : "vi", english ? "[.]" : ",");
}

/// A rate in the labels: three significant digits, one decimal at least.
std::string rateExpression(const std::string& column, Language language) {
    const bool english = language == Language::English;
    return fmt::format("regexp_replace(format_number({0}, max(1, 2 - floor(log10(max({0}, "
                       "0.000000001)))), '{1}'), '{2}?0+$', '')",
                       columnReference(column), english ? "en" : "vi", english ? "[.]" : ",");
}

/// The unit's name and, below it, the rate or the figure of the choropleth or of the one circle.
std::string labelExpression(const EvaluatedTheme& evaluated) {
    const auto columns = figureColumns(evaluated.theme);
    std::string expression = columnReference("unit_name");
    if (!evaluated.theme.valuesOnLabels)
        return expression;
    std::size_t circles = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (theme::hasScaling(evaluated.theme.layers[i].type))
            circles += columns[i].size();
    for (std::size_t i = 0; i < evaluated.theme.layers.size(); ++i) {
        const LayerType type = evaluated.theme.layers[i].type;
        // Several circles have their figures themselves.
        if (theme::hasClasses(type) ||
            (columns[i].size() == 1 &&
             (type == LayerType::Bars || (theme::hasScaling(type) && circles == 1))))
            return expression + " || coalesce('\\n' || " +
                   (evaluated.layers[i].hasRates()
                        ? rateExpression(classColumn(evaluated.theme, i), evaluated.language)
                        : figureExpression(columns[i][0], evaluated.language)) +
                   ", '')";
    }
    return expression;
}

/// `CASE WHEN … END` over the classes of a layer that fills: what `of` says of the colour that a
/// unit has; of the hatch's paper without data.
template <typename Of>
std::string byFill(const EvaluatedTheme& evaluated, std::size_t index, const Of& of) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    std::string cases;
    if (theme::hasClasses(layer.layer->type)) {
        const std::string column = columnReference(classColumn(evaluated.theme, index));
        for (const figures::EvaluatedClass& entry : layer.classes)
            cases += fmt::format("WHEN {} <= {} THEN '{}' ", column, qmlNumber(entry.high),
                                 qmlColour(of(entry.colour)));
    } else {
        const std::string column = columnReference(categoryColumn(evaluated.theme, index));
        for (std::size_t i = 0; i < layer.categories.size(); ++i)
            cases += fmt::format("WHEN {} = '{}' THEN '{}' ", column, quoted(layer.categoryKeys[i]),
                                 qmlColour(of(layer.categories[i].colour)));
    }
    const std::string other = qmlColour(of(map::ink::paper));
    return cases.empty() ? fmt::format("'{}'", other)
                         : fmt::format("CASE {}ELSE '{}' END", cases, other);
}

/// Whether a unit has no figure of its own.
std::string isWithoutFigures(const EvaluatedTheme& evaluated) {
    std::string figures;
    for (const auto& columns : figureColumns(evaluated.theme))
        for (const std::string& column : columns)
            figures += columnReference(column) + ",";
    return fmt::format("coalesce({}NULL) IS NULL", figures);
}

/// Units that have no figure of their own.
std::size_t othersOf(const EvaluatedTheme& evaluated) {
    const auto hasFigures = [&](gazetteer::UnitIndex unit) {
        return std::any_of(evaluated.layers.begin(), evaluated.layers.end(),
                           [unit](const EvaluatedLayer& layer) {
                               return layer.hasData(unit) || layer.categoryOf.contains(unit);
                           });
    };
    return std::size_t(std::count_if(evaluated.units.begin(), evaluated.units.end(),
                                     [&](auto unit) { return !hasFigures(unit); }));
}

/// As on maps: names of units with figures come first where there is no room for all, beside their
/// ground where it has none; the others are smaller, and there are none where they are too many.
QmlOptions nameProperties(const EvaluatedTheme& evaluated) {
    const std::size_t others = othersOf(evaluated);
    const std::string without = isWithoutFigures(evaluated);
    QmlOptions properties{{"Priority", fmt::format("if({}, 2, 9)", without)},
                          {"PolygonLabelOutside", fmt::format("if({}, 'no', 'yes')", without)}};
    if (others == 0 || others == evaluated.units.size())
        return properties;
    if (areOthersUnnamed(evaluated))
        properties.emplace_back("Show", fmt::format("if({}, 0, 1)", without));
    else
        properties.emplace_back("Size",
                                fmt::format("if({}, {}, {})", without,
                                            qmlNumber(namePt * map::otherNameShare), namePt));
    return properties;
}

/// Names in quiet letters that give way to all others.
std::string quietNames(std::string_view column, std::string_view letters,
                       std::string_view placement, std::string_view rendering = {}) {
    return fmt::format(
        R"(<labeling type="simple"><settings calloutType="simple"><text-style )"
        R"(fieldName="{}" isExpression="0" {}fontSizeUnit="Point" fontWeight="50" )"
        R"(textColor="{}" textOpacity="1"><text-buffer bufferDraw="1" bufferSize="0.5" )"
        R"(bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.7"/></text-style>)"
        R"(<placement {}/><rendering drawLabels="1" obstacle="0" {}/></settings></labeling>)",
        column, letters, qmlColour(map::ink::quietText), placement, rendering);
}

/// From a name that stands beside its ground.
std::string leaderLine() {
    return fmt::format(
        R"(<callout type="simple"><Option type="Map">)"
        R"(<Option name="anchorPoint" type="QString" value="pole_of_inaccessibility"/>)"
        R"(<Option name="enabled" type="QString" value="1"/>)"
        R"(<Option name="minLength" type="double" value="2"/>)"
        R"(<Option name="minLengthUnit" type="QString" value="MM"/>)"
        R"(<Option name="lineSymbol" type="QString" value="{}"/>)"
        R"(</Option></callout>)",
        escapeXml(fmt::format(
            R"(<symbol type="line" name="symbol" alpha="1" clip_to_extent="1" force_rhr="0">)"
            R"(<layer class="SimpleLine" enabled="1" locked="0" pass="0">{}</layer></symbol>)",
            qmlOptions({{"line_color", "90,90,90,255"},
                        {"line_width", "0.15"},
                        {"line_width_unit", "MM"}}))));
}

/// Letters contrast with the colour of their unit, and their halo is of that colour.
QmlOptions inkProperties(const EvaluatedTheme& evaluated, std::size_t index) {
    const auto inkOf = [](Colour colour) { return map::textOn(colour, map::ink::text).colour; };
    const auto itself = [](Colour colour) { return colour; };
    return {{"Color", byFill(evaluated, index, inkOf)},
            {"BufferColor", byFill(evaluated, index, itself)}};
}

} // namespace

bool areOthersUnnamed(const EvaluatedTheme& evaluated) {
    const std::size_t others = othersOf(evaluated);
    return others > map::maxOthers && others < evaluated.units.size() && !evaluated.theme.gaps;
}

std::string labeling(const EvaluatedTheme& evaluated, std::optional<std::size_t> fill) {
    QmlOptions properties = nameProperties(evaluated);
    if (fill)
        for (auto& property : inkProperties(evaluated, *fill))
            properties.push_back(std::move(property));
    return fmt::format(
        R"(<labeling type="simple"><settings calloutType="simple">)"
        R"(<text-style fieldName="{}" isExpression="1" fontSize="{}" )"
        R"(fontSizeUnit="Point" fontWeight="50" textColor="34,34,34,255" textOpacity="1" )"
        R"(multilineHeight="1"><text-buffer bufferDraw="1" bufferSize="0.7" bufferSizeUnits="MM" )"
        R"(bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/></text-style>)"
        R"(<text-format multilineAlign="1" wrapChar=""/>)"
        R"(<placement placement="4" centroidInside="1" fitInPolygonOnly="0" priority="5"/>)"
        R"(<rendering drawLabels="1" obstacle="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>)"
        R"(<dd_properties>{}</dd_properties>{}</settings></labeling>)",
        escapeXml(labelExpression(evaluated)), namePt, qmlProperties(properties), leaderLine());
}

std::string circleLabeling(const std::vector<CircleLabel>& labels, Language language) {
    std::string rules;
    for (const CircleLabel& label : labels)
        rules += fmt::format(
            R"(<rule key="{{terroir-label-{0}}}" filter="{1} IS NOT NULL"><settings )"
            R"(calloutType="simple"><text-style fieldName="{2}" isExpression="1" )"
            R"(fontSize="7" fontSizeUnit="Point" fontWeight="75" )"
            R"(textColor="20,20,20,255" textOpacity="1"><text-buffer bufferDraw="1" )"
            R"(bufferSize="0.6" bufferSizeUnits="MM" bufferColor="255,255,255,255" )"
            R"(bufferOpacity="0.8" bufferJoinStyle="128"/></text-style>)"
            R"(<placement placement="1" quadOffset="4" offsetUnits="MM" priority="10"/>)"
            R"(<rendering drawLabels="1" obstacle="1" obstacleFactor="2" displayAll="1"/>)"
            R"(<dd_properties>{3}</dd_properties></settings></rule>)",
            escapeXml(label.column), escapeXml(columnReference(label.column)),
            escapeXml(figureExpression(label.column, language)),
            qmlProperties({{"OffsetXY", label.offsetMm}}));
    return fmt::format(
        R"(<labeling type="rule-based"><rules key="{{terroir-labels}}">{}</rules></labeling>)",
        rules);
}

std::string obstacles() {
    return R"(<labeling type="simple"><settings calloutType="simple">)"
           R"(<text-style fieldName="unit_name" isExpression="0"/><placement placement="0"/>)"
           R"(<rendering drawLabels="0" obstacle="1" obstacleFactor="2"/></settings></labeling>)";
}

std::string parentNames() {
    return quietNames("unit_name", R"(fontSize="8" )",
                      R"(placement="4" centroidInside="1" fitInPolygonOnly="1" priority="3")");
}

std::string neighbourNames() {
    return quietNames("unit_name", R"(fontSize="7" fontItalic="1" )",
                      R"(placement="4" centroidInside="1" fitInPolygonOnly="1" priority="1")");
}

std::string countryNames() {
    return quietNames("neighbour", R"(fontSize="9" )",
                      R"(placement="2" placementFlags="4" dist="4" distUnits="MM" priority="1")",
                      R"(mergeLines="1")");
}

std::string seaNames() {
    return quietNames("name", R"(fontSize="8" fontItalic="1" )",
                      R"(placement="1" quadOffset="4" priority="10")", R"(displayAll="1")");
}

} // namespace terroir::exporting
