#include "core/boundaries/official_shapes.hpp"

#include "core/gazetteer/succession.hpp"
#include "core/geometry/dissolve.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/store/workspace_file.hpp"

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;

OfficialShapes::OfficialShapes(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                               double tolerance)
    : m_gazetteer(gazetteer), m_polygons(workspace, tolerance) {
    store::Statement rows = workspace.database().prepare("SELECT unit FROM boundary");
    while (rows.step()) {
        const UnitIndex unit = gazetteer.find(rows.view(0));
        if (unit != noUnit)
            m_imported.insert(unit);
    }
}

const std::vector<UnitIndex>& OfficialShapes::partsOf(UnitIndex unit, Date date) {
    const auto known = m_parts.find(unit);
    if (known != m_parts.end())
        return known->second;
    std::vector<UnitIndex> parts = findParts(unit, date);
    return m_parts[unit] = std::move(parts);
}

MultiPolygon OfficialShapes::shapeOf(const std::vector<UnitIndex>& parts) {
    std::vector<MultiPolygon> shapes;
    for (const UnitIndex part : parts)
        shapes.push_back(m_polygons.read(m_gazetteer.unit(part).uid));
    if (shapes.size() == 1)
        return std::move(shapes[0]);
    // For generalised shapes mending the few lines that are left where units overlap is exact
    // enough, and much faster than a general union of them all.
    if (m_polygons.tolerance() > 0)
        if (const auto joined = geometry::dissolve(shapes)) {
            bool repaired = false;
            return geometry::madeValid(*joined, repaired);
        }
    return geometry::unionOf(shapes);
}

geometry::Box OfficialShapes::boxOf(const std::vector<UnitIndex>& parts) {
    geometry::Box box;
    for (const UnitIndex part : parts)
        box.expand(m_polygons.boxOf(m_gazetteer.unit(part).uid));
    return box;
}

std::vector<UnitIndex> OfficialShapes::findParts(UnitIndex unit, Date date) {
    for (const UnitIndex version : gazetteer::sameGround(m_gazetteer, unit))
        if (m_imported.contains(version))
            return {version};
    std::vector<UnitIndex> parts;
    if (m_gazetteer.unit(unit).level != Level::Commune)
        parts = partsOfAll(m_gazetteer.childrenAt(unit, date), date);
    if (parts.empty())
        parts = partsOfAll(gazetteer::wholePredecessors(m_gazetteer, unit),
                           m_gazetteer.unit(unit).valid.from.previousDay());
    return parts;
}

std::vector<UnitIndex> OfficialShapes::partsOfAll(const std::vector<UnitIndex>& units, Date date) {
    std::vector<UnitIndex> all;
    for (const UnitIndex unit : units) {
        const std::vector<UnitIndex>& parts = partsOf(unit, date);
        if (parts.empty())
            return {};
        all.insert(all.end(), parts.begin(), parts.end());
    }
    return all;
}

} // namespace terroir::boundaries
