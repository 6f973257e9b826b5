#pragma once

#include "core/base/language.hpp"
#include "core/geometry/shape.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::geometry {

using Polyline = std::vector<Point>;

/// Where one thing lies: points, lines or polygons, one sort alone. EPSG:4326, x longitude, y
/// latitude.
struct Ground {
    std::vector<Point> points;
    std::vector<Polyline> lines;
    MultiPolygon polygons;

    bool isEmpty() const { return points.empty() && lines.empty() && polygons.empty(); }
};

/// Land, islands and the sea between them, with the archipelagos.
inline constexpr Box vietnamBox{102, 6, 118, 23.6};

Box boxOf(const Ground& ground);
std::size_t countCorners(const Ground& ground);
/// Its points, and the corners of its lines: where it surely is. Empty for polygons.
std::vector<Point> pointsOn(const Ground& ground);
/// One point that it has: the first one, the middle corner of a line, the widest place of the
/// largest polygon.
Point pointIn(const Ground& ground);

/// Along the earth, taken as a sphere: within half a per cent.
double kmBetween(Point lonLat, Point other);

/// More corners than any zone needs; as many as a detailed province has.
inline constexpr std::size_t mostGroundCorners = 100'000;

/// The same, fit to be kept: rings closed, polygons that cross themselves made valid (`repaired`).
/// InputError with a sentence for what is empty, has no length or area, has more than
/// mostGroundCorners, or does not lie within Vietnam and its sea.
Ground soundGround(Ground ground, bool& repaired);

/// The bytes of SpatiaLite's own format, EPSG:4326: a MULTIPOINT, MULTILINESTRING or MULTIPOLYGON;
/// not for empty ground.
std::string toSpatialite(const Ground& ground);
/// Back from them. GeometryError for any other geometry, other bytes, and truncated ones.
Ground fromSpatialite(std::string_view bytes);

} // namespace terroir::geometry
