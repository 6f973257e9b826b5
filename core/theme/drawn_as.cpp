#include "core/theme/drawn_as.hpp"

#include "core/base/day_text.hpp"
#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/theme/filled_layer.hpp"
#include "core/theme/layer_type.hpp"
#include "core/theme/one_whole.hpp"
#include "core/theme/theme_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::theme {

namespace {

constexpr Choice<LayerType> drawings[] = {
    {"circles", LayerType::Symbols}, {"pie", LayerType::Pie},
    {"bars", LayerType::Bars},       {"stacked-bars", LayerType::StackedBars},
    {"dots", LayerType::Dots},       {"pictograms", LayerType::Pictograms}};

bool isOfLocations(const Layer& layer) {
    return std::all_of(layer.series.begin(), layer.series.end(), [](const Series& series) {
        return series.places == records::PlaceUse::Locations;
    });
}

/// A sum of hectares and farms is a number of nothing, and no dot stands for both; one of things
/// that count in two of the series is larger than their number.
void requireOneSum(const Theme& theme, const Layer& layer, LayerType type) {
    const LocalText why = whyNoWhole(layer.series);
    if (why != LocalText())
        throw UsageError(localText(
            "Chủ đề '{}' không vẽ thành '{}' được: {}, nên không cộng lại thành một tổng. Hãy dùng "
            "bars (cột cạnh nhau) hoặc circles (vòng tròn).",
            "The theme '{}' cannot be drawn as '{}': {}, so they have no sum. Use bars side by "
            "side, or circles.",
            theme.id, wordFor(type, drawings), why));
}

void requirePictures(const Theme& theme, const Layer& layer) {
    for (const Series& series : layer.series)
        if (!series.picture)
            throw UsageError(localText(
                "Chủ đề '{}': không biết hình nào hợp với dãy '{}'. Hãy chép tệp chủ đề và ghi "
                "\"picture\", ví dụ \"picture\": \"mark\".",
                "The theme '{}': no picture is known for the series '{}'. Copy the theme file and "
                "give it one, such as \"picture\": \"mark\".",
                theme.id, series.label.vi.empty() ? layer.label : series.label));
}

/// Everything up to a day.
std::optional<Period> parseUntil(std::string_view text) {
    const auto day = parseDayText(text);
    return day ? std::optional(Period{Date::beginning(), day->nextDay()}) : std::nullopt;
}

} // namespace

Theme scaledBy(Theme theme, Scaling scaling) {
    bool isAny = false;
    for (Layer& layer : theme.layers)
        if (hasScaling(layer.type)) {
            layer.scaling = scaling;
            isAny = true;
        }
    if (!isAny)
        throw UsageError(localText(
            "Chủ đề '{}' không có vòng tròn hay hình có cỡ theo số liệu, nên không đổi được cách "
            "tính cỡ. Hãy thêm --draw-as circles, hoặc chọn chủ đề khác.",
            "The theme '{}' has no circles or pictures that are as large as their figures, so "
            "they cannot be scaled. Add --draw-as circles, or choose another theme.",
            theme.id));
    return theme;
}

std::optional<Scaling> parseScaling(std::string_view text) {
    for (const auto& choice : scalings)
        if (choice.name == text)
            return choice.value;
    return std::nullopt;
}

std::vector<std::string> scalingWords() {
    std::vector<std::string> words;
    for (const auto& choice : scalings)
        words.emplace_back(choice.name);
    return words;
}

std::optional<LayerType> parseDrawnAs(std::string_view text) {
    for (const auto& choice : drawings)
        if (choice.name == text)
            return choice.value;
    return std::nullopt;
}

std::vector<std::string> drawnAsWords() {
    std::vector<std::string> words;
    for (const auto& choice : drawings)
        words.emplace_back(choice.name);
    return words;
}

std::string drawnAsWord(LayerType type) {
    return wordFor(type, drawings);
}

Theme drawnAs(Theme theme, LayerType type) {
    bool isAny = false;
    for (Layer& layer : theme.layers) {
        if (!showsFigures(layer.type) || !isOfLocations(layer))
            continue;
        if (showsSum(type) || type == LayerType::Dots)
            requireOneSum(theme, layer, type);
        setType(layer, type);
        if (type == LayerType::Pictograms)
            requirePictures(theme, layer);
        isAny = true;
    }
    if (!isAny)
        throw UsageError(
            localText("Chủ đề '{}' tô màu, không vẽ ký hiệu trên đơn vị, nên không đổi "
                      "thành '{}' được. Hãy chọn chủ đề khác.",
                      "The theme '{}' fills areas and has no symbols on units, so it "
                      "cannot be drawn as '{}'. Choose another theme.",
                      theme.id, wordFor(type, drawings)));
    return theme;
}

std::optional<Times> parseTimes(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos)
        return std::nullopt;
    const std::string_view first = text.substr(0, comma), second = text.substr(comma + 1);
    const auto years = parseYears(first), laterYears = parseYears(second);
    if (years && laterYears)
        return years->to <= laterYears->from ? std::optional(Times{*years, *laterYears})
                                             : std::nullopt;
    const auto until = parseUntil(first), laterUntil = parseUntil(second);
    return until && laterUntil && until->to < laterUntil->to
               ? std::optional(Times{*until, *laterUntil})
               : std::nullopt;
}

std::string timesText(const Times& times) {
    const auto textOf = [](const Period& time) {
        const std::string years = yearsText(time);
        return years.empty() ? time.to.previousDay().toString() : years;
    };
    return textOf(times[0]) + ',' + textOf(times[1]);
}

Theme changeBetween(Theme theme, const Times& times) {
    const Layer* const filled = filledLayer(theme);
    if (filled == nullptr || filled->type == LayerType::Change)
        throw UsageError(localText(
            "Chủ đề '{}' vẽ nhiều nhóm số liệu cạnh nhau hoặc đã so sánh hai thời điểm, nên không "
            "so sánh được. Hãy chọn chủ đề có một dãy số liệu, ví dụ crop-areas.",
            "The theme '{}' draws several figures beside each other, or compares two times "
            "already. Choose a theme with one series, for example crop-areas.",
            theme.id));
    Layer layer = *filled;
    setType(layer, LayerType::Change);
    layer.palette = "RdBu";
    layer.per = Per::None;
    layer.classes = {};
    Series after = layer.series.front();
    if (layer.label.vi.empty())
        layer.label = after.label;
    layer.series.push_back(after);
    for (std::size_t i = 0; i < times.size(); ++i) {
        Series& series = layer.series[i];
        series.selection.period = times[i];
        series.label =
            localText("{} {}", "{} {}", series.label.vi.empty() ? layer.label : series.label,
                      LocalText{periodInWords(times[i], Language::Vietnamese),
                                periodInWords(times[i], Language::English)});
    }
    layer.label = localText("{}: thay đổi", "{}: change", layer.label);
    theme.title = localText("{}: thay đổi", "{}: change", theme.title);
    theme.layers = {std::move(layer)};
    theme.list = false;
    theme.histogram = false;
    theme.gaps.reset(); // a unit that cannot be compared may have figures
    return theme;
}

} // namespace terroir::theme
