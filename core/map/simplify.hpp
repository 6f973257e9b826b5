#pragma once

#include "core/geometry/shape.hpp"

#include <vector>

namespace terroir::map {

/// Drops points that lie within `tolerance` of the line without them (Douglas and Peucker, 1973),
/// for shapes that share edges: an edge between two points where three or more shapes meet, or
/// where a shape's edge leaves another's, is simplified once and alike for all, so that neither
/// gaps nor overlaps come about. Shared points must be equal to the last bit. O(n log n) in all
/// points.
void simplifyCoverage(const std::vector<geometry::MultiPolygon*>& shapes, double tolerance);

} // namespace terroir::map
