#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/theme/settings.hpp"
#include "core/workspace/workspace.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace terroir::page {

/// A theme's figures on the units of one day, in both languages.
struct ThemeOnDay {
    figures::EvaluatedTheme vi, en;
};

/// A theme on a page, on one day or several.
struct PageTheme {
    std::vector<ThemeOnDay> days; ///< ascending
    std::size_t first = 0;        ///< which of them is shown first
};

/// Makes the figures of a theme on the units of a day; without one, of the day that it is shown on
/// by itself.
using EvaluateOn = std::function<figures::EvaluatedTheme(Language, std::optional<Date>)>;

/// The theme on its own day, and on each of `others` on which it shows other units or figures than
/// on the days before. Where nobody says which: the last day with districts and today, for a map of
/// a few provinces at most; each day of the communes of the country would be a megabyte or more.
PageTheme evaluateOnDays(const EvaluateOn& evaluateOn,
                         const std::optional<std::vector<Date>>& others = {});

/// The same of the figures in the workspace: with Settings::asOf on that day alone. InputError when
/// it has none of the theme; else as figures::figuresOf().
PageTheme pageThemeOf(const theme::Theme& theme, const theme::Settings& settings,
                      workspace::Workspace& workspace);

} // namespace terroir::page
