#pragma once

#include "core/geometry/point.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::geometry {

using Ring = std::vector<Point>; ///< closed: last point equals the first
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};
using MultiPolygon = std::vector<Polygon>;

Box boxOf(const MultiPolygon& shape);

/// ISO WKB (little endian) of a MULTIPOLYGON, and back from POLYGON or MULTIPOLYGON in either byte
/// order (Z and M are dropped). GeometryError for anything else or truncated bytes.
std::string toWkb(const MultiPolygon& shape);
MultiPolygon fromWkb(std::string_view wkb);

} // namespace terroir::geometry
