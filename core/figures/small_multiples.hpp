#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/theme/small_multiples.hpp"

#include <functional>
#include <string>
#include <vector>

namespace terroir::figures {

/// One of the frames of a page: a name, its figures, and the units that it shows.
struct Multiple {
    LocalText name;
    EvaluatedTheme evaluated;
};

struct Multiples {
    theme::MultiplesBy by = theme::MultiplesBy::Years;
    /// The whole theme, for title and sources; of Provinces the figures of all frames.
    EvaluatedTheme whole;
    std::vector<Multiple> frames; ///< of Years and Kinds; classes and sizes are the same in all
    /// Of Provinces: whose units each frame shows, those with the most units with figures, by name.
    std::vector<gazetteer::UnitIndex> provinces;
    LocalText leftOut;   ///< a sentence on what has no frame; empty when all has
    LocalText inSeveral; ///< a sentence where figures of several years are in the frame of each
};

/// How a theme is evaluated: with the options of whoever asks.
using EvaluateTheme = std::function<EvaluatedTheme(const theme::Theme&)>;

/// The frames of a theme, mostMultiples at most: the newest years, the first kinds, the provinces
/// with the most figures. Classes are cut from the figures of all frames together, symbols have one
/// scale, dots one value. UsageError where there are not two frames.
Multiples multiplesOf(const theme::Theme& theme, theme::MultiplesBy by,
                      const EvaluateTheme& evaluate, const gazetteer::Gazetteer& gazetteer);

} // namespace terroir::figures
