#include "core/geometry/topology.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/crossings.hpp"

#include "core/base/error.hpp"
#include "core/geometry/geos.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::geometry {

namespace {

double areaOfRing(const Ring& ring) {
    if (ring.empty())
        return 0;
    // Relative to the first point: keeps the digits of small shapes far from the origin.
    const Point origin = ring.front();
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += (ring[i].x - origin.x) * (ring[i + 1].y - origin.y) -
                 (ring[i + 1].x - origin.x) * (ring[i].y - origin.y);
    return std::abs(twice) / 2;
}

bool crossesOddly(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i], b = ring[i + 1];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

} // namespace

MultiPolygon intersectionOf(const MultiPolygon& a, const MultiPolygon& b) {
    if (a.empty() || b.empty())
        return {};
    const Geometry first = toGeos(a), second = toGeos(b);
    return fromGeos(
        checked(GEOSIntersection_r(Geos::ofThread().handle(), first.get(), second.get()),
                Step{"Tìm phần chung của các hình", "Intersecting shapes"})
            .get());
}

MultiPolygon differenceOf(const MultiPolygon& a, const MultiPolygon& b) {
    if (a.empty() || b.empty())
        return a;
    const Geometry first = toGeos(a), second = toGeos(b);
    return fromGeos(checked(GEOSDifference_r(Geos::ofThread().handle(), first.get(), second.get()),
                            Step{"Trừ một hình", "Subtracting a shape"})
                        .get());
}

MultiPolygon grownBy(const MultiPolygon& shape, double distance) {
    constexpr int stepsOfQuarter = 4;
    if (shape.empty())
        return shape;
    const Geometry whole = toGeos(shape);
    return fromGeos(
        checked(GEOSBuffer_r(Geos::ofThread().handle(), whole.get(), distance, stepsOfQuarter),
                Step{"Nới một hình", "Growing a shape"})
            .get());
}

double areaOf(const MultiPolygon& shape) {
    double area = 0;
    for (const Polygon& polygon : shape) {
        area += areaOfRing(polygon.outer);
        for (const Ring& hole : polygon.holes)
            area -= areaOfRing(hole);
    }
    return area;
}

namespace {

/// Closes the ring; false when it cannot bound an area.
bool mendRing(Ring& ring, bool& repaired) {
    const auto isBad = [](Point p) { return !std::isfinite(p.x) || !std::isfinite(p.y); };
    if (std::erase_if(ring, isBad) > 0)
        repaired = true;
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(ring.front());
        repaired = true;
    }
    if (ring.size() >= 4)
        return true;
    repaired = true;
    return false;
}

std::size_t cornersOf(const MultiPolygon& shape) {
    std::size_t corners = 0;
    for (const Polygon& polygon : shape) {
        corners += polygon.outer.size();
        for (const Ring& hole : polygon.holes)
            corners += hole.size();
    }
    return corners;
}

MultiPolygon mendedRings(MultiPolygon shape, bool& repaired) {
    std::erase_if(shape, [&](Polygon& polygon) {
        std::erase_if(polygon.holes, [&](Ring& hole) { return !mendRing(hole, repaired); });
        return !mendRing(polygon.outer, repaired);
    });
    return shape;
}

} // namespace

MultiPolygon madeValid(const MultiPolygon& shape, bool& repaired) {
    repaired = false;
    if (cornersOf(shape) > mostCorners)
        throw GeometryError(localText("đa giác có hơn {} đỉnh",
                                      "the polygon has more than {} "
                                      "corners",
                                      mostCorners));
    MultiPolygon mended = mendedRings(shape, repaired);
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    const Geometry geometry = toGeos(mended);
    if (GEOSisValid_r(handle, geometry.get()) == 1)
        return mended;
    repaired = true;
    if (crossesOftenerThan(mended, mostCrossings))
        throw GeometryError(localText("đa giác tự cắt hơn {} lần", "the polygon crosses itself more "
                                                                   "than {} times",
                                      mostCrossings));
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(handle);
    GEOSMakeValidParams_setMethod_r(handle, params, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(handle, params, 0);
    GEOSGeometry* valid = GEOSMakeValidWithParams_r(handle, geometry.get(), params);
    GEOSMakeValidParams_destroy_r(handle, params);
    return fromGeos(checked(valid, Step{"Sửa một hình", "Repairing a shape"}).get());
}

InnerPoint widestPoint(const MultiPolygon& shape, double tolerance) {
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    const Geometry geometry = toGeos(shape);
    const Geometry radius = checked(GEOSMaximumInscribedCircle_r(handle, geometry.get(), tolerance),
                                    Step{"Tìm chỗ rộng nhất", "Finding the widest place"});
    InnerPoint inner;
    const GEOSCoordSequence* line = GEOSGeom_getCoordSeq_r(handle, radius.get());
    if (GEOSCoordSeq_getXY_r(handle, line, 0, &inner.point.x, &inner.point.y) == 0 ||
        GEOSGeomGetLength_r(handle, radius.get(), &inner.radius) == 0)
        Geos::ofThread().fail(Step{"Tìm chỗ rộng nhất", "Finding the widest place"});
    return inner;
}

bool contains(const MultiPolygon& shape, Point point) {
    return std::any_of(shape.begin(), shape.end(), [&](const Polygon& polygon) {
        return crossesOddly(polygon.outer, point) &&
               std::none_of(polygon.holes.begin(), polygon.holes.end(),
                            [&](const Ring& hole) { return crossesOddly(hole, point); });
    });
}

} // namespace terroir::geometry
