#pragma once

#include "core/figures/evaluated_theme.hpp"

#include <vector>

namespace terroir::map {

/// Round values for a legend of circles, largest first: at most three, none above `largest`; whole
/// numbers when `whole`.
std::vector<double> roundValues(double largest, bool whole);

/// The values of the circles that a legend shows for a layer: those of roundValues() for its
/// largest figure.
std::vector<double> circleValues(const figures::EvaluatedLayer& layer);

} // namespace terroir::map
