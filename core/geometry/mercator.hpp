#pragma once

#include "core/geometry/shape.hpp"

namespace terroir::geometry {

// Spherical Mercator, EPSG:3857: what screens show, because north is up everywhere and a view is
// moved and enlarged without projecting again. Lengths grow by 1/cos(latitude).

/// Longitude and latitude in degrees to metres of the projection.
Point toMercator(Point lonLat);
Point fromMercator(Point mercator);
MultiPolygon toMercator(const MultiPolygon& lonLat);
/// Metres of the projection for one metre on the ground, at a point of the projection.
double mercatorStretch(Point mercator);

} // namespace terroir::geometry
