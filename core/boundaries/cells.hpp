#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/shape.hpp"

#include <map>
#include <span>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::boundaries {

/// Approximate shapes (lon/lat) of units valid on `asOf`, from the outlines of the 63 provinces in
/// force before 2025-07-01.
///
/// Method, per outline: nearest-point cells of the communes valid on the date (for a date since
/// 2025-07-01: of those of 2025-06-30, handed to their successors; the cell of a commune that was
/// cut goes to the nearest of its successors' points); the cells of a unit are dissolved, then
/// clipped to the outline. So the cells of a level cover each outline once, without gaps. A commune
/// without a point of its own stands at the one that took it over. Units without ground in any
/// outline are not in the result. A province takes milliseconds, the country about a second.
std::map<gazetteer::UnitIndex, geometry::MultiPolygon>
approximateCells(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                 std::span<const gazetteer::UnitIndex> units, Date asOf);

} // namespace terroir::boundaries
