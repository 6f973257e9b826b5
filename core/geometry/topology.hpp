#pragma once

#include "core/geometry/shape.hpp"

#include <cstddef>

namespace terroir::geometry {

MultiPolygon intersectionOf(const MultiPolygon& a, const MultiPolygon& b);
/// What of `a` is not in `b`.
MultiPolygon differenceOf(const MultiPolygon& a, const MultiPolygon& b);
/// What is not farther away than `distance`, which is in the coordinates' unit.
MultiPolygon grownBy(const MultiPolygon& shape, double distance);
/// Planar area in the square of the coordinates' unit.
double areaOf(const MultiPolygon& shape);
/// Makes an invalid shape valid (GEOS MakeValid by structure, polygons only): rings are closed,
/// those without area dropped; `repaired` is true when anything was changed. GeometryError for what
/// crosses itself more than mostCrossings times: each takes memory (about 2 kB) in the repair; and
/// for more than mostCorners, ten times those of the most detailed province.
constexpr std::size_t mostCrossings = 100'000, mostCorners = 2'000'000;
MultiPolygon madeValid(const MultiPolygon& shape, bool& repaired);
/// A point inside, at the widest place (for labels): polylabel of Mapbox's published algorithm,
/// here GEOS maximum inscribed circle; tolerance in the coordinates' unit.
struct InnerPoint {
    Point point;
    double radius = 0; ///< distance to the edge
};
InnerPoint widestPoint(const MultiPolygon& shape, double tolerance);
/// By counting crossings; a point exactly on the edge may count as inside or outside.
bool contains(const MultiPolygon& shape, Point point);

} // namespace terroir::geometry
