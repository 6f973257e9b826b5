#pragma once

#include "core/geometry/ground.hpp"
#include "plugin/qgis/compat.hpp"

#include <qgsgeometry.h>

class QgsCoordinateReferenceSystem;
class QgsCoordinateTransformContext;
class QgsVectorLayer;

namespace terroir::qgis {

// Where records lie themselves, as geometries of QGIS: multipoints, multilines, multipolygons.

/// Null for empty ground.
QgsGeometry geometryOf(const geometry::MultiPolygon& shape);
QgsGeometry geometryOf(const geometry::Ground& ground);
compat::Wkb wkbTypeOf(compat::GeometryKind kind);
/// Of ground that lies somewhere.
compat::GeometryKind kindOf(const geometry::Ground& ground);

/// Heights and measures are left out, curves become straight. The geometry must be in EPSG:4326.
geometry::Ground groundOf(const QgsGeometry& geometry);

/// The selected features of a layer together, in EPSG:4326; empty when none is selected. Error when
/// they cannot be brought there.
geometry::Ground selectedGround(const QgsVectorLayer& layer,
                                const QgsCoordinateTransformContext& context);

} // namespace terroir::qgis
