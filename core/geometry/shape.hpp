#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace terroir::geometry {

/// x is longitude or easting, y latitude or northing; the CRS is said where a shape is handed over.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

using Ring = std::vector<Point>; ///< closed: last point equals the first
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};
using MultiPolygon = std::vector<Polygon>;

struct Box {
    double minX = 1e300, minY = 1e300, maxX = -1e300, maxY = -1e300;
    bool isEmpty() const { return minX > maxX; }
    double width() const { return maxX - minX; }
    double height() const { return maxY - minY; }
    void expand(Point p);
    void expand(const Box& other);
};
Box boxOf(const MultiPolygon& shape);

/// ISO WKB (little endian) of a MULTIPOLYGON, and back from POLYGON or MULTIPOLYGON in either byte
/// order (Z and M are dropped). GeometryError for anything else or truncated bytes.
std::string toWkb(const MultiPolygon& shape);
MultiPolygon fromWkb(std::string_view wkb);

} // namespace terroir::geometry
