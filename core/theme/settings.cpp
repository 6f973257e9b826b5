#include "core/theme/settings.hpp"

#include "core/base/day_text.hpp"
#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/classify/classify.hpp"
#include "core/theme/layer_type.hpp"
#include "core/theme/limits_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace terroir::theme {

namespace {

void setClasses(Classes& classes, const Theme& theme, const Settings& settings) {
    if (settings.method == "given" && classes.breaks.empty())
        throw UsageError(
            localText("Chủ đề '{}' không có sẵn ngưỡng nào. Hãy chọn phương pháp khác, "
                      "ví dụ jenks.",
                      "The theme '{}' has no given breaks. Choose another method, for "
                      "example jenks.",
                      theme.id));
    if (settings.method && *settings.method != classes.method)
        classes = {*settings.method, classes.count, {}, {}, {}};
    if (!settings.classes)
        return;
    if (classes.method == "given")
        throw UsageError(localText("Chủ đề '{}' đã có sẵn các ngưỡng nên không chia được thành {} "
                                   "lớp. Hãy chọn thêm phương pháp khác, ví dụ jenks.",
                                   "The theme '{}' has given breaks, so it cannot have {} classes. "
                                   "Choose another method as well, for example jenks.",
                                   theme.id, *settings.classes));
    classes.count = *settings.classes;
}

/// Breaks that a person gave hold for what they were made for, and not for its rates.
void setPer(Layer& layer, const Theme& theme, const Settings& settings) {
    if (!settings.per || *settings.per == layer.per)
        return;
    if (layer.classes.method == "given") {
        if (settings.method == "given")
            throw UsageError(localText(
                "Các ngưỡng của chủ đề '{}' dành cho số liệu '{}', không dùng được cho '{}'. Hãy "
                "chọn phương pháp khác, ví dụ jenks, hoặc bỏ phương pháp.",
                "The breaks of the theme '{}' are given for figures '{}' and do not fit '{}'. "
                "Choose another method, for example jenks, or leave the method out.",
                theme.id, toString(layer.per), toString(*settings.per)));
        layer.classes = {"jenks", layer.classes.count, {}, {}, {}};
    }
    layer.per = *settings.per;
}

void setPalette(Layer& layer, const std::string& palette) {
    requireOrdered(palette);
    layer.palette = palette;
    layer.classes.colours.clear();
}

bool choosesClasses(const Settings& settings) {
    return settings.method || settings.classes || settings.palette ||
           settings.per.value_or(Per::None) != Per::None;
}

/// What is compared has years of its own, and its difference is related to nothing.
void requireOwnTimes(const Theme& theme, const Settings& settings) {
    if (settings.period || settings.yearsRule || settings.per.value_or(Per::None) != Per::None)
        throw UsageError(localText(
            "Chủ đề '{}' so sánh hai thời điểm của riêng nó nên không nhận thêm năm khác hay cách "
            "quy số liệu. Hãy bỏ năm và cách quy số liệu.",
            "The theme '{}' compares two times of its own and takes no other years, nor a relation "
            "of its figures. Leave both out.",
            theme.id));
}

void setLayer(Layer& layer, const Theme& theme, const Settings& settings) {
    if (layer.type == LayerType::Change)
        requireOwnTimes(theme, settings);
    for (Series& series : layer.series) {
        if (!settings.only.sources.empty())
            series.selection.sources = settings.only.sources;
        if (settings.period)
            series.selection.period = settings.period;
        if (settings.yearsRule)
            series.years = settings.yearsRule;
        series.inForce = (series.inForce || settings.inForce) && !series.selection.force;
    }
    if (!hasClasses(layer.type))
        return;
    if (layer.type == LayerType::Choropleth)
        setPer(layer, theme, settings);
    setClasses(layer.classes, theme, settings);
    if (settings.palette)
        setPalette(layer, *settings.palette);
}

std::optional<std::size_t> parseClasses(std::string_view text) {
    std::size_t count = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, count);
    if (read.ec != std::errc() || read.ptr != end || count < 1 || count > maxClasses)
        return std::nullopt;
    return count;
}

std::vector<std::string> methodIds() {
    std::vector<std::string> ids;
    for (const classify::MethodInfo& method : classify::methods())
        ids.push_back(method.id);
    return ids;
}

std::vector<std::string> paletteNames() {
    std::vector<std::string> names;
    for (const Palette& palette : palettes())
        names.push_back(palette.name);
    return names;
}

std::vector<std::string> perIds() {
    std::vector<std::string> ids;
    for (const PerInfo& info : perInfos())
        ids.push_back(info.id);
    return ids;
}

std::optional<std::string> oneOf(const std::vector<std::string>& known, std::string_view text) {
    const auto found = std::find(known.begin(), known.end(), text);
    return found == known.end() ? std::nullopt : std::optional(*found);
}

LocalText whyNot(Setting setting, const std::string& text, std::string_view name) {
    switch (setting) {
    case Setting::AsOf:
        return notADay(name, text);
    case Setting::Level: {
        const std::vector<std::string> levels = {"province", "district", "commune"};
        return localText("Không có cấp '{}' ({}). {}Các cấp là province, district và commune.",
                         "'{}' is not a level ({}). {}The levels are province, district and "
                         "commune.",
                         text, name, suggestion(text, levels));
    }
    case Setting::Years:
        return localText("{} '{}' không phải là một năm hay hai năm tăng dần. Hãy viết như 2021 "
                         "hoặc 2021-2022; newest: số liệu mới nhất của từng nơi; all: cộng mọi "
                         "năm.",
                         "{} '{}' is neither a year nor two that ascend. Write it as 2021 or "
                         "2021-2022; newest: the newest figures of each place; all: all years "
                         "added up.",
                         name, text);
    case Setting::Method:
        return localText("{} '{}' không có. {}Xem 'terroir methods'.",
                         "{} '{}' is unknown. {}See 'terroir methods'.", name, text,
                         suggestion(text, methodIds()));
    case Setting::Classes:
        return localText("{} '{}' không phải là số lớp. Hãy ghi một số từ 1 đến {}.",
                         "{} '{}' is not a number of classes. Write a number from 1 to {}.", name,
                         text, maxClasses);
    case Setting::Palette:
        return localText("{} '{}' không có. {}Xem 'terroir methods --palettes'.",
                         "{} '{}' is unknown. {}See 'terroir methods --palettes'.", name, text,
                         suggestion(text, paletteNames()));
    case Setting::Per:
        return localText("{} '{}' không có. {}Xem 'terroir methods --per'.",
                         "{} '{}' is unknown. {}See 'terroir methods --per'.", name, text,
                         suggestion(text, perIds()));
    case Setting::DrawAs:
        return unknownWord(localText("{} '{}' không có.", "{} '{}' is unknown.", name, text), text,
                           localText("Có thể chọn", "There are"), drawnAsWords());
    case Setting::Change:
        return localText("{} '{}' không phải là hai năm (hay hai khoảng năm không trùng nhau) hoặc "
                         "hai ngày tăng dần. Hãy viết như 2020,2024 hoặc 31/12/2020,31/12/2024.",
                         "{} '{}' is neither two years (or spans of years that do not overlap) nor "
                         "two days that ascend. Write it as 2020,2024 or 31/12/2020,31/12/2024.",
                         name, text);
    case Setting::Within:
    case Setting::Only:
        break;
    }
    return {};
}

} // namespace

const char* keyOf(Setting setting) {
    switch (setting) {
    case Setting::AsOf:
        return "asOf";
    case Setting::Within:
        return "within";
    case Setting::Level:
        return "level";
    case Setting::Years:
        return "years";
    case Setting::Only:
        return "only";
    case Setting::Method:
        return "method";
    case Setting::Classes:
        return "classes";
    case Setting::Palette:
        return "palette";
    case Setting::Per:
        return "per";
    case Setting::DrawAs:
        return "drawAs";
    case Setting::Change:
        return "change";
    }
    return "";
}

std::string textOf(const Settings& settings, Setting setting) {
    switch (setting) {
    case Setting::AsOf:
        return settings.asOf ? settings.asOf->toString() : "";
    case Setting::Within:
        return settings.within;
    case Setting::Level:
        return settings.level ? std::string(toString(*settings.level)) : "";
    case Setting::Years:
        return settings.period      ? yearsText(*settings.period)
               : settings.yearsRule ? std::string(toString(*settings.yearsRule))
                                    : "";
    case Setting::Only:
        return limitsText(settings.only);
    case Setting::Method:
        return settings.method.value_or("");
    case Setting::Classes:
        return settings.classes ? std::to_string(*settings.classes) : "";
    case Setting::Palette:
        return settings.palette.value_or("");
    case Setting::Per:
        return settings.per ? std::string(toString(*settings.per)) : "";
    case Setting::DrawAs:
        return settings.drawAs ? drawnAsWord(*settings.drawAs) : "";
    case Setting::Change:
        return settings.change ? timesText(*settings.change) : "";
    }
    return {};
}

bool read(Settings& settings, Setting setting, std::string_view text) {
    const auto put = [&](auto& field, auto value) {
        field = std::move(value);
        return text.empty() || field.has_value();
    };
    switch (setting) {
    case Setting::AsOf:
        return put(settings.asOf, parseDayText(text));
    case Setting::Within:
        settings.within = text;
        return true;
    case Setting::Level:
        return put(settings.level, gazetteer::parseLevel(text));
    case Setting::Years:
        settings.period.reset();
        settings.yearsRule = records::parseYearsRule(text);
        return settings.yearsRule || put(settings.period, parseYears(text));
    case Setting::Only: {
        std::optional<records::Limits> only = parseLimits(text);
        settings.only = only.value_or(records::Limits());
        return only.has_value();
    }
    case Setting::Method:
        return put(settings.method, oneOf(methodIds(), text));
    case Setting::Classes:
        return put(settings.classes, parseClasses(text));
    case Setting::Palette:
        return put(settings.palette, oneOf(paletteNames(), text));
    case Setting::Per:
        return put(settings.per, parsePer(text));
    case Setting::DrawAs:
        return put(settings.drawAs, parseDrawnAs(text));
    case Setting::Change:
        return put(settings.change, parseTimes(text));
    }
    return false;
}

void require(Settings& settings, Setting setting, const std::string& text, std::string_view name) {
    if (!read(settings, setting, text))
        throw UsageError(whyNot(setting, text, name));
}

LocalText noDataWords(const Theme& theme) {
    return theme.gaps ? theme.gaps->label : LocalText{"Không có số liệu", "No data"};
}

void limitTo(Theme& theme, records::Limits only) {
    theme.only = std::move(only);
    for (Layer& layer : theme.layers)
        for (Series& series : layer.series)
            series.selection.only = theme.only;
}

Theme drawnWith(Theme theme, const Settings& settings) {
    if (settings.change)
        return changeBetween(std::move(theme), *settings.change);
    return settings.drawAs ? drawnAs(std::move(theme), *settings.drawAs) : theme;
}

Theme withSettings(Theme theme, const Settings& settings) {
    theme = drawnWith(std::move(theme), settings);
    if (choosesClasses(settings))
        theme = filledTheme(std::move(theme));
    for (Layer& layer : theme.layers)
        setLayer(layer, theme, settings);
    limitTo(theme, settings.only.isEmpty() ? theme.only : settings.only);
    if (!settings.only.sources.empty()) {
        // Made for other figures: these are shown where they are, on the units of today.
        theme.within.clear();
        theme.asOf.reset();
    }
    if (settings.asOf)
        theme.asOf = settings.asOf;
    for (Layer& layer : theme.layers)
        for (Series& series : layer.series)
            if (series.selection.force)
                series.selection.force->day = theme.asOf.value_or(Date::today());
    if (settings.level)
        theme.level = *settings.level;
    if (settings.within == Settings::everywhere)
        theme.within.clear();
    else if (!settings.within.empty())
        theme.within = settings.within;
    return theme;
}

void settle(Theme& theme, Settings& settings) {
    Settings drawing;
    drawing.drawAs = std::exchange(settings.drawAs, std::nullopt);
    drawing.change = std::exchange(settings.change, std::nullopt);
    drawing.method = std::exchange(settings.method, std::nullopt);
    drawing.classes = std::exchange(settings.classes, std::nullopt);
    drawing.palette = std::exchange(settings.palette, std::nullopt);
    drawing.per = std::exchange(settings.per, std::nullopt);
    theme = withSettings(std::move(theme), drawing);
}

Theme narrowed(Theme theme, const records::Limits& limits) {
    Settings settings;
    settings.only = limits;
    records::Limits own = theme.only;
    theme = withSettings(std::move(theme), settings);
    if (own.isEmpty() || limits.isEmpty())
        return theme;
    limitTo(theme, std::move(own));
    for (Layer& layer : theme.layers)
        for (Series& series : layer.series)
            series.selection.also = limits;
    return theme;
}

} // namespace terroir::theme
