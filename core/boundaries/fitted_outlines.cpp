#include "core/boundaries/fitted_outlines.hpp"

#include "core/boundaries/cell_sites.hpp"
#include "core/geometry/dissolve.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;
using geometry::Point;

namespace {

/// Gaps below this (degrees) are rounding.
constexpr double rounding = 1e-9;
/// Sides of an outline are taken to pieces of this length (km), each of which has the ground that
/// it is nearest to.
constexpr double pieceKm = 2;

template <typename Visit>
void forEachSide(const MultiPolygon& shape, const Visit& visit) {
    for (const geometry::Polygon& polygon : shape) {
        for (std::size_t i = 0; i + 1 < polygon.outer.size(); ++i)
            visit(polygon.outer[i], polygon.outer[i + 1]);
        for (const geometry::Ring& hole : polygon.holes)
            for (std::size_t i = 0; i + 1 < hole.size(); ++i)
                visit(hole[i], hole[i + 1]);
    }
}

std::pair<std::pair<double, double>, std::pair<double, double>> named(Point a, Point b) {
    return std::minmax(std::pair(a.x, a.y), std::pair(b.x, b.y));
}

} // namespace

FittedOutlines::FittedOutlines(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                               Date asOf, NeighbourOf neighbourOf)
    : m_workspace(workspace), m_gazetteer(gazetteer), m_asOf(asOf),
      m_neighbourOf(std::move(neighbourOf)) {}

void FittedOutlines::readAll() {
    if (!m_outlines.empty())
        return;
    store::Statement rows =
        m_workspace.database().prepare("SELECT province, AsBinary(geom) FROM outline");
    while (rows.step())
        if (const UnitIndex province = m_gazetteer.find(rows.view(0)); province != noUnit)
            m_outlines[province] = geometry::fromWkb(rows.view(1));
    for (const auto& [province, shape] : m_outlines)
        forEachSide(shape, [&, owner = province](Point a, Point b) {
            m_owners[named(a, b)].push_back(owner);
        });
}

/// The province of the date that has the ground of an outline.
UnitIndex FittedOutlines::provinceOf(UnitIndex outline) const {
    const auto shares = m_gazetteer.convert(outline, m_asOf);
    return shares.empty() ? noUnit
                          : m_gazetteer.ancestorAt(shares.front().unit, Level::Province, m_asOf);
}

FittedOutlines::Neighbour FittedOutlines::otherSide(UnitIndex province) {
    if (const auto known = m_neighbours.find(province); known != m_neighbours.end())
        return known->second;
    Neighbour found = m_neighbourOf(province);
    if (found.isWhole || found.shape.empty())
        m_neighbours[province] = found;
    return found;
}

MultiPolygon FittedOutlines::of(UnitIndex outline) {
    readAll();
    const auto found = m_outlines.find(outline);
    if (found == m_outlines.end())
        return {};
    std::set<UnitIndex> neighbours;
    forEachSide(found->second, [&](Point a, Point b) {
        const auto& owners = m_owners.at(named(a, b));
        neighbours.insert(owners.begin(), owners.end());
    });
    const UnitIndex own = provinceOf(outline);
    std::vector<MultiPolygon> parts{found->second};
    std::map<UnitIndex, Neighbour> byProvince;
    for (const UnitIndex neighbour : neighbours) {
        const UnitIndex province = provinceOf(neighbour);
        if (province == own || province == noUnit)
            continue;
        const auto [other, isNew] = byProvince.try_emplace(province);
        if (isNew)
            other->second = otherSide(province);
        if (!other->second.isWhole)
            continue;
        if (MultiPolygon strip = stripAlong(outline, neighbour, other->second.shape);
            !strip.empty())
            parts.push_back(std::move(strip));
    }
    std::erase_if(byProvince, [](const auto& each) { return each.second.shape.empty(); });
    if (byProvince.empty())
        return found->second;
    m_fitted.insert(outline);
    MultiPolygon ground =
        parts.size() == 1 ? std::move(parts[0]) : geometry::unionOf(parts, rounding);
    for (const auto& [province, other] : byProvince)
        ground = geometry::differenceOf(ground, other.shape);
    return ground;
}

/// What an official neighbour leaves of its outline, where it is nearest to the side of this one.
MultiPolygon FittedOutlines::stripAlong(UnitIndex outline, UnitIndex neighbour,
                                        const MultiPolygon& official) const {
    const MultiPolygon& shape = m_outlines.at(neighbour);
    const geometry::Box box = geometry::boxOf(shape);
    const KmPlane plane((box.minY + box.maxY) / 2);
    std::vector<geometry::WeightedSite> sites;
    std::vector<char> isOwn;
    forEachSide(shape, [&](Point a, Point b) {
        const auto& owners = m_owners.at(named(a, b));
        const bool own = std::find(owners.begin(), owners.end(), outline) != owners.end();
        const Point from = plane.toKm(a), to = plane.toKm(b);
        const int pieces = 1 + int(std::hypot(to.x - from.x, to.y - from.y) / pieceKm);
        for (int i = 0; i < pieces; ++i) {
            const double along = (i + 0.5) / pieces;
            sites.push_back(
                {{from.x + along * (to.x - from.x), from.y + along * (to.y - from.y)}, 0});
            isOwn.push_back(own);
        }
    });
    geometry::Box kilometres;
    kilometres.expand(plane.toKm({box.minX, box.minY}));
    kilometres.expand(plane.toKm({box.maxX, box.maxY}));
    const std::vector<MultiPolygon> cells = geometry::powerCells(sites, kilometres, isOwn);
    std::vector<MultiPolygon> near;
    for (const MultiPolygon& cell : cells)
        if (!cell.empty())
            near.push_back(cell);
    const auto side = geometry::dissolve(near);
    if (!side || side->empty())
        return {};
    return geometry::intersectionOf(geometry::differenceOf(shape, official), plane.toLonLat(*side));
}

} // namespace terroir::boundaries
