#include "core/geometry/dissolve.hpp"

#include "core/geometry/topology.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace terroir::geometry {

namespace {

std::uint64_t hashOf(Point point) {
    const std::uint64_t x = std::bit_cast<std::uint64_t>(point.x) * 0x9e3779b97f4a7c15ULL,
                        y = std::bit_cast<std::uint64_t>(point.y) * 0xc2b2ae3d27d4eb4fULL;
    return (x ^ x >> 32) + std::rotl(y ^ y >> 29, 17);
}

struct PointHash {
    std::size_t operator()(Point point) const { return std::size_t(hashOf(point)); }
};

double signedArea(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                 (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    return twice / 2;
}

struct Edge {
    Point from, to;
    bool isGone = false;
};

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
            Edge& other = m_edges[m_slots[slot] - 1];
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

    std::vector<Edge> left() && {
        std::erase_if(m_edges, [](const Edge& edge) { return edge.isGone; });
        return std::move(m_edges);
    }

private:
    std::vector<Edge> m_edges;
    std::vector<std::uint32_t> m_slots; ///< into m_edges, from 1
};

/// Follows edges round to rings that touch no point twice.
class RingFinder {
public:
    explicit RingFinder(std::vector<Edge> edges)
        : m_edges(std::move(edges)), m_next(m_edges.size()) {
        m_first.reserve(m_edges.size());
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const auto [first, isNew] = m_first.try_emplace(m_edges[i].from, i);
            m_next[i] = isNew ? m_edges.size() : first->second;
            first->second = i;
        }
    }

    /// False when an edge leads nowhere.
    bool find(std::vector<Ring>& rings) {
        for (std::size_t i = 0; i < m_edges.size(); ++i)
            if (!m_edges[i].isGone && !follow(i, rings))
                return false;
        return true;
    }

private:
    bool follow(std::size_t start, std::vector<Ring>& rings) {
        std::vector<std::size_t> path;
        for (std::size_t at = start; at < m_edges.size(); at = leftmostAfter(at)) {
            m_edges[at].isGone = true;
            path.push_back(at);
            if (m_edges[at].to == m_edges[start].from) {
                cut(path, rings);
                return true;
            }
        }
        return false;
    }

    /// Of the edges that go on, the one that turns most to the left.
    std::size_t leftmostAfter(std::size_t edge) const {
        const auto first = m_first.find(m_edges[edge].to);
        std::size_t best = m_edges.size();
        double most = -10;
        for (std::size_t i = first == m_first.end() ? best : first->second; i < m_edges.size();
             i = m_next[i])
            if (const double turn = turnBetween(m_edges[edge], m_edges[i]);
                !m_edges[i].isGone && turn > most) {
                most = turn;
                best = i;
            }
        return best;
    }

    static double turnBetween(const Edge& a, const Edge& b) {
        const double ax = a.to.x - a.from.x, ay = a.to.y - a.from.y;
        const double bx = b.to.x - b.from.x, by = b.to.y - b.from.y;
        return std::atan2(ax * by - ay * bx, ax * bx + ay * by);
    }

    /// A path that comes through a point again has gone round a ring since.
    void cut(const std::vector<std::size_t>& path, std::vector<Ring>& rings) const {
        Ring open;
        std::unordered_map<Point, std::size_t, PointHash> seen;
        seen.reserve(path.size());
        for (const std::size_t edge : path) {
            const Point from = m_edges[edge].from, to = m_edges[edge].to;
            seen[from] = open.size();
            open.push_back(from);
            const auto before = seen.find(to);
            if (before == seen.end())
                continue;
            const std::size_t begin = before->second;
            Ring ring(open.begin() + std::ptrdiff_t(begin), open.end());
            ring.push_back(to);
            rings.push_back(std::move(ring));
            for (std::size_t i = begin; i < open.size(); ++i)
                seen.erase(open[i]);
            open.resize(begin);
        }
    }

    std::vector<Edge> m_edges;
    std::vector<std::size_t> m_next; ///< another edge from the same point; past the end: none
    std::unordered_map<Point, std::size_t, PointHash> m_first;
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

/// Puts each hole into the smallest ring around it; false when there is no such ring.
bool nest(std::vector<Ring> rings, MultiPolygon& out) {
    std::vector<Box> boxes;
    std::vector<double> areas;
    std::vector<Ring> holes;
    for (Ring& ring : rings) {
        if (const double area = signedArea(ring); area > 0) {
            out.push_back({std::move(ring), {}});
            boxes.push_back(boxOf({out.back()}));
            areas.push_back(area);
        } else {
            holes.push_back(std::move(ring));
        }
    }
    for (Ring& hole : holes) {
        const Point inner{(hole[0].x + hole[1].x) / 2, (hole[0].y + hole[1].y) / 2};
        std::size_t best = out.size();
        for (std::size_t i = 0; i < out.size(); ++i)
            if (inner.x >= boxes[i].minX && inner.x <= boxes[i].maxX && inner.y >= boxes[i].minY &&
                inner.y <= boxes[i].maxY && (best == out.size() || areas[i] < areas[best]) &&
                contains({{out[i].outer, {}}}, inner))
                best = i;
        if (best == out.size())
            return false;
        out[best].holes.push_back(std::move(hole));
    }
    return true;
}

} // namespace

std::optional<MultiPolygon> dissolve(std::span<const MultiPolygon> shapes) {
    std::size_t points = 0;
    const auto forEachRing = [&](const auto& visit) {
        for (const MultiPolygon& shape : shapes)
            for (const Polygon& polygon : shape) {
                visit(polygon.outer, true);
                for (const Ring& hole : polygon.holes)
                    visit(hole, false);
            }
    };
    forEachRing([&](const Ring& ring, bool) { points += ring.size(); });
    Edges edges(points);
    bool fits = true;
    forEachRing([&](const Ring& ring, bool isOuter) {
        const bool forward = (signedArea(ring) > 0) == isOuter;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            if (ring[i] != ring[i + 1])
                fits = fits && (forward ? edges.add(ring[i], ring[i + 1])
                                        : edges.add(ring[i + 1], ring[i]));
    });
    std::vector<Ring> rings;
    MultiPolygon out;
    if (!fits || !RingFinder(std::move(edges).left()).find(rings) || !nest(std::move(rings), out))
        return std::nullopt;
    dropCovered(out);
    return out;
}

} // namespace terroir::geometry
