#include "core/export/dot_tables.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/export/columns.hpp"
#include "core/export/qml.hpp"
#include "core/export/qml_symbols.hpp"
#include "core/figures/dot_words.hpp"
#include "core/figures/dots.hpp"

#include <fmt/format.h>

#include <utility>

namespace terroir::exporting {

namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;

bool isOfDots(const theme::Layer& layer) {
    return layer.type == theme::LayerType::Dots;
}

/// What tells the dots of a series from the others': its name, with a number where others have it,
/// too.
std::vector<std::string> seriesNames(const theme::Layer& layer, Language language) {
    std::vector<std::string> names;
    names.reserve(layer.series.size());
    for (const theme::Series& series : layer.series) {
        std::string name = figureTitle(layer, series, language);
        for (const std::string& other : names)
            if (other == name) {
                name += fmt::format(" {}", names.size() + 1);
                break;
            }
        names.push_back(std::move(name));
    }
    return names;
}

std::string dotSymbol(const std::string& name, const Colour& colour) {
    return fmt::format(
        R"(<symbol type="marker" name="{}" alpha="1" clip_to_extent="1" force_rhr="0">)"
        R"(<layer class="SimpleMarker" enabled="1" locked="0" pass="0">{}</layer></symbol>)",
        name,
        qmlOptions({{"name", "circle"},
                    {"color", qmlColour(colour)},
                    {"outline_color", "255,255,255,255"},
                    {"outline_style", "solid"},
                    {"outline_width", "0.08"},
                    {"outline_width_unit", "MM"},
                    {"scale_method", "diameter"},
                    {"size", qmlNumber(figures::dotMm)},
                    {"size_unit", "MM"}}));
}

/// Points are drawn in the order of their rows: colours stay mixed.
std::string dotStyle(const theme::Layer& layer, const std::vector<std::string>& names,
                     const std::vector<Column>& columns) {
    std::string categories, symbols;
    for (std::size_t i = 0; i < names.size(); ++i) {
        categories += fmt::format(
            R"(<category value="{0}" symbol="{1}" label="{0}" render="true" type="string"/>)",
            escapeXml(names[i]), i);
        symbols += dotSymbol(std::to_string(i), layer.series[i].colour);
    }
    return styleDocument(
        fmt::format(R"(<renderer-v2 type="categorizedSymbol" attr="figure" symbollevels="0" )"
                    R"(enableorderby="0" forceraster="0"><categories>{}</categories>)"
                    R"(<symbols>{}</symbols></renderer-v2>)",
                    categories, symbols),
        columns, 0);
}

LayerTable dotTable(const EvaluatedTheme& evaluated, std::size_t index,
                    const gazetteer::Gazetteer& gazetteer) {
    const Words word(evaluated.language);
    const figures::PageWords words(evaluated, gazetteer);
    const EvaluatedLayer& layer = evaluated.layers[index];
    const std::string value = figures::dotValueWords(layer, words);
    LayerTable table;
    table.name = dotLayerName(evaluated.theme, index);
    table.title = fmt::format("{}: {}", evaluated.theme.title.in(evaluated.language), value);
    table.description = figures::dotSumWords(layer, words) + ".";
    table.geometry = GeometryType::OnePoint;
    table.columns = {{"unit_code", word("Mã đơn vị", "Unit code")},
                     {"unit_name", word("Tên đơn vị", "Unit name")},
                     {"figure", word("Số liệu", "Figure")},
                     {"value", word("Một điểm thể hiện", "Value of the dot"), ColumnType::Real}};
    const std::vector<std::string> names = seriesNames(*layer.layer, evaluated.language);
    table.rows.reserve(layer.dots.dots.size());
    for (const figures::Dot& dot : layer.dots.dots) {
        const gazetteer::Unit& unit = gazetteer.unit(dot.unit);
        LayerRow row;
        row.cells = {unit.code, unit.name, names[dot.series], layer.dots.value};
        row.points = {dot.lonLat};
        table.rows.push_back(std::move(row));
    }
    const std::string& label = layer.layer->label.in(evaluated.language);
    table.styles = {{label.empty() ? value : fmt::format("{} ({})", label, value),
                     dotStyle(*layer.layer, names, table.columns)}};
    return table;
}

} // namespace

std::string dotLayerName(const theme::Theme& theme, std::size_t layer) {
    std::size_t number = 1;
    for (std::size_t i = 0; i < layer; ++i)
        number += isOfDots(theme.layers[i]) ? 1 : 0;
    return theme.id + (number == 1 ? "_dots" : fmt::format("_dots_{}", number));
}

std::vector<LayerTable> dotTables(const EvaluatedTheme& evaluated,
                                  const gazetteer::Gazetteer& gazetteer) {
    std::vector<LayerTable> tables;
    for (std::size_t i = 0; i < evaluated.layers.size(); ++i)
        if (!evaluated.layers[i].dots.dots.empty())
            tables.push_back(dotTable(evaluated, i, gazetteer));
    return tables;
}

std::vector<LocalText> remarksOfDots(const EvaluatedTheme& evaluated, const std::string& format) {
    std::size_t dots = 0;
    for (const EvaluatedLayer& layer : evaluated.layers)
        dots += layer.dots.dots.size();
    if (dots == 0)
        return {};
    return {localText("Tệp {} chứa các đơn vị cùng số liệu, không có {} điểm của bản đồ; cần thì "
                      "xuất .gpkg.",
                      "A {} file holds the units with their figures, and not the {} dots of the "
                      "map; for them write a .gpkg.",
                      format, numberText(double(dots)))};
}

} // namespace terroir::exporting
