#pragma once

#include "core/geometry/shape.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace terroir::geometry {

/// A place as a person types it.
struct TypedPoint {
    Point lonLat;       ///< EPSG:4326
    std::string system; ///< "VN-2000 103°00'" where it was read as plane coordinates; else empty
};

/// "22.36, 103.71", "22,36; 103,71", "22°21'36\"B 103°42'Đ", in either order, and plane coordinates
/// of VN-2000, "2473000 573000", in the zone `zone` ("EPSG:9205", see vn2000.hpp; empty: none are
/// read). Nothing for anything else, and for what does not lie in Vietnam.
std::optional<TypedPoint> typedPoint(std::string_view text, const std::string& zone);

} // namespace terroir::geometry
