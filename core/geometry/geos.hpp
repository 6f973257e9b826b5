#pragma once

#include "core/geometry/shape.hpp"

#include <geos_c.h>

#include <memory>
#include <string>
#include <string_view>

// For the sources of core/geometry only: nothing else includes GEOS.
namespace terroir::geometry {

/// What GEOS was asked for, in both languages: literals, since each call has one.
struct Step {
    std::string_view vi, en;
};

/// The GEOS context of this thread. GEOS reports failures through a message and a null result;
/// check() turns them into a GeometryError.
class Geos {
public:
    static Geos& ofThread();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    ~Geos();

    GEOSContextHandle_t handle() const { return m_handle; }
    [[noreturn]] void fail(Step doing);

private:
    Geos();
    GEOSContextHandle_t m_handle;
    std::string m_message;
};

struct GeosDelete {
    void operator()(GEOSGeometry* geometry) const;
    void operator()(const GEOSPreparedGeometry* prepared) const;
    void operator()(GEOSCoordSequence* sequence) const;
};
using Geometry = std::unique_ptr<GEOSGeometry, GeosDelete>;
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, GeosDelete>;

/// Takes what a GEOS function returned; GeometryError for null.
Geometry checked(GEOSGeometry* geometry, Step doing);

/// A MULTIPOLYGON; rings must be closed and of four points at least.
Geometry toGeos(const MultiPolygon& shape);
/// The polygons of any geometry; points and lines are left out.
MultiPolygon fromGeos(const GEOSGeometry* geometry);

} // namespace terroir::geometry
