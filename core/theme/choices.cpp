#include "core/theme/choices.hpp"

#include "core/base/day_words.hpp"
#include "core/base/local_text.hpp"
#include "core/classify/classify.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

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

std::vector<Option> yearChoices(std::span<const int> years) {
    std::vector<Option> choices{asTheTheme()};
    for (const int year : years) {
        const std::string name = std::to_string(year);
        choices.push_back({name, {name, name}, {}});
    }
    return choices;
}

LocalText whyNot(const Theme& theme, Setting setting) {
    const bool isOfClasses = setting == Setting::Method || setting == Setting::Classes ||
                             setting == Setting::Palette || setting == Setting::Per;
    if (!isOfClasses || filledLayer(theme) != nullptr)
        return {};
    return localText("Chủ đề '{}' không có lớp bản đồ nào tô màu theo khoảng giá trị.",
                     "The theme '{}' has no layer that fills areas by classes.", theme.title);
}

bool pick(Settings& settings, const Theme& theme, Setting setting, std::string_view id) {
    if (!whyNot(theme, setting).en.empty())
        return true;
    const bool isRead = read(settings, setting, id);
    if (setting == Setting::Classes && settings.classes && !settings.method &&
        hasGivenBreaks(theme))
        settings.method = "jenks"; // given breaks have a number of their own
    return isRead;
}

} // namespace terroir::theme
