#include "core/geometry/dissolve.hpp"

#include "core/geometry/edge_rings.hpp"
#include "core/geometry/topology.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace terroir::geometry {

namespace {

/// Edges with the ground on their left; two that run against each other take each other away.
class Edges {
public:
    explicit Edges(std::size_t count) : m_slots(std::bit_ceil(2 * count + 2), 0) {
        m_edges.reserve(count);
    }

    /// False when the edge is there already.
    bool add(Point from, Point to) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = (hashOf(from) + hashOf(to)) & mask;
        for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
            GroundEdge& other = m_edges[m_slots[slot] - 1];
            if (other.isGone)
                continue;
            if (other.from == to && other.to == from) {
                other.isGone = true;
                return true;
            }
            if (other.from == from && other.to == to)
                return false;
        }
        m_edges.push_back({from, to});
        m_slots[slot] = std::uint32_t(m_edges.size());
        return true;
    }

    std::vector<GroundEdge> left() && {
        std::erase_if(m_edges, [](const GroundEdge& edge) { return edge.isGone; });
        return std::move(m_edges);
    }

private:
    std::vector<GroundEdge> m_edges;
    std::vector<std::uint32_t> m_slots; ///< into m_edges, from 1
};

double side(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(Point a, Point b, Point c, Point d) {
    return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

/// Whether a ring lies on the ground of a polygon without touching its edges.
bool liesWithin(const Ring& inner, const Box& box, const Polygon& polygon) {
    if (!contains({polygon}, inner[0]))
        return false;
    const auto meets = [&](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point a = ring[i], b = ring[i + 1];
            if (std::max(a.x, b.x) < box.minX || std::min(a.x, b.x) > box.maxX ||
                std::max(a.y, b.y) < box.minY || std::min(a.y, b.y) > box.maxY)
                continue;
            for (std::size_t k = 0; k + 1 < inner.size(); ++k)
                if (cross(a, b, inner[k], inner[k + 1]))
                    return true;
        }
        return false;
    };
    return !meets(polygon.outer) && std::none_of(polygon.holes.begin(), polygon.holes.end(), meets);
}

/// Drops polygons on the ground of others, which overlapping shapes leave.
void dropCovered(MultiPolygon& shape) {
    std::vector<Box> boxes;
    for (const Polygon& polygon : shape)
        boxes.push_back(boxOf({polygon}));
    const auto isWithin = [&](std::size_t i, std::size_t j) {
        return i != j && boxes[i].minX > boxes[j].minX && boxes[i].maxX < boxes[j].maxX &&
               boxes[i].minY > boxes[j].minY && boxes[i].maxY < boxes[j].maxY &&
               liesWithin(shape[i].outer, boxes[i], shape[j]);
    };
    std::vector<char> covered(shape.size(), 0);
    for (std::size_t i = 0; i < shape.size(); ++i)
        for (std::size_t j = 0; j < shape.size() && !covered[i]; ++j)
            covered[i] = isWithin(i, j);
    std::size_t at = 0;
    std::erase_if(shape, [&](const Polygon&) { return covered[at++] != 0; });
}

} // namespace

std::optional<MultiPolygon> dissolve(std::span<const MultiPolygon> shapes) {
    std::size_t points = 0;
    for (const MultiPolygon& shape : shapes)
        for (const Polygon& polygon : shape) {
            points += polygon.outer.size();
            for (const Ring& hole : polygon.holes)
                points += hole.size();
        }
    Edges edges(points);
    bool fits = true;
    for (const MultiPolygon& shape : shapes)
        forEachGroundEdge(shape, [&](Point from, Point to) { fits = fits && edges.add(from, to); });
    auto out = fits ? groundWithin(std::move(edges).left()) : std::nullopt;
    if (out)
        dropCovered(*out);
    return out;
}

} // namespace terroir::geometry
