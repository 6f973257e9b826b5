#include "core/session/theme_figures.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::session {

namespace {

void requireSources(const std::vector<std::string>& ids, Session& session) {
    std::vector<std::string> known;
    for (const records::Source& source : session.sources())
        known.push_back(source.id);
    for (const std::string& id : ids)
        if (std::find(known.begin(), known.end(), id) == known.end())
            throw UsageError(
                unknownWord(localText("--source '{}' không có trong không gian làm việc.",
                                      "--source '{}' is not in the workspace.", id),
                            id, localText("Các nguồn là", "The sources are"), known));
}

theme::Theme withSources(theme::Theme theme, const std::vector<std::string>& ids) {
    if (ids.empty())
        return theme;
    for (theme::Layer& layer : theme.layers)
        for (theme::Series& series : layer.series)
            series.selection.sources = ids;
    // Made for other figures: these are shown where they are, on the units of today.
    theme.within.clear();
    theme.asOf.reset();
    return theme;
}

theme::Overrides overridesOf(const ThemeChoice& choice) {
    theme::Overrides overrides;
    overrides.asOf = choice.asOf;
    overrides.level = choice.level;
    overrides.method = choice.method;
    overrides.classes = choice.classes;
    overrides.palette = choice.palette;
    overrides.per = choice.per;
    overrides.period = choice.period;
    return overrides;
}

} // namespace

theme::Theme withChoice(const theme::Theme& theme, const ThemeChoice& choice) {
    theme::Theme chosen =
        theme::overridden(withSources(theme, choice.sources), overridesOf(choice));
    if (choice.asOf)
        chosen.asOf = choice.asOf;
    if (choice.level)
        chosen.level = *choice.level;
    if (choice.within == ThemeChoice::everywhere)
        chosen.within.clear();
    else if (!choice.within.empty())
        chosen.within = choice.within;
    return chosen;
}

theme::EvaluatedTheme figuresOf(const theme::Theme& theme, const ThemeChoice& choice,
                                Session& session, Language language) {
    requireSources(choice.sources, session);
    theme::Overrides overrides = overridesOf(choice);
    theme::Theme adapted = withSources(theme, choice.sources);
    const Date day = overrides.asOf.value_or(adapted.asOf.value_or(Date::today()));
    const std::string area = choice.within.empty() ? adapted.within : choice.within;
    overrides.wholeCountry = area == ThemeChoice::country;
    if (area == ThemeChoice::everywhere || area == ThemeChoice::country)
        adapted.within.clear();
    else if (!area.empty())
        overrides.within = session.findArea(
            area, day,
            choice.within.empty() ? fmt::format("Theme '{}': within", theme.id) : "--within");
    return theme::evaluate(adapted, session.gazetteer(), session.records(), overrides, language,
                           session.sources());
}

} // namespace terroir::session
