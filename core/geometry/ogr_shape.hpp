#pragma once

#include "core/geometry/shape.hpp"

#include <ogrsf_frmts.h>

// For the sources that include GDAL.
namespace terroir::geometry {

/// Takes the polygons of any geometry, without Z and M; curves must be lines already.
void collectPolygons(const OGRGeometry& geometry, MultiPolygon& into);

/// Layers whose declared type leaves room for polygons.
bool mayHoldPolygons(OGRLayer& layer);

} // namespace terroir::geometry
