#include "core/theme/choices.hpp"

#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/classify/classify.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <string>

namespace terroir::theme {

using gazetteer::UnitIndex;

namespace {

constexpr std::string_view givenBreaks = "given";

LocalText capitalized(const LocalText& name) {
    return {text::capitalize(name.vi), text::capitalize(name.en)};
}

Option asTheTheme() {
    return {"", {"Theo chủ đề", "As the theme says"}, {}};
}

/// Beside what the theme itself says.
LocalText ofTheme(const LocalText& name) {
    return localText("{} (chủ đề)", "{} (theme)", name);
}

LocalText dayName(Date day) {
    return capitalized({dateInWords(day.toString(), Language::Vietnamese),
                        dateInWords(day.toString(), Language::English)});
}

bool isFilled(const Layer& layer) {
    return hasClasses(layer.type);
}

bool hasGivenBreaks(const Theme& theme) {
    return std::any_of(theme.layers.begin(), theme.layers.end(), [](const Layer& layer) {
        return isFilled(layer) && layer.classes.method == givenBreaks;
    });
}

} // namespace

std::vector<Option> optionsOf(Setting setting) {
    std::vector<Option> options;
    switch (setting) {
    case Setting::Level:
        return {{"province", {"Tỉnh", "Provinces"}, {}},
                {"district", {"Huyện", "Districts"}, {}},
                {"commune", {"Xã", "Communes"}, {}}};
    case Setting::Method:
        for (const classify::MethodInfo& method : classify::methods())
            options.push_back({method.id, capitalized(method.name), method.meaning});
        break;
    case Setting::Palette:
        for (const Palette& palette : palettes())
            if (palette.kind == PaletteKind::Sequential || palette.kind == PaletteKind::Diverging)
                options.push_back({palette.name, palette.label, {}});
        break;
    case Setting::Per:
        for (const PerInfo& info : perInfos())
            options.push_back({info.id, capitalized(info.name), info.meaning});
        break;
    case Setting::DrawAs:
        return {{"circles", {"Vòng tròn", "Circles"}, {}},
                {"pie",
                 {"Hình quạt", "Pies"},
                 {"Một hình tròn cho mỗi nơi, chia theo loại", "One circle a place, cut by kind"}},
                {"bars", {"Cột", "Bars"}, {"Mỗi loại một cột", "One bar for each kind"}},
                {"stacked-bars",
                 {"Cột chồng", "Stacked bars"},
                 {"Một cột cho mỗi nơi, chia theo loại", "One bar a place, cut by kind"}}};
    default:
        break;
    }
    return options;
}

std::vector<Option> choicesOf(Setting setting) {
    std::vector<Option> choices = optionsOf(setting);
    if (setting == Setting::Method)
        std::erase_if(choices, [](const Option& option) { return option.id == givenBreaks; });
    choices.insert(choices.begin(), asTheTheme());
    return choices;
}

std::vector<Option> dayChoices(const Theme* theme, Date other) {
    Option own = asTheTheme();
    if (theme != nullptr && theme->asOf)
        own.name = ofTheme(dayName(*theme->asOf));
    return {own, {other.toString(), dayName(other), {}}};
}

std::vector<Option> areaChoices(const Theme* theme, const gazetteer::Gazetteer* gazetteer,
                                std::span<const UnitIndex> units) {
    const LocalText everywhere = {"Nơi có số liệu", "Where there are figures"};
    const LocalText country = {"Cả nước", "The whole country"};
    std::vector<Option> choices;
    if (theme == nullptr || theme->within.empty()) {
        choices.push_back({"", everywhere, {}});
    } else {
        const std::string name =
            text::capitalize(std::string_view(theme->within).substr(0, theme->within.find(',')));
        if (theme->within == Settings::country)
            choices.push_back({"", ofTheme(country), {}});
        else
            choices.push_back({"", ofTheme({name, name}), {theme->within, theme->within}});
        choices.push_back({std::string(Settings::everywhere), everywhere, {}});
    }
    choices.push_back({std::string(Settings::country), country, {}});
    for (const UnitIndex index : units) {
        const gazetteer::Unit& unit = gazetteer->unit(index);
        const std::string name = text::capitalize(unit.fullName());
        choices.push_back({unit.uid, {name, name}, {}});
    }
    return choices;
}

std::vector<Option> changeChoices(std::span<const int> years) {
    std::vector<Option> choices{asTheTheme()};
    const auto add = [&](int before, int after) {
        const std::string id = std::to_string(before) + ',' + std::to_string(after);
        const std::string name = std::to_string(before) + " – " + std::to_string(after);
        choices.push_back({id, {name, name}, {}});
    };
    if (years.size() > 2)
        add(years.front(), years.back());
    for (std::size_t i = 1; i < years.size(); ++i)
        add(years[i - 1], years[i]);
    return choices;
}

std::vector<Option> yearChoices(std::span<const int> years) {
    std::vector<Option> choices{asTheTheme()};
    for (const int year : years) {
        const std::string name = std::to_string(year);
        choices.push_back({name, {name, name}, {}});
    }
    return choices;
}

namespace {

/// The sentence of what refuses; empty when nothing does.
template <typename Work>
LocalText refusalOf(Work work) {
    try {
        work();
    } catch (const UsageError& error) {
        return error.text();
    }
    return {};
}

} // namespace

LocalText whyNotDrawnAs(const Theme& theme, LayerType type) {
    return refusalOf([&] { drawnAs(theme, type); });
}

LocalText whyNot(const Theme& theme, Setting setting) {
    if (setting == Setting::DrawAs)
        return whyNotDrawnAs(theme, LayerType::Symbols);
    if (setting == Setting::Change)
        return refusalOf([&] { changeBetween(theme, *parseTimes("2000,2001")); });
    const Layer* const filled = filledLayer(theme);
    if ((setting == Setting::Per || setting == Setting::Years) && filled != nullptr &&
        filled->type == LayerType::Change)
        return localText("Chủ đề '{}' so sánh hai thời điểm của riêng nó, nên không chọn thêm năm "
                         "hay cách quy số liệu.",
                         "The theme '{}' compares two times of its own; it takes no other years, "
                         "nor a relation of its figures.",
                         theme.title);
    const bool isOfClasses = setting == Setting::Method || setting == Setting::Classes ||
                             setting == Setting::Palette || setting == Setting::Per;
    if (!isOfClasses || filled != nullptr)
        return {};
    return localText("Chủ đề '{}' không có lớp bản đồ nào tô màu theo khoảng giá trị.",
                     "The theme '{}' has no layer that fills areas by classes.", theme.title);
}

bool pick(Settings& settings, const Theme& theme, Setting setting, std::string_view id) {
    if (!whyNot(theme, setting).en.empty())
        return true;
    const bool isRead = read(settings, setting, id);
    if (setting == Setting::Change && settings.change) {
        settings.drawAs.reset();
        settings.period.reset();
        settings.yearsRule.reset();
        settings.per.reset();
    }
    if (setting == Setting::DrawAs && settings.drawAs) {
        settings.change.reset();
        settings.method.reset();
        settings.classes.reset();
        settings.palette.reset();
        settings.per.reset();
    }
    if (setting == Setting::Classes && settings.classes && !settings.method &&
        hasGivenBreaks(theme))
        settings.method = "jenks"; // given breaks have a number of their own
    return isRead;
}

} // namespace terroir::theme
