#include "core/page/page_days.hpp"

#include "core/figures/theme_figures.hpp"

#include <algorithm>
#include <set>

namespace terroir::page {

namespace {

/// Resolution 202/2025/QH15: the last day of the districts.
constexpr Date lastDayOfDistricts = Date::of(2025, 6, 30);

bool isSame(const figures::Figures& a, const figures::Figures& b) {
    const auto sameCell = [](const auto& one, const auto& other) {
        return one.first == other.first && one.second.value == other.second.value &&
               one.second.records == other.second.records;
    };
    const auto sameEntry = [](const auto& one, const auto& other) {
        return one.places == other.places && one.value == other.value &&
               one.records == other.records;
    };
    return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(), sameCell) &&
           std::equal(a.notAttributed.begin(), a.notAttributed.end(), b.notAttributed.begin(),
                      b.notAttributed.end(), sameEntry);
}

/// Whether a map of one looks like a map of the other, but for its day.
bool isSame(const figures::EvaluatedTheme& a, const figures::EvaluatedTheme& b) {
    if (a.units != b.units || a.layers.size() != b.layers.size())
        return false;
    for (std::size_t i = 0; i < a.layers.size(); ++i)
        if (!std::equal(a.layers[i].series.begin(), a.layers[i].series.end(),
                        b.layers[i].series.begin(), b.layers[i].series.end(),
                        [](const auto& one, const auto& other) { return isSame(one, other); }))
            return false;
    return true;
}

constexpr std::size_t maxUnitsOfUsualDays = 1000;

std::vector<Date> usualDays(const figures::EvaluatedTheme& own) {
    if (own.units.size() > maxUnitsOfUsualDays)
        return {};
    return {lastDayOfDistricts, Date::today()};
}

} // namespace

PageTheme evaluateOnDays(const EvaluateOn& evaluateOn,
                         const std::optional<std::vector<Date>>& others) {
    std::vector<figures::EvaluatedTheme> days;
    days.push_back(evaluateOn(Language::Vietnamese, std::nullopt));
    const Date own = days.front().asOf;
    const std::vector<Date> asked = others ? *others : usualDays(days.front());
    for (const Date day : std::set<Date>(asked.begin(), asked.end())) {
        if (day == own)
            continue;
        figures::EvaluatedTheme evaluated = evaluateOn(Language::Vietnamese, day);
        const bool isKnown = std::any_of(
            days.begin(), days.end(), [&](const auto& known) { return isSame(known, evaluated); });
        if (!evaluated.units.empty() && !isKnown)
            days.push_back(std::move(evaluated));
    }
    std::sort(days.begin(), days.end(),
              [](const auto& a, const auto& b) { return a.asOf < b.asOf; });
    PageTheme theme;
    for (figures::EvaluatedTheme& day : days) {
        if (day.asOf == own)
            theme.first = theme.days.size();
        figures::EvaluatedTheme english = evaluateOn(Language::English, day.asOf);
        theme.days.push_back({std::move(day), std::move(english)});
    }
    return theme;
}

PageTheme pageThemeOf(const theme::Theme& theme, const theme::Settings& settings,
                      workspace::Workspace& workspace) {
    const auto evaluateOn = [&](Language language, std::optional<Date> day) {
        theme::Settings onDay = settings;
        if (day)
            onDay.asOf = day;
        return figures::figuresOf(theme, onDay, workspace, language);
    };
    using Days = std::optional<std::vector<Date>>;
    PageTheme shown =
        evaluateOnDays(evaluateOn, settings.asOf ? Days(std::vector<Date>()) : Days());
    figures::requireRecords(shown.days[shown.first].vi);
    return shown;
}

} // namespace terroir::page
