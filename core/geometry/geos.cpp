#include "core/geometry/geos.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <utility>
#include <vector>

namespace terroir::geometry {

static_assert(sizeof(Point) == 2 * sizeof(double), "rings are handed to GEOS as plain doubles");

Geos& Geos::ofThread() {
    static thread_local Geos geos;
    return geos;
}

Geos::Geos() : m_handle(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(
        m_handle,
        [](const char* message, void* self) { static_cast<Geos*>(self)->m_message = message; },
        this);
}

Geos::~Geos() {
    GEOS_finish_r(m_handle);
}

void Geos::fail(Step doing) {
    const std::string message = std::exchange(m_message, {});
    throw GeometryError(
        localText("{} không được ({}); hãy kiểm tra các hình đưa vào.",
                  "{} failed ({}); check the shapes that went in.",
                  LocalText{std::string(doing.vi), std::string(doing.en)},
                  message.empty() ? localText("GEOS không cho biết lý do", "GEOS gave no reason")
                                  : LocalText{message, message}));
}

void GeosDelete::operator()(GEOSGeometry* geometry) const {
    GEOSGeom_destroy_r(Geos::ofThread().handle(), geometry);
}

void GeosDelete::operator()(const GEOSPreparedGeometry* prepared) const {
    GEOSPreparedGeom_destroy_r(Geos::ofThread().handle(), prepared);
}

void GeosDelete::operator()(GEOSCoordSequence* sequence) const {
    GEOSCoordSeq_destroy_r(Geos::ofThread().handle(), sequence);
}

Geometry checked(GEOSGeometry* geometry, Step doing) {
    if (geometry == nullptr)
        Geos::ofThread().fail(doing);
    return Geometry(geometry);
}

namespace {

/// GEOS takes arrays of raw pointers over; until then these own them.
std::vector<GEOSGeometry*> released(std::vector<Geometry>& geometries) {
    std::vector<GEOSGeometry*> raw;
    raw.reserve(geometries.size());
    for (Geometry& geometry : geometries)
        raw.push_back(geometry.release());
    return raw;
}

Geometry ringToGeos(const Ring& ring) {
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    std::unique_ptr<GEOSCoordSequence, GeosDelete> sequence(GEOSCoordSeq_copyFromBuffer_r(
        handle, reinterpret_cast<const double*>(ring.data()), unsigned(ring.size()), 0, 0));
    if (!sequence)
        Geos::ofThread().fail(Step{"Đọc một đường khép kín", "Reading a ring"});
    return checked(GEOSGeom_createLinearRing_r(handle, sequence.release()),
                   Step{"Đọc một đường khép kín", "Reading a ring"});
}

Geometry polygonToGeos(const Polygon& polygon) {
    Geometry outer = ringToGeos(polygon.outer);
    std::vector<Geometry> holes;
    for (const Ring& hole : polygon.holes)
        holes.push_back(ringToGeos(hole));
    std::vector<GEOSGeometry*> raw = released(holes);
    return checked(GEOSGeom_createPolygon_r(Geos::ofThread().handle(), outer.release(), raw.data(),
                                            unsigned(raw.size())),
                   Step{"Đọc một đa giác", "Reading a polygon"});
}

Ring ringFromGeos(const GEOSGeometry* ring) {
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle, ring);
    unsigned size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(handle, sequence, &size) == 0)
        Geos::ofThread().fail(Step{"Ghi một đường khép kín", "Writing a ring"});
    Ring points(size);
    if (GEOSCoordSeq_copyToBuffer_r(handle, sequence, reinterpret_cast<double*>(points.data()), 0,
                                    0) == 0)
        Geos::ofThread().fail(Step{"Ghi một đường khép kín", "Writing a ring"});
    return points;
}

void collectPolygons(const GEOSGeometry* geometry, MultiPolygon& into) {
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    const int type = GEOSGeomTypeId_r(handle, geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(handle, geometry) == 1)
            return;
        Polygon polygon;
        polygon.outer = ringFromGeos(GEOSGetExteriorRing_r(handle, geometry));
        const int holes = GEOSGetNumInteriorRings_r(handle, geometry);
        for (int i = 0; i < holes; ++i)
            polygon.holes.push_back(ringFromGeos(GEOSGetInteriorRingN_r(handle, geometry, i)));
        into.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(handle, geometry);
        for (int i = 0; i < parts; ++i)
            collectPolygons(GEOSGetGeometryN_r(handle, geometry, i), into);
    }
}

} // namespace

Geometry toGeos(const MultiPolygon& shape) {
    std::vector<Geometry> parts;
    parts.reserve(shape.size());
    for (const Polygon& polygon : shape)
        parts.push_back(polygonToGeos(polygon));
    std::vector<GEOSGeometry*> raw = released(parts);
    return checked(GEOSGeom_createCollection_r(Geos::ofThread().handle(), GEOS_MULTIPOLYGON,
                                               raw.data(), unsigned(raw.size())),
                   Step{"Đọc một đa giác ghép", "Reading a multipolygon"});
}

MultiPolygon fromGeos(const GEOSGeometry* geometry) {
    MultiPolygon shape;
    collectPolygons(geometry, shape);
    return shape;
}

} // namespace terroir::geometry
