#include "core/boundaries/province_boxes.hpp"

#include "core/boundaries/cell_sites.hpp"
#include "core/boundaries/detail.hpp"
#include "core/boundaries/official_shapes.hpp"
#include "core/store/workspace_file.hpp"

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

std::map<UnitIndex, geometry::Box> outlineBoxes(store::WorkspaceFile& workspace,
                                                const Gazetteer& gazetteer) {
    std::map<UnitIndex, geometry::Box> boxes;
    store::Statement rows = workspace.database().prepare(
        "SELECT province, MbrMinX(geom), MbrMinY(geom), MbrMaxX(geom), MbrMaxY(geom) FROM outline");
    while (rows.step())
        if (const UnitIndex province = gazetteer.find(rows.view(0)); province != noUnit)
            boxes[province] = {rows.real(1), rows.real(2), rows.real(3), rows.real(4)};
    return boxes;
}

} // namespace

std::map<UnitIndex, geometry::Box> provinceBoxes(store::WorkspaceFile& workspace,
                                                 const Gazetteer& gazetteer,
                                                 std::span<const UnitIndex> units, Date asOf) {
    OfficialShapes official(workspace, gazetteer, detailLevels.back());
    const CellSites sites(gazetteer, asOf);
    const std::map<UnitIndex, geometry::Box> outlines = outlineBoxes(workspace, gazetteer);
    std::map<UnitIndex, geometry::Box> boxes;
    for (const UnitIndex unit : units) {
        if (gazetteer.unit(unit).level != Level::Province)
            continue;
        geometry::Box box;
        if (!official.none())
            box.expand(official.boxOf(official.partsOf(unit, asOf)));
        if (box.isEmpty())
            for (const UnitIndex outline : sites.outlinesOf(unit))
                if (const auto known = outlines.find(outline); known != outlines.end())
                    box.expand(known->second);
        if (!box.isEmpty())
            boxes[unit] = box;
    }
    return boxes;
}

} // namespace terroir::boundaries
