#pragma once

#include "core/geometry/coverage.hpp"
#include "core/geometry/shape.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::page {

/// Whole steps of spherical Mercator (EPSG:3857) from a corner in the north-west, y down: what a
/// browser draws without projecting anything.
struct Grid {
    double west = 0, north = 0; ///< metres of the projection
    double step = 1;            ///< metres of the projection

    geometry::Point toSteps(geometry::Point lonLat) const; ///< not rounded
    geometry::MultiPolygon toSteps(const geometry::MultiPolygon& lonLat) const;
};

/// As text of letters, digits, - and _: five bits a character, the sixth says that more follow;
/// signs zigzag.
struct EncodedOutlines {
    /// Arc after arc: the number of points, then the steps from point to point (the first from the
    /// last of the arc before).
    std::string arcs;
    /// Shape after shape: the number of rings; of each ring the number of arcs, then each as the
    /// difference to the one before of 2 × its place, + 1 when it is walked backwards.
    std::string shapes;
    /// Open lines, as arcs are.
    std::string lines;
    std::size_t points = 0; ///< of the arcs
};

/// All outlines of a page: lines that several shapes share, of whatever level and day, are written
/// once.
class Outlines {
public:
    /// A lon/lat shape; its number.
    std::size_t add(const geometry::MultiPolygon& lonLat);
    /// An open line; its number, which equal lines share.
    std::size_t addLine(std::vector<geometry::Point> lonLat);
    /// n log n in the points.
    EncodedOutlines encode(const Grid& grid) &&;

private:
    geometry::CoverageBuilder m_builder;
    std::size_t m_shapes = 0;
    std::vector<std::vector<geometry::Point>> m_lines;
};

} // namespace terroir::page
