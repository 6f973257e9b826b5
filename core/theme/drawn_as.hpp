#pragma once

#include "core/theme/theme.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// "circles", "pie", "bars", "stacked-bars", "dots", "pictograms": what --draw-as takes.
std::optional<LayerType> parseDrawnAs(std::string_view text);
std::vector<std::string> drawnAsWords();
std::string drawnAsWord(LayerType type); ///< empty for a type that --draw-as does not take

/// With circles, pies, bars, dots or pictures instead of what its layers of symbols have. Hollow
/// circles, of places in names, stay. UsageError where there are no such layers, where the series
/// are no parts of a pie, a stacked bar or dots (whyNoWhole()), or where no picture is known for
/// one.
Theme drawnAs(Theme theme, LayerType type);

/// "area", "flannery": what --scaling takes.
std::optional<Scaling> parseScaling(std::string_view text);
std::vector<std::string> scalingWords();

/// With circles and pictures scaled so; UsageError for a theme without such.
Theme scaledBy(Theme theme, Scaling scaling);

/// Two times to compare: whole years, or all figures up to a day, of which the newest count.
using Times = std::array<Period, 2>;
/// "2020,2024", "2020-2021,2024", "31/12/2020,31/12/2024"; nothing for anything else, also for
/// times that do not ascend, for years that overlap, and for years beside a day.
std::optional<Times> parseTimes(std::string_view text);
/// As parseTimes() reads it.
std::string timesText(const Times& times);

/// How the figures of its filledLayer() changed; the other layers are left out. UsageError for a
/// theme without one, or of which that layer tells a change itself.
Theme changeBetween(Theme theme, const Times& times);

} // namespace terroir::theme
