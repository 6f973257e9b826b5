#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/geometry/layer_places.hpp"

#include <functional>

namespace terroir::boundaries {

/// The imported polygon of a unit; empty when there is none.
using OfficialShape = std::function<geometry::MultiPolygon(gazetteer::UnitIndex)>;

/// Which coordinate system a layer in metres is in, told by the units that its features name: a
/// sentence with the figure and the option to say ("--crs vn2000:105°45'"), for a layer that says
/// no system or a wrong one. Where these units have imported polygons, both readings of the datum
/// are measured against them: plane coordinates made of WGS 84 without the shift to VN-2000 lie
/// 200 to 300 m off. Empty when the layer is in degrees, its units cannot be told, or nothing
/// fits. Reads some sixty features.
LocalText proposedSystem(const gazetteer::Gazetteer& gazetteer, const geometry::LayerPlace& place,
                         const ImportOptions& options, const OfficialShape& official);

} // namespace terroir::boundaries
