#pragma once

#include "core/geometry/shape.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::geometry {

/// A coordinate operation between two systems known to PROJ, x/y order always longitude/easting
/// first. Move-only; not to be shared between threads.
class Transform {
public:
    /// "EPSG:4326", "EPSG:9210", a PROJ string or WKT. GeometryError when PROJ has no
    /// transformation.
    Transform(const std::string& from, const std::string& to);
    ~Transform();
    Transform(Transform&&) noexcept;
    Point operator()(Point point) const;
    /// Transforms in place; GeometryError when a point cannot be transformed.
    void apply(MultiPolygon& shape) const;

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
};

/// A map projection for a box of lon/lat: transverse Mercator on the WGS 84 ellipsoid, central
/// meridian in the middle of the box, metres. Scale error below 0.1 % for a province.
std::string localProjection(const Box& lonLat);

/// The definition of a system ("EPSG:9210") in WKT2:2019, for files that hold definitions and no
/// codes. GeometryError for a system that PROJ does not have.
std::string wktOf(const std::string& crs);

/// Whether its coordinates are metres of a plane. GeometryError for a system that PROJ does not
/// have.
bool isInMetres(const std::string& crs);

/// The box in another system, of points along its edges.
Box boxIn(const Box& lonLat, const std::string& crs);

/// Ellipsoidal area in km² of a lon/lat shape (GeographicLib through PROJ).
double ellipsoidalAreaKm2(const MultiPolygon& lonLat);
/// Ellipsoidal length in km of a lon/lat line; a ring is as long as its corners say, closed or not.
double ellipsoidalLengthKm(const std::vector<Point>& lonLat);

} // namespace terroir::geometry
