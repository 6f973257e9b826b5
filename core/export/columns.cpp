#include "core/export/columns.hpp"

#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

namespace terroir::exporting {

namespace {

using theme::LayerType;
using theme::Series;
using NameOf = std::function<std::string(const Series&)>;

std::string columnWord(std::string text) {
    for (char& c : text) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
        else if (!kept)
            c = '_';
    }
    return text;
}

std::string indicatorOf(const Series& series) {
    const auto& list = series.selection.indicators;
    return list.size() == 1 ? list.front() : std::string();
}

std::string categoryOf(const Series& series) {
    const auto& list = series.selection.categories;
    // "3" (stars) alone would be a number, not a name.
    if (list.size() != 1 || list.front().empty())
        return {};
    const bool isNumber = list.front().front() >= '0' && list.front().front() <= '9';
    return isNumber && !series.selection.kinds.empty()
               ? series.selection.kinds.front() + "_" + list.front()
               : list.front();
}

std::string bothOf(const Series& series) {
    const std::string category = categoryOf(series), indicator = indicatorOf(series);
    return category.empty() || indicator.empty() ? std::string() : category + "_" + indicator;
}

std::string kindsOf(const Series& series) {
    std::string text;
    for (const std::string& kind : series.selection.kinds)
        text += (text.empty() ? "" : "_") + kind;
    return text.empty() ? "value" : text;
}

/// Positions that a layer type has among its like, "" for the first, "_2" for the second …
std::string ordinal(const theme::Theme& theme, std::size_t layer,
                    const std::function<bool(const theme::Layer&)>& isLike) {
    const auto before =
        std::count_if(theme.layers.begin(), theme.layers.begin() + std::ptrdiff_t(layer), isLike);
    return before == 0 ? std::string() : fmt::format("_{}", before + 1);
}

} // namespace

std::vector<std::vector<std::string>> figureColumns(const theme::Theme& theme) {
    const std::vector<NameOf> ways{indicatorOf, categoryOf, bothOf, kindsOf};
    std::map<std::string, int> uses;
    for (const theme::Layer& layer : theme.layers)
        for (const Series& series : layer.series)
            for (const NameOf& way : ways)
                ++uses[columnWord(way(series))];
    std::map<std::string, int> taken;
    std::vector<std::vector<std::string>> names;
    for (const theme::Layer& layer : theme.layers) {
        names.emplace_back();
        for (const Series& series : layer.series) {
            std::string name;
            for (const NameOf& way : ways)
                if (name.empty() && uses[columnWord(way(series))] == 1)
                    name = columnWord(way(series));
            if (name.empty())
                name = columnWord(kindsOf(series));
            const int number = ++taken[name];
            names.back().push_back(number == 1 ? name : fmt::format("{}_{}", name, number));
        }
    }
    return names;
}

std::string categoryColumn(const theme::Theme& theme, std::size_t layer) {
    return "category" + ordinal(theme, layer, [](const theme::Layer& other) {
               return theme::hasCategories(other.type);
           });
}

std::string rateColumn(const theme::Theme& theme, std::size_t layer) {
    static const std::map<theme::Per, std::string> endings{
        {theme::Per::Km2, "_per_area"},
        {theme::Per::ThousandPeople, "_per_people"},
        {theme::Per::Total, "_share"}};
    if (theme.layers[layer].type == LayerType::Change)
        return figureColumns(theme)[layer].front() + "_change";
    const auto ending = endings.find(theme.layers[layer].per);
    return ending == endings.end() ? std::string()
                                   : figureColumns(theme)[layer].front() + ending->second;
}

std::string classColumn(const theme::Theme& theme, std::size_t layer) {
    const std::string rates = rateColumn(theme, layer);
    return rates.empty() ? figureColumns(theme)[layer].front() : rates;
}

std::string symbolLayerName(const theme::Theme& theme, std::size_t layer) {
    return theme.id + "_symbols" + ordinal(theme, layer, isSymbolLayer);
}

bool isSymbolLayer(const theme::Layer& layer) {
    return theme::isOfSymbols(layer.type);
}

bool fillsUnits(const theme::Layer& layer) {
    return theme::hasClasses(layer.type) || theme::hasCategories(layer.type);
}

namespace {

/// "Số sản phẩm" has "sản phẩm".
bool hasWords(const std::string& text, const std::string& words) {
    return (" " + text::toLower(text) + " ").find(" " + text::toLower(words) + " ") !=
           std::string::npos;
}

} // namespace

std::string figureTitle(const theme::Layer& layer, const Series& series, Language language) {
    const std::string& label =
        series.label.in(language).empty() ? layer.label.in(language) : series.label.in(language);
    const std::string& unit = series.unit.in(language);
    const bool isSaid =
        unit.empty() || hasWords(label, unit) || hasWords(layer.label.in(language), unit);
    return isSaid ? label : fmt::format("{} ({})", label, unit);
}

std::string rateTitle(const figures::EvaluatedLayer& layer, Language language) {
    // A change is of the layer, not of one of its series.
    const std::string& own = layer.layer->series.front().label.in(language);
    const bool isOfLayer = own.empty() || layer.layer->type == LayerType::Change;
    const std::string& label = isOfLayer ? layer.layer->label.in(language) : own;
    return layer.rateUnit.empty() ? label : fmt::format("{} ({})", label, layer.rateUnit);
}

} // namespace terroir::exporting
