#pragma once

#include "core/geometry/point.hpp"

#include <string>

namespace terroir::map {

/// A part of the page that is a plane of a coordinate system, north up: millimetres of the page
/// (y down) to metres of the system.
struct GroundFrame {
    geometry::Box mm;
    std::string crs;                  ///< a PROJ definition
    geometry::Point originMm, origin; ///< the same place on the page and in the system
    double metresPerMm = 0;

    geometry::Point toGround(geometry::Point onPage) const {
        return {origin.x + (onPage.x - originMm.x) * metresPerMm,
                origin.y - (onPage.y - originMm.y) * metresPerMm};
    }
};

} // namespace terroir::map
