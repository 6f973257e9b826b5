#include "core/geometry/ogr_shape.hpp"

namespace terroir::geometry {

namespace {

Ring ringOf(const OGRLinearRing& line) {
    Ring ring;
    ring.reserve(std::size_t(line.getNumPoints()));
    for (int i = 0; i < line.getNumPoints(); ++i)
        ring.push_back({line.getX(i), line.getY(i)});
    return ring;
}

Polygon polygonOf(const OGRPolygon& source) {
    Polygon polygon;
    if (source.getExteriorRing() != nullptr)
        polygon.outer = ringOf(*source.getExteriorRing());
    for (int i = 0; i < source.getNumInteriorRings(); ++i)
        polygon.holes.push_back(ringOf(*source.getInteriorRing(i)));
    return polygon;
}

} // namespace

void collectPolygons(const OGRGeometry& geometry, MultiPolygon& into) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (geometry.IsEmpty())
        return;
    if (type == wkbPolygon || type == wkbTriangle) {
        into.push_back(polygonOf(*geometry.toPolygon()));
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection())
            collectPolygons(*part, into);
    } else if (OGR_GT_IsSubClassOf(type, wkbPolyhedralSurface)) {
        for (const OGRPolygon* part : *geometry.toPolyhedralSurface())
            collectPolygons(*part, into);
    }
}

bool mayHoldPolygons(OGRLayer& layer) {
    const OGRwkbGeometryType type = wkbFlatten(layer.GetGeomType());
    return type == wkbUnknown || type == wkbGeometryCollection || OGR_GT_IsSurface(type) ||
           OGR_GT_IsSubClassOf(type, wkbMultiSurface);
}

} // namespace terroir::geometry
