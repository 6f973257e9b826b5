#include "core/geometry/union.hpp"

#include "core/geometry/dissolve.hpp"
#include "core/geometry/geos.hpp"

#include <utility>

namespace terroir::geometry {

namespace {

bool isValid(const MultiPolygon& shape) {
    return GEOSisValid_r(Geos::ofThread().handle(), toGeos(shape).get()) == 1;
}

} // namespace

MultiPolygon unionOf(std::span<const MultiPolygon> shapes, double grid) {
    if (grid == 0)
        if (auto united = dissolve(shapes); united && isValid(*united))
            return std::move(*united);
    MultiPolygon parts;
    for (const MultiPolygon& shape : shapes)
        parts.insert(parts.end(), shape.begin(), shape.end());
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    const Geometry all = toGeos(parts);
    GEOSGeometry* result = grid > 0 ? GEOSUnaryUnionPrec_r(handle, all.get(), grid)
                                    : GEOSUnaryUnion_r(handle, all.get());
    return fromGeos(checked(result, Step{"Ghép các hình", "Uniting shapes"}).get());
}

} // namespace terroir::geometry
