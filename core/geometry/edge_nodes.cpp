#include "core/geometry/edge_nodes.hpp"

#include "core/geometry/dissolve.hpp"
#include "core/geometry/noded_ground.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

namespace terroir::geometry {

namespace {

bool isWestOf(Point a, Point b) {
    return std::tie(a.x, a.y) < std::tie(b.x, b.y);
}

template <typename Visit>
void forEachRingOf(const MultiPolygon& shape, const Visit& visit) {
    for (const Polygon& polygon : shape) {
        visit(polygon.outer);
        for (const Ring& hole : polygon.holes)
            visit(hole);
    }
}

using PointPair = std::pair<Point, Point>;

bool isBefore(const PointPair& a, const PointPair& b) {
    return std::tie(a.first.x, a.first.y, a.second.x, a.second.y) <
           std::tie(b.first.x, b.first.y, b.second.x, b.second.y);
}

PointPair eastward(Point a, Point b) {
    return isWestOf(b, a) ? PointPair(b, a) : PointPair(a, b);
}

/// Edges that reach into a box, from west to east.
std::vector<PointPair> edgesIn(const MultiPolygon& shape, const Box& box) {
    std::vector<PointPair> edges;
    forEachRingOf(shape, [&](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const PointPair edge = eastward(ring[i], ring[i + 1]);
            if (edge.first != edge.second && edge.first.x <= box.maxX &&
                edge.second.x >= box.minX && std::min(edge.first.y, edge.second.y) <= box.maxY &&
                std::max(edge.first.y, edge.second.y) >= box.minY)
                edges.push_back(edge);
        }
    });
    return edges;
}

/// Twice the area to the left of a line and a point.
double leftOf(const PointPair& line, Point point) {
    return (line.second.x - line.first.x) * (point.y - line.first.y) -
           (line.second.y - line.first.y) * (point.x - line.first.x);
}

bool isBetween(const PointPair& edge, Point point) {
    return point != edge.first && point != edge.second && point.x >= edge.first.x &&
           point.x <= edge.second.x && point.y >= std::min(edge.first.y, edge.second.y) &&
           point.y <= std::max(edge.first.y, edge.second.y);
}

} // namespace

std::size_t EdgeNodes::Hash::operator()(const Edge& edge) const {
    std::uint64_t mixed = 0;
    for (const double value : {edge.first.x, edge.first.y, edge.second.x, edge.second.y}) {
        mixed = (mixed ^ std::bit_cast<std::uint64_t>(value)) * 0x9e3779b97f4a7c15ULL;
        mixed ^= mixed >> 32U;
    }
    return std::size_t(mixed);
}

void EdgeNodes::cross(const MultiPolygon& a, const MultiPolygon& b) {
    if (a.empty() || b.empty())
        return;
    const std::vector<PointPair> first = edgesIn(a, boxOf(b)), second = edgesIn(b, boxOf(a));
    for (const PointPair& one : first)
        for (const PointPair& other : second)
            if (one != other && one.first.x <= other.second.x && other.first.x <= one.second.x)
                isBefore(one, other) ? meet(one, other) : meet(other, one);
}

void EdgeNodes::meet(const Edge& a, const Edge& b) {
    const double b1 = leftOf(a, b.first), b2 = leftOf(a, b.second);
    const double a1 = leftOf(b, a.first), a2 = leftOf(b, a.second);
    if (((b1 < 0 && b2 > 0) || (b1 > 0 && b2 < 0)) && ((a1 < 0 && a2 > 0) || (a1 > 0 && a2 < 0))) {
        const double along = a1 / (a1 - a2);
        const Point point{a.first.x + along * (a.second.x - a.first.x),
                          a.first.y + along * (a.second.y - a.first.y)};
        addPoint(a, point);
        addPoint(b, point);
        return;
    }
    for (const auto& [left, end] : {std::pair(b1, b.first), {b2, b.second}})
        if (left == 0 && isBetween(a, end))
            addPoint(a, end);
    for (const auto& [left, end] : {std::pair(a1, a.first), {a2, a.second}})
        if (left == 0 && isBetween(b, end))
            addPoint(b, end);
}

void EdgeNodes::addPoint(const Edge& edge, Point point) {
    if (point == edge.first || point == edge.second)
        return;
    std::vector<Point>& points = m_points[edge];
    const auto along = [&](Point p) {
        return (p.x - edge.first.x) * (edge.second.x - edge.first.x) +
               (p.y - edge.first.y) * (edge.second.y - edge.first.y);
    };
    const auto at = std::lower_bound(points.begin(), points.end(), point, [&](Point a, Point b) {
        return along(a) < along(b) || (along(a) == along(b) && isWestOf(a, b));
    });
    if (at == points.end() || *at != point)
        points.insert(at, point);
}

void EdgeNodes::add(const EdgeNodes& others) {
    for (const auto& [edge, points] : others.m_points)
        for (const Point& point : points)
            addPoint(edge, point);
}

Ring EdgeNodes::applied(const Ring& ring) const {
    Ring out;
    out.reserve(ring.size());
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        out.push_back(ring[i]);
        const Edge edge = eastward(ring[i], ring[i + 1]);
        const auto found = m_points.find(edge);
        if (found == m_points.end())
            continue;
        if (edge.first == ring[i])
            out.insert(out.end(), found->second.begin(), found->second.end());
        else
            out.insert(out.end(), found->second.rbegin(), found->second.rend());
    }
    if (!out.empty())
        out.push_back(out.front());
    return out;
}

MultiPolygon EdgeNodes::applied(MultiPolygon shape) const {
    for (Polygon& polygon : shape) {
        polygon.outer = applied(polygon.outer);
        for (Ring& hole : polygon.holes)
            hole = applied(hole);
    }
    return shape;
}

std::vector<MultiPolygon> clippedTogether(std::span<const MultiPolygon> shapes,
                                          const MultiPolygon& ground, const EdgeNodes& nodes) {
    std::vector<MultiPolygon> parts(shapes.size());
    if (ground.empty())
        return parts;
    const NodedGround noded(nodes.applied(ground));
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (shapes[i].empty())
            continue;
        const MultiPolygon shape = nodes.applied(shapes[i]);
        auto part = noded.partOf(shape);
        parts[i] = part ? std::move(*part) : intersectionOf(shape, noded.ground());
    }
    return parts;
}

void mergeSmallParts(std::vector<MultiPolygon>& shapes, std::span<const Point> anchors,
                     double minShare) {
    struct Part {
        std::size_t shape = 0;
        MultiPolygon ground;
    };
    std::vector<Part> small;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (shapes[i].size() < 2)
            continue;
        const double least = minShare * areaOf(shapes[i]);
        const auto isSmall = [&](const Polygon& polygon) {
            return areaOf({polygon}) < least && !contains({polygon}, anchors[i]);
        };
        for (const Polygon& polygon : shapes[i])
            if (isSmall(polygon))
                small.push_back({i, {polygon}});
    }
    if (small.empty())
        return;
    std::map<PointPair, std::vector<std::size_t>, decltype(&isBefore)> partsOf(&isBefore);
    constexpr double far = 1e300;
    for (std::size_t k = 0; k < small.size(); ++k)
        for (const PointPair& edge : edgesIn(small[k].ground, {-far, -far, far, far}))
            partsOf[edge].push_back(k);
    std::vector<std::map<std::size_t, double>> borders(small.size());
    for (std::size_t i = 0; i < shapes.size(); ++i)
        for (const PointPair& edge : edgesIn(shapes[i], {-far, -far, far, far}))
            if (const auto found = partsOf.find(edge); found != partsOf.end())
                for (const std::size_t k : found->second)
                    if (small[k].shape != i)
                        borders[k][i] +=
                            std::hypot(edge.second.x - edge.first.x, edge.second.y - edge.first.y);
    for (std::size_t k = 0; k < small.size(); ++k) {
        if (borders[k].empty())
            continue;
        const std::size_t to =
            std::max_element(borders[k].begin(), borders[k].end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; })
                ->first;
        MultiPolygon& from = shapes[small[k].shape];
        const auto part = std::find_if(from.begin(), from.end(), [&](const Polygon& polygon) {
            return polygon.outer == small[k].ground[0].outer;
        });
        const std::vector<MultiPolygon> both{shapes[to], small[k].ground};
        auto joined = part == from.end() ? std::nullopt : dissolve(both);
        if (!joined)
            continue;
        from.erase(part);
        shapes[to] = std::move(*joined);
    }
}

} // namespace terroir::geometry
