#pragma once

#include "core/session/session.hpp"
#include "core/theme/evaluate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::session {

/// What a person sets over a theme. Nothing set: the theme as it is.
struct ThemeChoice {
    std::optional<Date> asOf;
    std::optional<gazetteer::Level> level;
    /// A unit by uid, code or name, or `country`; `everywhere`: wherever there are figures,
    /// whatever area the theme names. A theme may name `country` as its area, too.
    std::string within;
    static constexpr std::string_view everywhere = "all";
    /// Every unit of the country, with figures or without.
    static constexpr std::string_view country = "country";
    std::vector<std::string> sources; ///< only figures from these, on the units of today
    std::optional<std::string> method;
    std::optional<std::size_t> classes;
    std::optional<std::string> palette;
    std::optional<theme::Per> per; ///< of all layers that fill areas by classes
    std::optional<Period> period;  ///< only figures of these days, in every series
    bool operator==(const ThemeChoice&) const = default;
};

/// The theme with the choice put in: shown without any choice it gives the figures, classes and
/// colours that it gave with this one. For saving it as a theme of one's own. The errors of
/// theme::overridden().
theme::Theme withChoice(const theme::Theme& theme, const ThemeChoice& choice);

/// The figures of a theme on the records of the workspace. EvaluatedTheme::units is empty when it
/// has no records. UsageError for an area, a source or a class setting that does not exist.
theme::EvaluatedTheme figuresOf(const theme::Theme& theme, const ThemeChoice& choice,
                                Session& session, Language language);

} // namespace terroir::session
