#include "core/geometry/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace terroir::geometry {

namespace {

constexpr double earthRadius = 6378137;
constexpr double degree = std::numbers::pi / 180;

Ring toMercator(const Ring& lonLat) {
    Ring ring(lonLat.size());
    std::transform(lonLat.begin(), lonLat.end(), ring.begin(),
                   [](Point point) { return geometry::toMercator(point); });
    return ring;
}

} // namespace

Point toMercator(Point lonLat) {
    return {earthRadius * lonLat.x * degree, earthRadius * std::asinh(std::tan(lonLat.y * degree))};
}

Point fromMercator(Point mercator) {
    return {mercator.x / earthRadius / degree, std::atan(std::sinh(mercator.y / earthRadius)) / degree};
}

MultiPolygon toMercator(const MultiPolygon& lonLat) {
    MultiPolygon shape;
    shape.reserve(lonLat.size());
    for (const Polygon& polygon : lonLat) {
        shape.push_back({toMercator(polygon.outer), {}});
        for (const Ring& hole : polygon.holes)
            shape.back().holes.push_back(toMercator(hole));
    }
    return shape;
}

double mercatorStretch(Point mercator) {
    return std::cosh(mercator.y / earthRadius);
}

} // namespace terroir::geometry
