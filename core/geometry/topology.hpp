#pragma once

#include "core/geometry/shape.hpp"

#include <span>
#include <vector>

namespace terroir::geometry {

/// The nearest-point cells (Voronoi diagram) of `sites`, clipped to `outline`, in the order of the
/// sites. Equal sites share one cell: the first gets it, the others an empty shape. Planar: pass
/// projected coordinates, or degrees scaled by cos(latitude). GEOS; O(n log n) plus clipping.
std::vector<MultiPolygon> nearestCells(std::span<const Point> sites, const MultiPolygon& outline);

/// The same cells before clipping: they cover `around` and reach far beyond it, and neighbours
/// share their vertices to the last bit, so that they dissolve without gaps. To be clipped after.
std::vector<MultiPolygon> openCells(std::span<const Point> sites, const Box& around);

MultiPolygon intersectionOf(const MultiPolygon& a, const MultiPolygon& b);
/// Planar area in the square of the coordinates' unit.
double areaOf(const MultiPolygon& shape);
/// Makes an invalid shape valid (GEOS MakeValid by structure, polygons only): rings are closed,
/// those without area dropped; `repaired` is true when anything was changed.
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
