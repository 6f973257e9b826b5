#include "core/boundaries/locator.hpp"

#include "core/boundaries/cells.hpp"
#include "core/gazetteer/conversion.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <set>
#include <string>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::LonLat;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using Hits = std::vector<geometry::PolygonIndex::Hit>;

namespace {

/// A point this near to an edge (degrees, about a centimetre) lies on it.
constexpr double onEdge = 1e-7;
/// Parts of a unit below this share do not make its polygon one of several units: a strip along a
/// border, narrower than borders are known.
constexpr double minPart = 0.005;

constexpr const char* allShapes = "SELECT unit, AsBinary(geom) FROM boundary";
constexpr const char* shapesInBox =
    "SELECT unit, CASE WHEN MbrMinX(geom) <= ?3 AND MbrMaxX(geom) >= ?1 AND MbrMinY(geom) <= ?4"
    " AND MbrMaxY(geom) >= ?2 THEN AsBinary(geom) END FROM boundary";

void sortUnique(std::vector<UnitIndex>& units) {
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
}

} // namespace

ImportedPolygons::ImportedPolygons(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                                   const std::optional<geometry::Box>& box) {
    store::Statement count = workspace.database().prepare("SELECT count(*) FROM boundary");
    const std::size_t rows = count.step() ? std::size_t(count.integer(0)) : 0;
    store::Statement shapes = workspace.database().prepare(box ? shapesInBox : allShapes);
    if (box)
        shapes.bind(1, box->minX).bind(2, box->minY).bind(3, box->maxX).bind(4, box->maxY);
    const auto next = [&](std::size_t) {
        if (!shapes.step())
            return geometry::MultiPolygon();
        m_units.push_back(gazetteer.find(shapes.view(0)));
        return shapes.isNull(1) ? geometry::MultiPolygon() : geometry::fromWkb(shapes.view(1));
    };
    m_index = std::make_unique<geometry::PolygonIndex>(rows, next, onEdge);
}

Locator::Locator(const ImportedPolygons& imported, store::WorkspaceFile& workspace,
                 const Gazetteer& gazetteer, Level level, Date date)
    : m_imported(imported), m_gazetteer(gazetteer), m_level(level), m_date(date),
      m_shared(std::make_unique<SharedSites>(gazetteer, date)) {
    for (const UnitIndex unit : imported.units())
        m_claims.push_back(unit == noUnit ? Claim() : claimOf(unit));
    addCells(workspace);
}

/// The units of the level that a unit of the date belongs to, or consists of; itself where there
/// are none.
std::vector<UnitIndex> Locator::atLevel(UnitIndex unit) const {
    const Level level = m_gazetteer.unit(unit).level;
    if (level == m_level)
        return {unit};
    if (level > m_level) {
        const UnitIndex above = m_gazetteer.ancestorAt(unit, m_level, m_date);
        return {above == noUnit ? unit : above};
    }
    std::vector<UnitIndex> below;
    for (const UnitIndex child : m_gazetteer.childrenAt(unit, m_date))
        for (const UnitIndex one : atLevel(child))
            below.push_back(one);
    return below.empty() ? std::vector{unit} : below;
}

Locator::Claim Locator::claimOf(UnitIndex imported) const {
    Claim claim;
    double known = 0;
    for (const gazetteer::Conversion& part : trace(m_gazetteer, imported, m_date)) {
        known += part.share;
        if (part.share < minPart)
            continue;
        const std::vector<UnitIndex> units = atLevel(part.unit);
        claim.units.insert(claim.units.end(), units.begin(), units.end());
    }
    sortUnique(claim.units);
    claim.isIncomplete = known < 1 - minPart;
    const gazetteer::Unit& unit = m_gazetteer.unit(imported);
    if (claim.units.size() != 1 || claim.isIncomplete)
        claim.rank = Claim::Several;
    else if (!unit.valid.contains(m_date))
        claim.rank = Claim::Succession;
    else
        claim.rank = unit.level == m_level ? Claim::Own : Claim::Part;
    return claim;
}

/// The communes of the date whose ground the imported polygons do not cover.
std::vector<UnitIndex> Locator::communesWithout() const {
    const std::set<UnitIndex> imported(m_imported.units().begin(), m_imported.units().end());
    const auto hasPolygon = [&](UnitIndex unit, Date day) {
        for (; unit != noUnit; unit = m_gazetteer.parentAt(unit, day))
            if (imported.contains(unit))
                return true;
        return false;
    };
    std::set<UnitIndex> covered;
    for (const UnitIndex polygon : imported) {
        if (polygon == noUnit)
            continue;
        const Date day = dayOf(m_gazetteer.unit(polygon), m_date);
        for (const gazetteer::Conversion& part : trace(m_gazetteer, polygon, m_date))
            for (const UnitIndex commune : m_gazetteer.communesOf(part.unit, m_date)) {
                const auto parts = trace(m_gazetteer, commune, day);
                if (std::all_of(parts.begin(), parts.end(), [&](const auto& each) {
                        return each.share < minPart || hasPolygon(each.unit, day);
                    }))
                    covered.insert(commune);
            }
    }
    std::vector<UnitIndex> missing = m_gazetteer.unitsAt(Level::Commune, m_date);
    std::erase_if(missing, [&](UnitIndex commune) { return covered.contains(commune); });
    return missing;
}

void Locator::addCells(store::WorkspaceFile& workspace) {
    const std::vector<UnitIndex> missing = communesWithout();
    if (missing.empty())
        return;
    std::vector<geometry::MultiPolygon> shapes;
    for (auto& [commune, shape] : approximateCells(workspace, m_gazetteer, missing, m_date)) {
        m_cellUnits.push_back(atLevel(commune).front());
        shapes.push_back(std::move(shape));
    }
    m_cells = std::make_unique<geometry::PolygonIndex>(
        shapes.size(), [&shapes](std::size_t i) { return std::move(shapes[i]); }, onEdge);
}

const std::vector<CellSite>& Locator::sitesOf(const std::vector<UnitIndex>& units) const {
    const std::scoped_lock lock(m_shared->mutex);
    const auto [known, isNew] = m_shared->found.try_emplace(units);
    if (!isNew)
        return known->second;
    std::vector<UnitIndex> communes;
    std::map<UnitIndex, UnitIndex> owners;
    for (const UnitIndex unit : units) {
        std::vector<UnitIndex> own = m_gazetteer.communesOf(unit, m_date);
        if (own.empty())
            own.push_back(unit);
        for (const UnitIndex commune : own) {
            communes.push_back(commune);
            owners[commune] = unit;
        }
    }
    known->second = m_shared->finder.of(communes);
    for (CellSite& site : known->second)
        site.commune = owners.at(site.commune);
    return known->second;
}

/// The unit whose ground the point is, by the sites of all; noUnit when one of them has none.
UnitIndex Locator::divided(const std::vector<UnitIndex>& units, LonLat point) const {
    const std::vector<CellSite>& sites = sitesOf(units);
    const auto hasSite = [&](UnitIndex unit) {
        return std::any_of(sites.begin(), sites.end(),
                           [&](const CellSite& site) { return site.commune == unit; });
    };
    return std::all_of(units.begin(), units.end(), hasSite) ? siteAt(sites, point)->commune
                                                            : noUnit;
}

Location Locator::inPolygons(const Hits& hits, LonLat point) const {
    Claim::Rank best = Claim::Several;
    for (const auto& hit : hits)
        best = std::min(best, m_claims[hit.shape].rank);
    std::size_t fewest = SIZE_MAX;
    for (const auto& hit : hits) {
        const Claim& claim = m_claims[hit.shape];
        if (claim.rank == best && !claim.units.empty())
            fewest = std::min(fewest, claim.units.size());
    }
    Location location;
    std::size_t polygons = 0;
    location.onBorder = true;
    for (const auto& hit : hits) {
        const Claim& claim = m_claims[hit.shape];
        if (claim.rank != best || claim.units.size() != fewest)
            continue;
        location.units.insert(location.units.end(), claim.units.begin(), claim.units.end());
        location.onBorder = location.onBorder && hit.onEdge;
        location.isIncomplete = location.isIncomplete || claim.isIncomplete;
        ++polygons;
    }
    if (polygons == 0) {
        // In the country, but nothing is known of what was there then.
        location = {};
        location.isIncomplete = !hits.empty();
        return location;
    }
    sortUnique(location.units);
    // A border between two polygons inside one unit is none of its own.
    location.onBorder = location.onBorder && (polygons == 1 || location.units.size() > 1);
    location.basis = best == Claim::Own || best == Claim::Part ? Basis::Official
                     : best == Claim::Succession               ? Basis::Succession
                                                               : Basis::Approximate;
    if (best == Claim::Several && !location.isIncomplete)
        if (const UnitIndex unit = divided(location.units, point); unit != noUnit)
            location.units = {unit};
    return location;
}

Location Locator::inCells(LonLat point) const {
    thread_local Hits hits;
    m_cells->find({point.lon, point.lat}, hits);
    Location location;
    location.onBorder = !hits.empty();
    for (const auto& hit : hits) {
        location.units.push_back(m_cellUnits[hit.shape]);
        location.onBorder = location.onBorder && hit.onEdge;
    }
    sortUnique(location.units);
    location.onBorder = location.onBorder && location.units.size() > 1;
    if (!location.units.empty())
        location.basis = Basis::Approximate;
    return location;
}

Location Locator::locate(LonLat point) const {
    thread_local Hits hits;
    m_imported.index().find({point.lon, point.lat}, hits);
    if (!hits.empty())
        return inPolygons(hits, point);
    return m_cells ? inCells(point) : Location();
}

std::vector<Location> Locator::locate(std::span<const LonLat> points) const {
    std::vector<Location> locations(points.size());
    const auto work = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            locations[i] = locate(points[i]);
    };
    auto second = std::async(std::launch::async, work, points.size() / 2, points.size());
    work(0, points.size() / 2);
    second.get();
    return locations;
}

} // namespace terroir::boundaries
