#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/point.hpp"

#include <map>
#include <span>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::boundaries {

/// The lon/lat boxes, to some kilometres, of those of the units that are provinces: of their
/// official polygons, else of their generalised outlines, which are not fitted to anything. For
/// finding out which lie near a map; milliseconds, where their shapes take a second. Without those
/// of which neither is known.
std::map<gazetteer::UnitIndex, geometry::Box>
provinceBoxes(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
              std::span<const gazetteer::UnitIndex> units, Date asOf);

} // namespace terroir::boundaries
