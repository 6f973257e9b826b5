#include "core/geometry/noded_ground.hpp"

#include "core/geometry/topology.hpp"

#include <algorithm>
#include <utility>

namespace terroir::geometry {

namespace {

bool isInside(const Box& box, Point point) {
    return point.x >= box.minX && point.x <= box.maxX && point.y >= box.minY && point.y <= box.maxY;
}

Point middleOf(const GroundEdge& edge) {
    return {(edge.from.x + edge.to.x) / 2, (edge.from.y + edge.to.y) / 2};
}

/// A ring to the left turned so that it begins at a corner, then to the right.
void turn(Ring& ring, Point begin) {
    ring.pop_back();
    std::rotate(ring.begin(), std::find(ring.begin(), ring.end(), begin), ring.end());
    ring.push_back(ring.front());
    std::reverse(ring.begin(), ring.end());
}

} // namespace

NodedGround::Outline::Outline(const MultiPolygon& shape) {
    const auto add = [&](const Ring& ring, bool isOuter) {
        const bool forward = (signedArea(ring) > 0) == isOuter;
        const std::size_t count = ring.size();
        for (std::size_t i = 0; i + 1 < count; ++i) {
            const Point from = ring[forward ? i : count - 1 - i],
                        to = ring[forward ? i + 1 : count - 2 - i];
            if (from != to)
                edges.push_back({from, to});
        }
        ringEnds.push_back(edges.size());
    };
    for (const Polygon& polygon : shape) {
        add(polygon.outer, true);
        for (const Ring& hole : polygon.holes)
            add(hole, false);
    }
    corners.reserve(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i)
        corners.emplace(edges[i].from, i);
}

bool NodedGround::Outline::hasEdge(Point from, Point to) const {
    const auto [first, end] = corners.equal_range(from);
    return std::any_of(first, end,
                       [&](const auto& corner) { return edges[corner.second].to == to; });
}

std::vector<std::span<const GroundEdge>>
NodedGround::Outline::stretches(const Corners& others) const {
    const std::span<const GroundEdge> all = edges;
    std::vector<std::span<const GroundEdge>> out;
    std::size_t first = 0;
    for (const std::size_t ringEnd : ringEnds)
        for (std::size_t end = first + 1; end <= ringEnd; ++end)
            if (end == ringEnd || others.contains(edges[end].from)) {
                out.push_back(all.subspan(first, end - first));
                first = end;
            }
    return out;
}

NodedGround::NodedGround(MultiPolygon ground) : m_ground(std::move(ground)), m_outline(m_ground) {}

/// Whether a stretch is on the ground of `other`, or an edge of both with the ground on one side.
bool NodedGround::isOn(const MultiPolygon& ground, const Outline& other,
                       std::span<const GroundEdge> stretch, bool withCommonEdges) {
    const GroundEdge& edge = stretch.front();
    if (stretch.size() == 1 && other.hasEdge(edge.from, edge.to))
        return withCommonEdges;
    if (stretch.size() == 1 && other.hasEdge(edge.to, edge.from))
        return false;
    return contains(ground, middleOf(edge));
}

std::optional<MultiPolygon> NodedGround::partOf(const MultiPolygon& shape) const {
    const Outline outline(shape);
    std::vector<GroundEdge> edges;
    std::unordered_map<Point, Point, PointHash> begins; // of rings, by where a stretch begins
    const auto add = [&](std::span<const GroundEdge> stretch) {
        edges.insert(edges.end(), stretch.begin(), stretch.end());
        begins.emplace(stretch.front().from, stretch.back().from);
    };
    bool isWhole = true;
    for (const std::span<const GroundEdge> stretch : outline.stretches(m_outline.corners)) {
        const bool isKept = isOn(m_ground, m_outline, stretch, true);
        isWhole = isWhole && isKept && !m_outline.corners.contains(stretch.front().from);
        if (isKept)
            add(stretch);
    }
    const Box box = boxOf(shape);
    for (const std::span<const GroundEdge> stretch : m_outline.stretches(outline.corners))
        if (isInside(box, middleOf(stretch.front())) && isOn(shape, outline, stretch, false)) {
            add(stretch);
            isWhole = false;
        }
    if (isWhole)
        return shape;
    std::optional<MultiPolygon> part = groundWithin(std::move(edges));
    if (part)
        for (Polygon& polygon : *part) {
            turn(polygon.outer, begins.at(polygon.outer.front()));
            for (Ring& hole : polygon.holes)
                turn(hole, begins.at(hole.front()));
        }
    return part;
}

} // namespace terroir::geometry
