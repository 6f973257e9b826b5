#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/cells.hpp"
#include "core/boundaries/detail.hpp"
#include "core/gazetteer/succession.hpp"
#include "core/geometry/dissolve.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;

namespace {

/// Which imported polygons make up a unit, and their union.
class OfficialShapes {
public:
    OfficialShapes(store::WorkspaceFile& workspace, const Gazetteer& gazetteer, double tolerance)
        : m_gazetteer(gazetteer), m_polygons(workspace, tolerance) {
        store::Statement rows = workspace.database().prepare("SELECT unit FROM boundary");
        while (rows.step()) {
            const UnitIndex unit = gazetteer.find(rows.view(0));
            if (unit != noUnit)
                m_imported.insert(unit);
        }
    }

    bool none() const { return m_imported.empty(); }

    /// Imported units whose polygons together are the unit, which is valid on `date`; empty when it
    /// is not covered.
    const std::vector<UnitIndex>& partsOf(UnitIndex unit, Date date) {
        const auto known = m_parts.find(unit);
        if (known != m_parts.end())
            return known->second;
        std::vector<UnitIndex> parts = findParts(unit, date);
        return m_parts[unit] = std::move(parts);
    }

    MultiPolygon shapeOf(const std::vector<UnitIndex>& parts) {
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

    geometry::Box boxOf(const std::vector<UnitIndex>& parts) {
        geometry::Box box;
        for (const UnitIndex part : parts)
            box.expand(m_polygons.boxOf(m_gazetteer.unit(part).uid));
        return box;
    }

private:
    std::vector<UnitIndex> findParts(UnitIndex unit, Date date) {
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

    std::vector<UnitIndex> partsOfAll(const std::vector<UnitIndex>& units, Date date) {
        std::vector<UnitIndex> all;
        for (const UnitIndex unit : units) {
            const std::vector<UnitIndex>& parts = partsOf(unit, date);
            if (parts.empty())
                return {};
            all.insert(all.end(), parts.begin(), parts.end());
        }
        return all;
    }

    const Gazetteer& m_gazetteer;
    DetailReader m_polygons;
    std::unordered_set<UnitIndex> m_imported;
    std::map<UnitIndex, std::vector<UnitIndex>> m_parts;
};

using UnitsByProvince = std::map<UnitIndex, std::vector<UnitIndex>>;

UnitsByProvince byProvince(const Gazetteer& gazetteer, std::span<const UnitIndex> units,
                           Date asOf) {
    UnitsByProvince provinces;
    for (const UnitIndex unit : units)
        provinces[gazetteer.ancestorAt(unit, Level::Province, asOf)].push_back(unit);
    return provinces;
}

} // namespace

bool UnitShapes::anyApproximate() const {
    return std::any_of(units.begin(), units.end(),
                       [](const UnitShape& shape) { return shape.origin == Origin::Approximate; });
}

UnitShapes shapesOf(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                    std::span<const UnitIndex> units, Date asOf, double tolerance) {
    OfficialShapes official(workspace, gazetteer, tolerance);
    std::map<UnitIndex, UnitShape> made;
    std::vector<UnitIndex> rest;
    for (const auto& [province, asked] : byProvince(gazetteer, units, asOf)) {
        const bool covered =
            !official.none() && std::all_of(asked.begin(), asked.end(), [&](UnitIndex unit) {
                return !official.partsOf(unit, asOf).empty();
            });
        if (!covered) {
            rest.insert(rest.end(), asked.begin(), asked.end());
            continue;
        }
        for (const UnitIndex unit : asked)
            if (!made.contains(unit))
                made[unit] = {unit, official.shapeOf(official.partsOf(unit, asOf)),
                              Origin::Official};
    }
    if (!rest.empty())
        for (auto& [unit, shape] : approximateCells(workspace, gazetteer, rest, asOf))
            made[unit] = {unit, std::move(shape), Origin::Approximate};

    UnitShapes shapes;
    std::map<UnitIndex, std::size_t> placed;
    for (const UnitIndex unit : units) {
        const auto found = made.find(unit);
        if (found == made.end())
            shapes.missing.push_back(unit);
        else if (const auto [at, isNew] = placed.try_emplace(unit, shapes.units.size()); isNew)
            shapes.units.push_back(std::move(found->second));
        else
            shapes.units.push_back(UnitShape(shapes.units[at->second]));
    }
    return shapes;
}

geometry::Box officialBox(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                          std::span<const UnitIndex> units, Date asOf) {
    OfficialShapes official(workspace, gazetteer, detailLevels.back());
    geometry::Box box;
    if (!official.none())
        for (const UnitIndex unit : units)
            box.expand(official.boxOf(official.partsOf(unit, asOf)));
    return box;
}

Inventory inventory(store::WorkspaceFile& workspace) {
    store::Statement rows = workspace.database().prepare(
        "SELECT u.level, count(*) FROM boundary b JOIN unit u ON u.uid = b.unit GROUP BY u.level");
    Inventory counts;
    while (rows.step()) {
        const auto level = gazetteer::parseLevel(rows.view(0));
        std::size_t& count = level == Level::Province   ? counts.provinces
                             : level == Level::District ? counts.districts
                                                        : counts.communes;
        count = std::size_t(rows.integer(1));
    }
    return counts;
}

} // namespace terroir::boundaries
