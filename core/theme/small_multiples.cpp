#include "core/theme/small_multiples.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/fields.hpp"
#include "core/records/vocabulary.hpp"
#include "core/theme/layer_type.hpp"
#include "core/theme/theme_words.hpp"

#include <algorithm>
#include <utility>

namespace terroir::theme {

namespace {

constexpr Choice<MultiplesBy> ways[] = {{"years", MultiplesBy::Years},
                                        {"kinds", MultiplesBy::Kinds},
                                        {"provinces", MultiplesBy::Provinces}};

/// Frames have one legend: what colours stand for must not depend on the frame.
void requireOneLegend(const Theme& theme) {
    for (const Layer& layer : theme.layers)
        if (layer.type == LayerType::Change || hasCategories(layer.type))
            throw UsageError(localText(
                "Chủ đề '{}' có lớp kiểu '{}', mà các khung nhỏ dùng chung một chú giải nên không "
                "chia theo năm hay theo loại được. Hãy chọn --small-multiples provinces, hoặc chủ "
                "đề khác.",
                "The theme '{}' has a layer of the type '{}', and small multiples share one "
                "legend, "
                "so it cannot be parted by years or kinds. Use --small-multiples provinces, or "
                "another theme.",
                theme.id, toString(layer.type)));
}

/// Without what stands beside the map.
Theme plain(Theme theme) {
    theme.list = false;
    theme.histogram = false;
    return theme;
}

/// Of one series a layer shows no parts of a sum.
Layer withSeries(const Layer& layer, const Series& series) {
    Layer one = layer;
    one.series = {series};
    if (one.type == LayerType::Pie)
        setType(one, LayerType::Symbols);
    if (one.type == LayerType::StackedBars)
        setType(one, LayerType::Bars);
    return one;
}

MultipleTheme frameOf(const Theme& theme, const Layer& layer, const Series& series,
                      LocalText name) {
    MultipleTheme frame{std::move(name), plain(theme)};
    frame.theme.layers = {withSeries(layer, series)};
    return frame;
}

std::vector<MultipleTheme> themesOfSeries(const Theme& theme) {
    const Series& first = theme.layers.front().series.front();
    std::vector<MultipleTheme> frames;
    for (const Layer& layer : theme.layers)
        for (const Series& series : layer.series) {
            if (series.unit != first.unit || layer.type != theme.layers.front().type)
                throw UsageError(localText(
                    "Chủ đề '{}' có số liệu theo nhiều đơn vị tính hoặc nhiều kiểu vẽ, nên các "
                    "khung không dùng chung một chú giải được. Hãy chọn chủ đề khác, hoặc "
                    "--small-multiples years.",
                    "The theme '{}' has figures of several units of measure, or drawn in several "
                    "ways, so its frames cannot share one legend. Choose another theme, or "
                    "--small-multiples years.",
                    theme.id));
            frames.push_back(frameOf(theme, layer, series,
                                     series.label.vi.empty() ? layer.label : series.label));
        }
    return frames;
}

} // namespace

std::optional<MultiplesBy> parseMultiplesBy(std::string_view text) {
    for (const auto& way : ways)
        if (way.name == text)
            return way.value;
    return std::nullopt;
}

std::vector<std::string> multiplesWords() {
    std::vector<std::string> words;
    for (const auto& way : ways)
        words.emplace_back(way.name);
    return words;
}

std::vector<MultipleTheme> themesOfYears(const Theme& theme, std::span<const int> years) {
    requireOneLegend(theme);
    std::vector<MultipleTheme> frames;
    frames.reserve(years.size());
    for (const int year : years) {
        const std::string name = std::to_string(year);
        MultipleTheme frame{{name, name}, plain(theme)};
        for (Layer& layer : frame.theme.layers)
            for (Series& series : layer.series)
                series.selection.period = parseYears(name);
        frames.push_back(std::move(frame));
    }
    return frames;
}

std::vector<MultipleTheme> themesOfKinds(const Theme& theme) {
    requireOneLegend(theme);
    std::size_t count = 0;
    for (const Layer& layer : theme.layers)
        count += layer.series.size();
    if (count > 1)
        return themesOfSeries(theme);
    const Layer& layer = theme.layers.front();
    const Series& series = layer.series.front();
    const records::Selection& selection = series.selection;
    std::vector<MultipleTheme> frames;
    if (selection.categories.empty() && selection.kinds.size() > 1) {
        for (const std::string& kind : selection.kinds) {
            Series one = series;
            one.selection.kinds = {kind};
            frames.push_back(frameOf(theme, layer, one, records::findKind(kind)->name));
        }
        return frames;
    }
    for (const std::string& category : selection.categories.size() > 1
                                           ? selection.categories
                                           : records::categoryIds(selection.kinds)) {
        Series one = series;
        one.selection.categories = {category};
        frames.push_back(frameOf(theme, layer, one,
                                 category.empty()
                                     ? LocalText{"Chưa rõ nhóm", "Not stated"}
                                     : records::categoryName(category, selection.kinds)));
    }
    return frames;
}

} // namespace terroir::theme
