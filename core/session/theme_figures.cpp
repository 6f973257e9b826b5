#include "core/session/theme_figures.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace terroir::session {

using theme::Settings;

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

/// Of a theme with the settings put in.
theme::ShownArea areaOf(const theme::Theme& theme, const Settings& settings, Session& session) {
    if (theme.within == Settings::country)
        return {gazetteer::noUnit, true};
    if (theme.within.empty() || theme.within == Settings::everywhere)
        return {};
    return {session.findArea(theme.within, theme.asOf.value_or(Date::today()),
                             settings.within.empty() ? fmt::format("Theme '{}': within", theme.id)
                                                     : "--within"),
            false};
}

} // namespace

theme::EvaluatedTheme figuresOf(const theme::Theme& theme, const Settings& settings,
                                Session& session, Language language) {
    requireSources(settings.sources, session);
    const theme::Theme shown = theme::withSettings(theme, settings);
    return theme::evaluate(shown, session.gazetteer(), session.records(), {}, language,
                           session.sources(), areaOf(shown, settings, session));
}

} // namespace terroir::session
