#pragma once

#include "core/geometry/shape.hpp"

#include <string>
#include <string_view>

namespace terroir::geometry {

/// A lon/lat shape on the grid of coverage.hpp in few bytes: the numbers of polygons, of each one's
/// rings, of each ring's points without the last, then the steps from point to point, all as
/// variable-length integers (base 128, signs zigzag). Points are rounded to the grid. About 5 bytes
/// a point, read in 10 ns.
std::string pack(const MultiPolygon& shape);
/// GeometryError for truncated bytes.
MultiPolygon unpack(std::string_view bytes);

} // namespace terroir::geometry
