#include "core/geometry/edge_rings.hpp"

#include "core/geometry/topology.hpp"

#include <bit>
#include <cmath>
#include <unordered_map>

namespace terroir::geometry {

namespace {

struct PointHash {
    std::size_t operator()(Point point) const { return std::size_t(hashOf(point)); }
};

/// Follows edges round to rings that touch no point twice.
class RingFinder {
public:
    explicit RingFinder(std::vector<GroundEdge> edges)
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

    static double turnBetween(const GroundEdge& a, const GroundEdge& b) {
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

    std::vector<GroundEdge> m_edges;
    std::vector<std::size_t> m_next; ///< another edge from the same point; past the end: none
    std::unordered_map<Point, std::size_t, PointHash> m_first;
};

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

std::uint64_t hashOf(Point point) {
    const std::uint64_t x = std::bit_cast<std::uint64_t>(point.x) * 0x9e3779b97f4a7c15ULL,
                        y = std::bit_cast<std::uint64_t>(point.y) * 0xc2b2ae3d27d4eb4fULL;
    return (x ^ x >> 32) + std::rotl(y ^ y >> 29, 17);
}

double signedArea(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                 (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    return twice / 2;
}

std::optional<MultiPolygon> groundWithin(std::vector<GroundEdge> edges) {
    std::vector<Ring> rings;
    MultiPolygon ground;
    RingFinder finder(std::move(edges));
    if (!finder.find(rings) || !nest(std::move(rings), ground))
        return std::nullopt;
    return ground;
}

} // namespace terroir::geometry
