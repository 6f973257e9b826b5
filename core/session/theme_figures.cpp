#include "core/session/theme_figures.hpp"

#include "core/base/error.hpp"
#include "core/base/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::session {

namespace {

theme::Theme withSources(theme::Theme theme, const std::vector<std::string>& ids,
                         Session& session) {
    std::vector<std::string> known;
    for (const records::Source& source : session.sources())
        known.push_back(source.id);
    for (const std::string& id : ids)
        if (std::find(known.begin(), known.end(), id) == known.end())
            throw UsageError(
                fmt::format("--source '{}' is not in the workspace. {}The sources are {}.", id,
                            suggestion(id, known), fmt::join(known, ", ")));
    for (theme::Layer& layer : theme.layers)
        for (theme::Series& series : layer.series)
            series.selection.sources = ids;
    // Made for other figures: these are shown where they are, on the units of today.
    theme.within.clear();
    theme.asOf.reset();
    return theme;
}

} // namespace

theme::EvaluatedTheme figuresOf(const theme::Theme& theme, const ThemeChoice& choice,
                                Session& session, Language language) {
    theme::Overrides overrides;
    overrides.asOf = choice.asOf;
    overrides.level = choice.level;
    overrides.method = choice.method;
    overrides.classes = choice.classes;
    overrides.palette = choice.palette;
    overrides.per = choice.per;
    overrides.period = choice.period;
    theme::Theme adapted =
        choice.sources.empty() ? theme : withSources(theme, choice.sources, session);
    const Date day = overrides.asOf.value_or(adapted.asOf.value_or(Date::today()));
    overrides.wholeCountry = choice.within == ThemeChoice::country;
    if (choice.within == ThemeChoice::everywhere || choice.within == ThemeChoice::country)
        adapted.within.clear();
    else if (!choice.within.empty())
        overrides.within = session.findArea(choice.within, day, "--within");
    else if (!adapted.within.empty())
        overrides.within =
            session.findArea(adapted.within, day, fmt::format("Theme '{}': within", theme.id));
    return theme::evaluate(adapted, session.gazetteer(), session.records(), overrides, language,
                           session.sources());
}

} // namespace terroir::session
