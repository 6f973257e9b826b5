#pragma once

#include "core/geometry/shape.hpp"

#include <span>

namespace terroir::geometry {

/// Union of shapes, GEOS coverage-safe union (overlaps allowed). Empty for no shapes. With a
/// `grid`, the result's coordinates are multiples of it and gaps below it close (GEOS snap
/// rounding).
MultiPolygon unionOf(std::span<const MultiPolygon> shapes, double grid = 0);

} // namespace terroir::geometry
