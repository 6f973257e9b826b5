#pragma once

#include "core/figures/small_multiples.hpp"
#include "core/map/legend_flow.hpp"
#include "core/map/typesetter.hpp"

#include <vector>

namespace terroir::map {

/// The legend of frames of years or kinds: what the colours and sizes of all of them stand for, and
/// a line for each frame with its sum, the units that it is in, and what is not on the map.
std::vector<LegendRow> multiplesLegend(const figures::Multiples& multiples,
                                       const gazetteer::Gazetteer& gazetteer,
                                       const Typesetter& type, double widthMm, double symbolFactor);

} // namespace terroir::map
