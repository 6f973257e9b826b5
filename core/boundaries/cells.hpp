#pragma once

#include "core/boundaries/cell_sites.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "core/geometry/shape.hpp"

#include <functional>
#include <map>
#include <span>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::boundaries {

using ShapesByUnit = std::map<gazetteer::UnitIndex, geometry::MultiPolygon>;

/// The outline (lon/lat) of a province of `outlineDay`; empty for one without.
geometry::MultiPolygon outlineOf(store::WorkspaceFile& workspace,
                                 const gazetteer::Gazetteer& gazetteer,
                                 gazetteer::UnitIndex province);

/// Divides a ground (lon/lat) between communes: to each the cells of its sites, in the power
/// diagram of all of them (CellSite). The shapes cover the ground once, with edges equal to the
/// last bit where they touch; small pieces away from a commune's point go to the neighbour around
/// them. A commune whose sites are all outside the ground, or lose it to others, is not in the
/// result.
ShapesByUnit divided(const geometry::MultiPolygon& ground, std::span<const CellSite> sites);

/// Approximate shapes (lon/lat) of units valid on `asOf`, from the outlines of the 63 provinces in
/// force before 2025-07-01 (or what `groundOf` gives instead, province by province).
///
/// Method, per outline: the outline is divided() between the communes of the date, before
/// 2025-07-01 between those of that day and these then between the communes of the date, and cells
/// are dissolved to the units asked for. So the cells of a level cover each outline once, without
/// gaps. A commune without a point of its own stands at the one that took it over. Units without
/// ground in any outline are not in the result. A province takes some tens of milliseconds, the
/// country about a second on two threads.
ShapesByUnit
approximateCells(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                 std::span<const gazetteer::UnitIndex> units, Date asOf,
                 const std::function<geometry::MultiPolygon(gazetteer::UnitIndex)>& groundOf = {});

} // namespace terroir::boundaries
