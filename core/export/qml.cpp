#include "core/export/qml.hpp"

#include "core/base/number.hpp"
#include "core/export/circle_row.hpp"
#include "core/export/columns.hpp"
#include "core/export/qml_form.hpp"
#include "core/export/qml_labels.hpp"
#include "core/export/qml_pictures.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/export/sld.hpp"
#include "core/map/bars.hpp"
#include "core/map/circle_values.hpp"
#include "core/map/ink.hpp"
#include "core/map/unit_fills.hpp"
#include "core/records/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace terroir::exporting {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;
using theme::LayerType;

/// Key of units without data in a categorised renderer.
constexpr const char* noDataKey = "-";

std::string noDataLabel(const EvaluatedTheme& evaluated, std::size_t count) {
    return fmt::format("{} ({})", theme::noDataWords(evaluated.theme).in(evaluated.language),
                       count);
}

map::Fill noDataFill(const EvaluatedTheme& evaluated) {
    return map::UnitFills(evaluated).ofNoData();
}

struct Range {
    double low, high;
    std::string label;
};

std::string graduated(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    const double none = noDataValue(layer);
    std::string ranges, symbols;
    const auto add = [&](const Range& range, const std::string& symbol, std::size_t number) {
        ranges += fmt::format(
            R"(<range lower="{}" upper="{}" symbol="{}" label="{}" render="true"/>)",
            qmlNumber(range.low), qmlNumber(range.high), number, escapeXml(range.label));
        symbols += symbol;
    };
    for (std::size_t i = 0; i < layer.classes.size(); ++i) {
        const figures::EvaluatedClass& entry = layer.classes[i];
        add({entry.low, entry.high, countedLabel(entry, evaluated.language)},
            fillSymbol(std::to_string(i), entry.colour), i);
    }
    const std::size_t last = layer.classes.size();
    add({none, none, noDataLabel(evaluated, layer.noData)},
        noDataSymbol(std::to_string(last), noDataFill(evaluated)), last);
    const std::string expression = fmt::format(
        "coalesce({},{})", columnReference(classColumn(evaluated.theme, index)), qmlNumber(none));
    return fmt::format(
        R"(<renderer-v2 type="graduatedSymbol" attr="{}" graduatedMethod="GraduatedColor" )"
        R"(symbollevels="0" enableorderby="0" forceraster="0"><ranges>{}</ranges>)"
        R"(<symbols>{}</symbols><source-symbol>{}</source-symbol></renderer-v2>)",
        escapeXml(expression), ranges, symbols, fillSymbol("0", {200, 200, 200, 255}));
}

struct Category {
    std::string value, label, symbol;
};

std::string categorised(const std::string& expression, const std::vector<Category>& entries) {
    std::string categories, symbols;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        categories += fmt::format(
            R"(<category value="{}" symbol="{}" label="{}" render="true" type="string"/>)",
            escapeXml(entries[i].value), i, escapeXml(entries[i].label));
        symbols += entries[i].symbol;
    }
    return fmt::format(R"(<renderer-v2 type="categorizedSymbol" attr="{}" symbollevels="0" )"
                       R"(enableorderby="0" forceraster="0"><categories>{}</categories>)"
                       R"(<symbols>{}</symbols><source-symbol>{}</source-symbol></renderer-v2>)",
                       escapeXml(expression), categories, symbols,
                       fillSymbol("0", {200, 200, 200, 255}));
}

std::string categories(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    std::vector<Category> entries;
    for (std::size_t i = 0; i < layer.categories.size(); ++i)
        entries.push_back({layer.categoryKeys[i],
                           countedLabel(layer.categories[i], evaluated.language),
                           fillSymbol(std::to_string(i), layer.categories[i].colour)});
    const std::string last = std::to_string(entries.size());
    entries.push_back({noDataKey, noDataLabel(evaluated, layer.noData),
                       noDataSymbol(last, noDataFill(evaluated))});
    return categorised(fmt::format("coalesce({},'{}')",
                                   columnReference(categoryColumn(evaluated.theme, index)),
                                   noDataKey),
                       entries);
}

/// For themes of symbols only: the ground under them, hatched where nothing is known.
std::string ground(const EvaluatedTheme& evaluated) {
    std::string all;
    std::size_t without = evaluated.units.size();
    const auto columns = figureColumns(evaluated.theme);
    // As EvaluatedLayer::hasData(): a place in a name is no data about the place.
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t j = 0; j < columns[i].size(); ++j)
            if (evaluated.theme.layers[i].series[j].places == records::PlaceUse::Locations)
                all += columnReference(columns[i][j]) + ",";
    all += columnReference(sharedColumn) + ",";
    for (const EvaluatedLayer& layer : evaluated.layers)
        without = std::min(without, layer.noData);
    const bool english = evaluated.language == Language::English;
    const std::size_t with = evaluated.units.size() - without;
    return categorised(
        fmt::format("CASE WHEN coalesce({}NULL) IS NULL THEN '{}' ELSE '+' END", all, noDataKey),
        {{"+", fmt::format("{} ({})", english ? "With data" : "Có số liệu", with),
          fillSymbol("0", {246, 243, 234, 255})},
         {noDataKey, noDataLabel(evaluated, without), noDataSymbol("1", noDataFill(evaluated))}});
}

/// Nested circles with their figures, of a renderer whose circles have a size by a figure.
std::string sizeLegend(const EvaluatedLayer& layer, const theme::Series& series,
                       const std::string& title, Language language) {
    std::string classes;
    if (hasOneSize(*layer.layer))
        return classes;
    for (const double figure : map::circleValues(layer))
        classes +=
            fmt::format(R"(<class size="{}" label="{}"/>)", qmlNumber(symbolSizeMm(layer, figure)),
                        formatNumber(figure, language));
    return classes.empty()
               ? classes
               : fmt::format(R"(<data-defined-size-legend type="collapsed" valign="bottom" )"
                             R"(title="{}">{}<classes>{}</classes></data-defined-size-legend>)",
                             escapeXml(title),
                             seriesSymbol("source", series, layer.layer->maxSizeMm), classes);
}

std::string singleSymbol(const std::string& symbol, const std::string& legend) {
    return fmt::format(R"(<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" )"
                       R"(forceraster="0"><symbols>{}</symbols>{}</renderer-v2>)",
                       symbol, legend);
}

/// Of a unit, or of units together.
bool hasFigures(const EvaluatedLayer& layer, std::size_t series) {
    return !layer.series[series].cells.empty() ||
           std::any_of(layer.shared.begin(), layer.shared.end(),
                       [&](const auto& entry) { return entry.second.cells[series].has_value(); });
}

std::string singleSymbols(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    const theme::Series& series = layer.layer->series.front();
    return singleSymbol(
        seriesSymbol("0", series, layer.layer->maxSizeMm, CircleRow(evaluated).circle(index, 0)),
        sizeLegend(layer, series, figureTitle(*layer.layer, series, evaluated.language),
                   evaluated.language));
}

/// Figures at circles that stand side by side; one circle has its figure below the unit's name.
std::string symbolLabeling(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    const CircleRow row(evaluated);
    if (!theme::hasScaling(layer.layer->type) || row.size() < 2 || !evaluated.theme.valuesOnLabels)
        return obstacles();
    const std::vector<std::string> columns = figureColumns(evaluated.theme)[index];
    std::vector<CircleLabel> labels;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (hasFigures(layer, i))
            labels.push_back(
                {columns[i], labelOffset(layer.layer->series[i], row.circle(index, i))});
    return circleLabeling(labels, evaluated.language);
}

/// One rule per series, so that the legend names each; a series without any figure has none.
std::string symbolRules(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    const std::vector<std::string> columns = figureColumns(evaluated.theme)[index];
    const CircleRow row(evaluated);
    std::string rules, symbols;
    std::size_t number = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!hasFigures(layer, i))
            continue;
        const theme::Series& series = layer.layer->series[i];
        rules += fmt::format(R"(<rule key="{{terroir-{}}}" filter="{}" symbol="{}" label="{}"/>)",
                             i, escapeXml(columnReference(columns[i]) + " > 0"), number,
                             escapeXml(figureTitle(*layer.layer, series, evaluated.language)));
        symbols +=
            seriesSymbol(std::to_string(number++), series, legendMarkMm, row.circle(index, i));
    }
    return fmt::format(R"(<renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" )"
                       R"(forceraster="0"><rules key="{{terroir}}">{}</rules>)"
                       R"(<symbols>{}</symbols></renderer-v2>)",
                       rules, symbols);
}

/// How QGIS names what it draws as diagrams.
std::string_view diagramOf(LayerType type) {
    return type == LayerType::Pie ? "Pie" : type == LayerType::Bars ? "Histogram" : "Stacked";
}

/// QGIS draws pies and bars as diagrams over an invisible point.
std::string diagrams(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    const LayerType type = layer.layer->type;
    const std::vector<std::string> columns = figureColumns(evaluated.theme)[index];
    std::string attributes, sum;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const theme::Series& series = layer.layer->series[i];
        sum += fmt::format("{}coalesce({},0)", i == 0 ? "" : " + ", columnReference(columns[i]));
        if (!layer.series[i].cells.empty())
            attributes +=
                fmt::format(R"(<attribute field="{}" label="{}" color="{}" colorOpacity="1"/>)",
                            escapeXml(columnReference(columns[i])),
                            escapeXml(figureTitle(*layer.layer, series, evaluated.language)),
                            series.colour.toHex());
    }
    const std::string size = qmlNumber(layer.layer->maxSizeMm);
    const bool isOfBars = theme::isOfBars(type);
    return fmt::format(
        R"(<renderer-v2 type="nullSymbol" symbollevels="0" enableorderby="0" forceraster="0"/>)"
        R"(<LinearlyInterpolatedDiagramRenderer diagramType="{}" attributeLegend="1" lowerValue="0" )"
        R"(upperValue="{}" lowerWidth="0" lowerHeight="0" upperWidth="{}" upperHeight="{}" )"
        R"(classificationAttributeExpression="{}"><DiagramCategory enabled="1" sizeType="MM" )"
        R"(scaleDependency="{}" scaleBasedVisibility="0" minimumSize="{}" width="{}" height="{}" )"
        R"(penColor="#ffffff" penAlpha="255" penWidth="0.2" backgroundColor="#ffffff" )"
        R"(backgroundAlpha="0" opacity="1" rotationOffset="270" direction="1" {}labelPlacementMethod="XHeight">)"
        R"({}</DiagramCategory></LinearlyInterpolatedDiagramRenderer>)"
        R"(<DiagramLayerSettings placement="1" obstacle="1" priority="10" showAll="1" dist="0" )"
        R"(zIndex="0" linePlacementFlags="0"/>)",
        diagramOf(type), qmlNumber(layer.largestSymbol), size, size, escapeXml(sum),
        isOfBars ? "Diameter" : "Area",
        qmlNumber(isOfBars ? figures::leastBarMm : figures::leastSymbolMm), size, size,
        isOfBars ? fmt::format(R"(diagramOrientation="Up" barWidth="{}" spacing="0" showAxis="0" )",
                               qmlNumber(map::barWidthMm))
                 : std::string(),
        attributes);
}

std::string singleFill(QmlOptions options) {
    options.insert(options.end(), {{"joinstyle", "round"}, {"outline_width_unit", "MM"}});
    return fmt::format(
        R"(<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">)"
        R"(<symbols><symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">)"
        R"(<layer class="SimpleFill" enabled="1" locked="0" pass="0">{}</layer></symbol></symbols>)"
        R"(</renderer-v2>)",
        qmlOptions(options));
}

} // namespace

std::string countedLabel(const figures::EvaluatedClass& entry, Language language) {
    if (entry.sharedCount == 0)
        return fmt::format("{} ({})", entry.label, entry.count);
    const std::string own = entry.count == 0 ? "" : fmt::format("{}, ", entry.count);
    return language == Language::English
               ? fmt::format("{} ({}{} together)", entry.label, own, entry.sharedCount)
               : fmt::format("{} ({}chung {})", entry.label, own, entry.sharedCount);
}

double noDataValue(const EvaluatedLayer& layer) {
    double none = -1;
    for (const figures::EvaluatedClass& entry : layer.classes)
        none = std::min(none, std::floor(entry.low) - 1);
    return none;
}

std::vector<LayerStyle> polygonStyles(const EvaluatedTheme& evaluated,
                                      const std::vector<Column>& columns) {
    std::vector<LayerStyle> styles;
    const auto add = [&](const std::string& name, const std::string& renderer,
                         const std::string& labels, const std::string& sld) {
        styles.push_back({name, styleDocument(renderer + labels, columns, 2), sld});
    };
    for (std::size_t i = 0; i < evaluated.layers.size(); ++i) {
        const theme::Layer& layer = evaluated.theme.layers[i];
        const std::string& label = layer.label.in(evaluated.language);
        if (fillsUnits(layer))
            add(evaluated.layers[i].hasRates() ? rateTitle(evaluated.layers[i], evaluated.language)
                : label.empty()                ? evaluated.theme.id
                                               : label,
                theme::hasClasses(layer.type) ? graduated(evaluated, i) : categories(evaluated, i),
                labeling(evaluated, i), polygonSld(evaluated, i));
    }
    if (styles.empty())
        add(evaluated.theme.title.in(evaluated.language), ground(evaluated), labeling(evaluated), {});
    return styles;
}

LayerStyle groupStyle(const EvaluatedTheme& evaluated, const std::vector<Column>& columns,
                      const std::string& name) {
    for (std::size_t i = 0; i < evaluated.layers.size(); ++i)
        if (fillsUnits(evaluated.theme.layers[i]))
            return {name, polygonStyles(evaluated, columns).front().qml};
    return {name, styleDocument(singleFill({{"style", "no"},
                                       {"outline_color", "90,90,90,255"},
                                       {"outline_style", "dash"},
                                       {"outline_width", "0.4"}}) +
                               labeling(evaluated),
                           columns, 2)};
}

LayerStyle symbolStyle(const EvaluatedTheme& evaluated, std::size_t layer,
                       const std::vector<Column>& columns) {
    const theme::Layer& style = evaluated.theme.layers[layer];
    const std::string content = !theme::hasScaling(style.type) ? diagrams(evaluated, layer)
                                : style.series.size() == 1     ? singleSymbols(evaluated, layer)
                                                               : symbolRules(evaluated, layer);
    return {style.label.in(evaluated.language),
            styleDocument(content + symbolLabeling(evaluated, layer), columns, 0),
            circleSld(evaluated, layer)};
}

std::string sizesStyle(const EvaluatedTheme& evaluated, std::size_t index) {
    const EvaluatedLayer& layer = evaluated.layers[index];
    theme::Series any;
    any.colour = {110, 110, 110, 255};
    any.places = records::PlaceUse::Names; // hollow
    // Without a title QGIS shows the expression of the size.
    const Words words(evaluated.language);
    any.picture = layer.layer->series.front().picture;
    const std::string legend =
        sizeLegend(layer, any,
                   any.picture ? words("Cỡ hình", "Size of the pictures")
                               : words("Cỡ vòng tròn", "Size of the circles"),
                   evaluated.language);
    if (!isSymbolLayer(*layer.layer) || theme::isOfBars(layer.layer->type) ||
        layer.layer->series.size() < 2 || legend.empty())
        return {};
    const std::string column = figureColumns(evaluated.theme)[index].front();
    return styleDocument(singleSymbol(seriesSymbol("0", any, layer.layer->maxSizeMm,
                                                   {diameterExpression(layer, column), ""}),
                                      legend),
                         {}, 0);
}

std::string tableStyle(const std::vector<Column>& columns) {
    return styleDocument("", columns, 4);
}

std::string pageUnitStyle() {
    const std::string fill = qmlOptions({{"style", "no"},
                                         {"joinstyle", "round"},
                                         {"outline_style", "solid"},
                                         {"outline_color", "204,0,0,255"},
                                         {"outline_width", "0.8"},
                                         {"outline_width_unit", "MM"}});
    return styleDocument(
        fmt::format(
            R"(<renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">)"
            R"(<rules key="{{terroir}}"><rule key="{{terroir-page}}" symbol="0" )"
            R"(filter="$id = @atlas_featureid"/></rules><symbols>)"
            R"(<symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">)"
            R"(<layer class="SimpleFill" enabled="1" locked="0" pass="0">{}</layer></symbol>)"
            R"(</symbols></renderer-v2>)",
            fill),
        {}, 2);
}

std::string outlineStyle(OutlineNames names) {
    const std::string renderer = singleFill({{"style", "no"},
                                             {"outline_style", "solid"},
                                             {"outline_color", "60,60,60,255"},
                                             {"outline_width", "0.45"}});
    return styleDocument(renderer + (names == OutlineNames::Yes ? parentNames() : ""), {}, 2);
}

std::string borderStyle() {
    const auto stroke = [](const Colour& colour, double widthMm) {
        return fmt::format(
            R"(<layer class="SimpleLine" enabled="1" locked="0" pass="0">{}</layer>)",
            qmlOptions({{"line_color", qmlColour(colour)},
                        {"line_style", "solid"},
                        {"line_width", qmlNumber(widthMm)},
                        {"line_width_unit", "MM"},
                        {"capstyle", "round"},
                        {"joinstyle", "round"}}));
    };
    return styleDocument(
        fmt::format(
            R"(<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">)"
            R"(<symbols><symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">)"
            R"({}{}</symbol></symbols></renderer-v2>)",
            stroke(map::ink::borderBand, map::borderBandMm),
            stroke(map::ink::text, map::borderMm)) +
            countryNames(),
        {}, 1);
}

std::string seaNameStyle() {
    return styleDocument(R"(<renderer-v2 type="nullSymbol"/>)" + seaNames(), {}, 0);
}

std::string surroundingsStyle() {
    return styleDocument(singleFill({{"color", qmlColour(map::ink::contextFill)},
                                {"style", "solid"},
                                {"outline_style", "solid"},
                                {"outline_color", "190,188,180,255"},
                                {"outline_width", "0.15"}}) +
                        neighbourNames(),
                    {}, 2);
}

std::string styleDocument(std::string_view content, const std::vector<Column>& columns, int geometry) {
    return fmt::format("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
                       R"(<qgis version="3.22.16" labelsEnabled="1" )"
                       R"(styleCategories="Symbology|Labeling|Fields|Diagrams">{}{})"
                       R"(<layerGeometryType>{}</layerGeometryType></qgis>)",
                       content, formXml(columns), geometry);
}

std::string_view styleContent(std::string_view qml) {
    const std::size_t head = qml.find("<qgis ");
    if (head == std::string_view::npos)
        return {};
    const std::size_t from = qml.find('>', head) + 1;
    return qml.substr(from, qml.find("<layerGeometryType>", from) - from);
}

std::string qml(const EvaluatedTheme& evaluated) {
    return polygonStyles(evaluated, {}).front().qml;
}

} // namespace terroir::exporting
