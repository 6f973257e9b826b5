#pragma once

#include "core/figures/evaluated_theme.hpp"

#include <vector>

namespace terroir::map {

/// Values for a legend of circles, largest first: the largest figure itself, so that no circle of
/// the map is larger than the key, and at most two round ones below it; whole numbers when `whole`.
std::vector<double> keyValues(double largest, bool whole);

/// The values of the circles that a legend shows for a layer: those of keyValues() for its
/// largest figure.
std::vector<double> circleValues(const figures::EvaluatedLayer& layer);

} // namespace terroir::map
