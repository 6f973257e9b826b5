#include "core/geometry/topology.hpp"

#include "core/base/error.hpp"
#include "core/geometry/geos.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace terroir::geometry {

namespace {

double areaOfRing(const Ring& ring) {
    if (ring.empty())
        return 0;
    // Relative to the first point: keeps the digits of small shapes far from the origin.
    const Point origin = ring.front();
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += (ring[i].x - origin.x) * (ring[i + 1].y - origin.y) -
                 (ring[i + 1].x - origin.x) * (ring[i].y - origin.y);
    return std::abs(twice) / 2;
}

bool crossesOddly(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i], b = ring[i + 1];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

Box around(const Box& box, std::span<const Point> sites) {
    Box all = box;
    for (const Point site : sites)
        all.expand(site);
    return all;
}

/// Sites far out on a circle, which bound every cell of the real sites well outside the box.
std::vector<Point> guardSites(const Box& box) {
    constexpr int count = 16;
    const Point centre{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
    const double radius = 20 * std::max({box.width(), box.height(), 1e-6});
    std::vector<Point> sites;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count;
        sites.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return sites;
}

Geometry voronoi(std::span<const Point> sites) {
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    std::unique_ptr<GEOSCoordSequence, GeosDelete> sequence(GEOSCoordSeq_copyFromBuffer_r(
        handle, reinterpret_cast<const double*>(sites.data()), unsigned(sites.size()), 0, 0));
    if (!sequence)
        Geos::ofThread().fail(Step{"Chia vùng", "Making cells"});
    const Geometry points = checked(GEOSGeom_createLineString_r(handle, sequence.release()),
                                    Step{"Chia vùng", "Making cells"});
    return checked(GEOSVoronoiDiagram_r(handle, points.get(), nullptr, 0, 0),
                   Step{"Chia vùng", "Making cells"});
}

/// Hands each cell to the site in it: cells hold exactly one, and sites are sorted by x.
class SiteFinder {
public:
    explicit SiteFinder(std::span<const Point> sites) : m_sites(sites), m_byX(sites.size()) {
        std::iota(m_byX.begin(), m_byX.end(), std::size_t(0));
        std::stable_sort(m_byX.begin(), m_byX.end(),
                         [&](std::size_t a, std::size_t b) { return sites[a].x < sites[b].x; });
    }

    /// The first of the sites in the cell; empty for a guard's cell.
    std::size_t in(const MultiPolygon& cell) const {
        const Box box = boxOf(cell);
        const auto from =
            std::lower_bound(m_byX.begin(), m_byX.end(), box.minX,
                             [&](std::size_t i, double x) { return m_sites[i].x < x; });
        std::size_t found = m_sites.size();
        for (auto it = from; it != m_byX.end() && m_sites[*it].x <= box.maxX; ++it) {
            const Point site = m_sites[*it];
            if (site.y >= box.minY && site.y <= box.maxY && contains(cell, site))
                found = std::min(found, *it);
        }
        return found;
    }

private:
    std::span<const Point> m_sites;
    std::vector<std::size_t> m_byX;
};

} // namespace

std::vector<MultiPolygon> openCells(std::span<const Point> sites, const Box& box) {
    std::vector<MultiPolygon> cells(sites.size());
    if (sites.empty())
        return cells;
    std::vector<Point> all(sites.begin(), sites.end());
    const std::vector<Point> guards = guardSites(around(box, sites));
    all.insert(all.end(), guards.begin(), guards.end());
    const Geometry diagram = voronoi(all);
    const SiteFinder finder(sites);
    for (Polygon& polygon : fromGeos(diagram.get())) {
        MultiPolygon cell{std::move(polygon)};
        const std::size_t site = finder.in(cell);
        if (site < cells.size())
            cells[site] = std::move(cell);
    }
    return cells;
}

std::vector<MultiPolygon> nearestCells(std::span<const Point> sites, const MultiPolygon& outline) {
    std::vector<MultiPolygon> cells = openCells(sites, boxOf(outline));
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    const Geometry clip = toGeos(outline);
    const Prepared prepared(GEOSPrepare_r(handle, clip.get()));
    if (!prepared)
        Geos::ofThread().fail(Step{"Chia vùng", "Making cells"});
    for (MultiPolygon& cell : cells) {
        if (cell.empty())
            continue;
        const Geometry open = toGeos(cell);
        if (GEOSPreparedContains_r(handle, prepared.get(), open.get()) != 1)
            cell = fromGeos(checked(GEOSIntersection_r(handle, open.get(), clip.get()),
                                    Step{"Cắt một vùng", "Clipping a cell"})
                                .get());
    }
    return cells;
}

MultiPolygon intersectionOf(const MultiPolygon& a, const MultiPolygon& b) {
    if (a.empty() || b.empty())
        return {};
    const Geometry first = toGeos(a), second = toGeos(b);
    return fromGeos(
        checked(GEOSIntersection_r(Geos::ofThread().handle(), first.get(), second.get()),
                Step{"Tìm phần chung của các hình", "Intersecting shapes"})
            .get());
}

double areaOf(const MultiPolygon& shape) {
    double area = 0;
    for (const Polygon& polygon : shape) {
        area += areaOfRing(polygon.outer);
        for (const Ring& hole : polygon.holes)
            area -= areaOfRing(hole);
    }
    return area;
}

namespace {

/// Closes the ring; false when it cannot bound an area.
bool mendRing(Ring& ring, bool& repaired) {
    const auto isBad = [](Point p) { return !std::isfinite(p.x) || !std::isfinite(p.y); };
    if (std::erase_if(ring, isBad) > 0)
        repaired = true;
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(ring.front());
        repaired = true;
    }
    if (ring.size() >= 4)
        return true;
    repaired = true;
    return false;
}

MultiPolygon mendedRings(MultiPolygon shape, bool& repaired) {
    std::erase_if(shape, [&](Polygon& polygon) {
        std::erase_if(polygon.holes, [&](Ring& hole) { return !mendRing(hole, repaired); });
        return !mendRing(polygon.outer, repaired);
    });
    return shape;
}

} // namespace

MultiPolygon madeValid(const MultiPolygon& shape, bool& repaired) {
    repaired = false;
    MultiPolygon mended = mendedRings(shape, repaired);
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    const Geometry geometry = toGeos(mended);
    if (GEOSisValid_r(handle, geometry.get()) == 1)
        return mended;
    repaired = true;
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(handle);
    GEOSMakeValidParams_setMethod_r(handle, params, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(handle, params, 0);
    GEOSGeometry* valid = GEOSMakeValidWithParams_r(handle, geometry.get(), params);
    GEOSMakeValidParams_destroy_r(handle, params);
    return fromGeos(checked(valid, Step{"Sửa một hình", "Repairing a shape"}).get());
}

InnerPoint widestPoint(const MultiPolygon& shape, double tolerance) {
    const GEOSContextHandle_t handle = Geos::ofThread().handle();
    const Geometry geometry = toGeos(shape);
    const Geometry radius = checked(GEOSMaximumInscribedCircle_r(handle, geometry.get(), tolerance),
                                    Step{"Tìm chỗ rộng nhất", "Finding the widest place"});
    InnerPoint inner;
    const GEOSCoordSequence* line = GEOSGeom_getCoordSeq_r(handle, radius.get());
    if (GEOSCoordSeq_getXY_r(handle, line, 0, &inner.point.x, &inner.point.y) == 0 ||
        GEOSGeomGetLength_r(handle, radius.get(), &inner.radius) == 0)
        Geos::ofThread().fail(Step{"Tìm chỗ rộng nhất", "Finding the widest place"});
    return inner;
}

bool contains(const MultiPolygon& shape, Point point) {
    return std::any_of(shape.begin(), shape.end(), [&](const Polygon& polygon) {
        return crossesOddly(polygon.outer, point) &&
               std::none_of(polygon.holes.begin(), polygon.holes.end(),
                            [&](const Ring& hole) { return crossesOddly(hole, point); });
    });
}

} // namespace terroir::geometry
