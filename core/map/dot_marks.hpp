#pragma once

#include "core/map/drawn_map.hpp"
#include "core/map/legend_rows.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

namespace terroir::map {

// Dots of figures: see figures::addDots(), which places them on the ground, the same for all maps.

/// Sets DrawnMap::dots: those of the units of this frame that are seen in it. Linear in the dots.
void setDots(DrawnMap& map, const ToFrame& toFrame, double radiusMm);

/// Above the fills of units and the ground of records, below symbols.
Group dotsOf(const DrawnMap& map, const Typesetter& type);

/// What a dot stands for, and how much of the figures the dots show.
void addDotRows(LegendRows& rows, const figures::EvaluatedLayer& layer,
                const figures::PageWords& words, const Typesetter& type);

} // namespace terroir::map
