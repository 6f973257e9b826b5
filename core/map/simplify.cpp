#include "core/map/simplify.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace terroir::map {

namespace {

using geometry::MultiPolygon;
using geometry::Point;
using geometry::Polygon;
using geometry::Ring;

struct PointHash {
    std::size_t operator()(const Point& point) const {
        const auto x = std::bit_cast<std::uint64_t>(point.x),
                   y = std::bit_cast<std::uint64_t>(point.y);
        return (x ^ std::rotl(y, 32)) * 0x9e3779b97f4a7c15ULL >> 8;
    }
};

bool isBefore(Point a, Point b) {
    return a.x != b.x ? a.x < b.x : a.y < b.y;
}

/// What runs through a point: its two neighbours, and whether other edges meet there too.
struct Passage {
    Point first, second;
    bool isNode = false;
};

/// Knows the points where edges of several shapes meet.
class Nodes {
public:
    explicit Nodes(std::size_t points) { m_passages.reserve(points); }

    void add(const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            Point before = ring[i == 0 ? ring.size() - 2 : i - 1], after = ring[i + 1];
            if (isBefore(after, before))
                std::swap(before, after);
            const auto [entry, isNew] = m_passages.try_emplace(ring[i], Passage{before, after});
            if (!isNew && (entry->second.first != before || entry->second.second != after))
                entry->second.isNode = true;
        }
    }
    bool isNode(Point point) const { return m_passages.at(point).isNode; }

private:
    std::unordered_map<Point, Passage, PointHash> m_passages;
};

double squaredDistance(Point point, Point from, Point to) {
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double length2 = dx * dx + dy * dy;
    double t = 0;
    if (length2 > 0)
        t = std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / length2, 0.0, 1.0);
    const double x = from.x + t * dx - point.x, y = from.y + t * dy - point.y;
    return x * x + y * y;
}

/// Points of an open line that stay, ends included.
std::vector<Point> simplified(const std::vector<Point>& line, double tolerance) {
    std::vector<char> keep(line.size(), 0);
    keep.front() = keep.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, line.size() - 1}};
    while (!spans.empty()) {
        const auto [from, to] = spans.back();
        spans.pop_back();
        double farthest = tolerance * tolerance;
        std::size_t at = from;
        for (std::size_t i = from + 1; i < to; ++i)
            if (const double d = squaredDistance(line[i], line[from], line[to]); d > farthest) {
                farthest = d;
                at = i;
            }
        if (at == from)
            continue;
        keep[at] = 1;
        spans.emplace_back(from, at);
        spans.emplace_back(at, to);
    }
    std::vector<Point> out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (keep[i])
            out.push_back(line[i]);
    return out;
}

/// The same for either direction of the line.
std::vector<Point> simplifiedEdge(std::vector<Point> line, double tolerance) {
    const bool reversed = isBefore(line.back(), line.front()) ||
                          (line.back() == line.front() && isBefore(line[line.size() - 2], line[1]));
    if (reversed)
        std::reverse(line.begin(), line.end());
    std::vector<Point> out = simplified(line, tolerance);
    if (reversed)
        std::reverse(out.begin(), out.end());
    return out;
}

/// Where a closed line without nodes may be cut: at its smallest point and the one farthest from
/// it.
std::vector<std::size_t> cutsOfLoop(const Ring& ring) {
    std::size_t smallest = 0, farthest = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        if (isBefore(ring[i], ring[smallest]))
            smallest = i;
    double distance = -1;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        if (const double d = std::hypot(ring[i].x - ring[smallest].x, ring[i].y - ring[smallest].y);
            d > distance) {
            distance = d;
            farthest = i;
        }
    return {std::min(smallest, farthest), std::max(smallest, farthest)};
}

void simplifyRing(Ring& ring, const Nodes& nodes, double tolerance) {
    if (ring.size() < 5)
        return;
    std::vector<std::size_t> cuts;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        if (nodes.isNode(ring[i]))
            cuts.push_back(i);
    if (cuts.size() < 2)
        cuts = cutsOfLoop(ring);
    Ring out;
    const std::size_t count = ring.size() - 1;
    for (std::size_t c = 0; c < cuts.size(); ++c) {
        const std::size_t from = cuts[c], to = cuts[(c + 1) % cuts.size()];
        std::vector<Point> edge{ring[from]};
        for (std::size_t i = from; i != to || edge.size() == 1;) {
            i = (i + 1) % count;
            edge.push_back(ring[i]);
        }
        const std::vector<Point> kept = simplifiedEdge(std::move(edge), tolerance);
        out.insert(out.end(), kept.begin(), kept.end() - 1);
    }
    out.push_back(out.front());
    if (out.size() >= 4)
        ring = std::move(out);
}

template <typename Visit>
void forEachRing(const std::vector<MultiPolygon*>& shapes, Visit visit) {
    for (MultiPolygon* shape : shapes)
        for (Polygon& polygon : *shape) {
            visit(polygon.outer);
            for (Ring& hole : polygon.holes)
                visit(hole);
        }
}

} // namespace

void simplifyCoverage(const std::vector<MultiPolygon*>& shapes, double tolerance) {
    std::size_t points = 0;
    forEachRing(shapes, [&](const Ring& ring) { points += ring.size(); });
    Nodes nodes(points);
    forEachRing(shapes, [&](const Ring& ring) { nodes.add(ring); });
    forEachRing(shapes, [&](Ring& ring) { simplifyRing(ring, nodes, tolerance); });
}

} // namespace terroir::map
