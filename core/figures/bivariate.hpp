#pragma once

#include "core/figures/evaluated_theme.hpp"

namespace terroir::figures {

/// Cuts both series of a Bivariate layer, each by its own method, and makes the pairs of classes
/// its categories, with their counts. Units and groups with a figure of one series only are in a
/// category of their own for each series: no data of the other is not its lowest class.
void setBivariate(EvaluatedLayer& layer, Language language);

/// How many of EvaluatedLayer::categories are pairs of classes.
std::size_t pairsOf(const EvaluatedLayer& layer);

} // namespace terroir::figures
