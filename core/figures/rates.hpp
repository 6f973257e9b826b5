#pragma once

#include "core/figures/evaluated_theme.hpp"

namespace terroir::figures {

/// Puts the rates of a choropleth layer beside its figures, as Layer::per says; nothing for
/// Per::None. `units` are those of the map: their figures are the whole for Per::Total. A unit
/// whose area or population is not known has no rate, and neither has one when the whole is 0.
///
/// "At least" stays with a rate per area or population. A share is "about" as soon as any figure of
/// the whole is not exact, because then neither bound holds. A rate by an estimated area is "about"
/// as well.
void setRates(EvaluatedLayer& layer, const gazetteer::Gazetteer& gazetteer,
              std::span<const gazetteer::UnitIndex> units, Language language);

/// Rounds EvaluatedLayer::rates, and those of groups, to decimals that suit all of them.
void roundRates(EvaluatedLayer& layer);

/// Units with a figure and without a rate of a layer, those that have figures together among them.
struct Unrated {
    std::size_t units = 0, ofAll = 0;
};
/// None of a layer without Layer::per.
Unrated unratedOf(const EvaluatedLayer& layer);

} // namespace terroir::figures
