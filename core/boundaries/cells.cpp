#include "core/boundaries/cells.hpp"

#include "core/base/two_threads.hpp"
#include "core/geometry/dissolve.hpp"
#include "core/geometry/edge_nodes.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;
using geometry::Point;

namespace {

/// The outlines are generalised to 1.5 km and more: a point this near to one (degrees) belongs to
/// its ground and stands on its edge. One farther out is on an island that the outline leaves out.
constexpr double nearOutline = 0.05;
/// A piece of a commune smaller than this share of it, without its point, is an accident.
constexpr double minPieceShare = 0.01;

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

Point nearestOnSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double along = squared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared : 0;
    const double t = std::clamp(along, 0.0, 1.0);
    return {a.x + t * dx, a.y + t * dy};
}

/// The place itself on the ground, the nearest point of its edge just outside; none farther out.
std::optional<Point> placeOn(const MultiPolygon& ground, Point place) {
    if (geometry::contains(ground, place))
        return place;
    Point nearest{1e9, 1e9};
    for (const geometry::Polygon& polygon : ground)
        for (std::size_t i = 0; i + 1 < polygon.outer.size(); ++i) {
            const Point candidate = nearestOnSegment(place, polygon.outer[i], polygon.outer[i + 1]);
            if (distance(candidate, place) < distance(nearest, place))
                nearest = candidate;
        }
    return distance(nearest, place) <= nearOutline ? std::optional(nearest) : std::nullopt;
}

MultiPolygon joined(std::vector<MultiPolygon> shapes) {
    if (shapes.size() == 1)
        return std::move(shapes[0]);
    if (auto whole = geometry::dissolve(shapes))
        return std::move(*whole);
    return geometry::unionOf(shapes);
}

/// Shapes side by side with the units that they belong to.
struct Cover {
    std::vector<UnitIndex> units;
    std::vector<MultiPolygon> shapes;
    std::vector<Point> anchors; ///< the last of each unit's sites: its own, if it has one
};

/// The cells of sites, dissolved by commune, before clipping.
Cover openCover(const MultiPolygon& ground, std::span<const CellSite> sites) {
    const geometry::Box box = geometry::boxOf(ground);
    const KmPlane plane((box.minY + box.maxY) / 2);
    std::vector<geometry::WeightedSite> weighted;
    std::map<UnitIndex, std::vector<std::size_t>> ofUnit;
    for (CellSite site : sites) {
        const auto place = placeOn(ground, {site.at.lon, site.at.lat});
        if (!place)
            continue;
        site.at = {place->x, place->y};
        ofUnit[site.commune].push_back(weighted.size());
        weighted.push_back(site.onPlane(plane));
    }
    geometry::Box kilometres;
    kilometres.expand(plane.toKm({box.minX, box.minY}));
    kilometres.expand(plane.toKm({box.maxX, box.maxY}));
    const std::vector<MultiPolygon> cells = geometry::powerCells(weighted, kilometres);
    Cover cover;
    for (const auto& [unit, numbers] : ofUnit) {
        std::vector<MultiPolygon> own;
        for (const std::size_t number : numbers)
            if (!cells[number].empty())
                own.push_back(cells[number]);
        if (own.empty())
            continue;
        cover.units.push_back(unit);
        cover.shapes.push_back(plane.toLonLat(joined(std::move(own))));
        cover.anchors.push_back(plane.toLonLat(weighted[numbers.back()].at));
    }
    return cover;
}

/// A ground to be divided in two steps, for grounds side by side share edges: those of all are cut
/// where cells of any meet them before anything is clipped.
struct Division {
    MultiPolygon ground;
    Cover cover;

    Division(MultiPolygon of, std::span<const CellSite> sites, geometry::EdgeNodes& nodes)
        : ground(std::move(of)), cover(openCover(ground, sites)) {
        if (cover.units.empty() && !sites.empty()) { // all their points are elsewhere
            cover.units.push_back(sites.front().commune);
            cover.anchors.emplace_back();
            cover.shapes.emplace_back();
        }
        if (cover.units.size() > 1)
            for (const MultiPolygon& shape : cover.shapes)
                nodes.cross(shape, ground);
    }

    ShapesByUnit finished(const geometry::EdgeNodes& nodes) && {
        if (cover.units.size() == 1)
            cover.shapes[0] = nodes.applied(ground);
        else
            cover.shapes = geometry::clippedTogether(cover.shapes, ground, nodes);
        geometry::mergeSmallParts(cover.shapes, cover.anchors, minPieceShare);
        ShapesByUnit shapes;
        for (std::size_t i = 0; i < cover.units.size(); ++i)
            if (!cover.shapes[i].empty())
                shapes[cover.units[i]] = std::move(cover.shapes[i]);
        return shapes;
    }
};

/// Shapes of the same units out of several parts, each joined.
class Joiner {
public:
    void add(UnitIndex unit, MultiPolygon part) { m_parts[unit].push_back(std::move(part)); }
    ShapesByUnit finished() && {
        ShapesByUnit shapes;
        for (auto& [unit, parts] : m_parts)
            shapes[unit] = joined(std::move(parts));
        return shapes;
    }

private:
    std::map<UnitIndex, std::vector<MultiPolygon>> m_parts;
};

class CellMaker {
public:
    CellMaker(const Gazetteer& gazetteer, std::span<const UnitIndex> units, Date asOf)
        : m_gazetteer(gazetteer), m_asOf(asOf), m_asked(units.begin(), units.end()),
          m_sites(gazetteer, asOf) {
        std::set<UnitIndex> outlines;
        for (const UnitIndex unit : m_asked)
            for (const UnitIndex outline : m_sites.outlinesOf(unit))
                outlines.insert(outline);
        m_outlines.assign(outlines.begin(), outlines.end());
    }

    const std::vector<UnitIndex>& outlines() const { return m_outlines; }

    /// `grounds` are those of outlines(). On two threads.
    ShapesByUnit make(const std::vector<MultiPolygon>& grounds) const {
        std::vector<Outline> outlines(grounds.size());
        onTwoThreads(outlines.size(), [&](std::size_t i) {
            if (!grounds[i].empty())
                outlines[i] = begun(m_outlines[i], grounds[i]);
        });
        finishDivisions(outlines);
        if (m_sites.areNested()) {
            onTwoThreads(outlines.size(), [&](std::size_t i) { nest(outlines[i]); });
            finishDivisions(outlines);
        }
        Joiner joiner;
        for (const Outline& outline : outlines) {
            for (const UnitIndex owner : outline.owners)
                joiner.add(owner, outline.ground);
            for (const auto& [commune, shape] : outline.communes)
                for (const UnitIndex unit : askedAbove(commune))
                    joiner.add(unit, shape);
        }
        return std::move(joiner).finished();
    }

private:
    struct Outline {
        MultiPolygon ground;
        OutlineSites sites;
        std::set<UnitIndex> owners; ///< see ownersOfAll()
        std::vector<Division> divisions;
        geometry::EdgeNodes nodes; ///< found by them
        ShapesByUnit communes;     ///< what they came to
    };

    Outline begun(UnitIndex outline, const MultiPolygon& ground) const {
        Outline made{ground, m_sites.in(outline), {}, {}, {}, {}};
        made.owners = ownersOfAll(made.sites);
        if (made.owners.empty())
            made.divisions.emplace_back(ground, made.sites.sites, made.nodes);
        return made;
    }

    /// Divides the shapes of communes of today between those of a date before.
    static void nest(Outline& outline) {
        for (auto& [commune, shape] : outline.communes)
            if (const auto nested = outline.sites.nested.find(commune);
                nested != outline.sites.nested.end())
                outline.divisions.emplace_back(std::move(shape), nested->second, outline.nodes);
    }

    static void finishDivisions(std::vector<Outline>& outlines) {
        geometry::EdgeNodes nodes;
        for (const Outline& outline : outlines)
            nodes.add(outline.nodes);
        onTwoThreads(outlines.size(), [&](std::size_t i) {
            Outline& outline = outlines[i];
            outline.ground = nodes.applied(std::move(outline.ground));
            Joiner joiner;
            for (Division& division : outline.divisions)
                for (auto& [commune, shape] : std::move(division).finished(nodes))
                    joiner.add(commune, std::move(shape));
            outline.communes = std::move(joiner).finished();
            outline.divisions.clear();
        });
    }

    /// The asked units that a unit of the date belongs to.
    std::set<UnitIndex> askedAbove(UnitIndex unit) const {
        std::set<UnitIndex> above;
        for (; unit != noUnit; unit = m_gazetteer.parentAt(unit, m_asOf))
            if (m_asked.contains(unit))
                above.insert(unit);
        return above;
    }

    /// The asked units that have all the ground of an outline, when no other has a part of it: then
    /// no cells are needed. Empty else.
    std::set<UnitIndex> ownersOfAll(const OutlineSites& sites) const {
        std::optional<std::set<UnitIndex>> owners;
        const auto agree = [&](UnitIndex commune) {
            std::set<UnitIndex> above = askedAbove(commune);
            const bool same = !owners || above == *owners;
            owners = std::move(above);
            return same;
        };
        for (const CellSite& site : sites.sites) {
            const auto nested = sites.nested.find(site.commune);
            if (nested == sites.nested.end()) {
                if (!agree(site.commune))
                    return {};
                continue;
            }
            for (const CellSite& inner : nested->second)
                if (!agree(inner.commune))
                    return {};
        }
        return owners.value_or(std::set<UnitIndex>());
    }

    const Gazetteer& m_gazetteer;
    Date m_asOf;
    std::set<UnitIndex> m_asked;
    CellSites m_sites;
    std::vector<UnitIndex> m_outlines;
};

} // namespace

MultiPolygon outlineOf(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                       UnitIndex province) {
    store::Statement row =
        workspace.database().prepare("SELECT AsBinary(geom) FROM outline WHERE province=?");
    row.bind(1, gazetteer.unit(province).uid);
    return row.step() ? geometry::fromWkb(row.view(0)) : MultiPolygon();
}

ShapesByUnit divided(const MultiPolygon& ground, std::span<const CellSite> sites) {
    geometry::EdgeNodes nodes;
    return Division(ground, sites, nodes).finished(nodes);
}

ShapesByUnit approximateCells(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                              std::span<const UnitIndex> units, Date asOf,
                              const std::function<MultiPolygon(UnitIndex)>& groundOf) {
    const CellMaker maker(gazetteer, units, asOf);
    std::vector<MultiPolygon> grounds;
    for (const UnitIndex outline : maker.outlines())
        grounds.push_back(groundOf ? groundOf(outline) : outlineOf(workspace, gazetteer, outline));
    return maker.make(grounds);
}

} // namespace terroir::boundaries
