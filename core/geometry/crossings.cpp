#include "core/geometry/crossings.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace terroir::geometry {

namespace {

constexpr std::uint64_t mostComparisons = 1'000'000'000; // a second or two

struct Edge {
    Point a, b;
    double left, right, bottom, top;
};

void addEdges(const Ring& ring, std::vector<Edge>& edges) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i], b = ring[i + 1];
        edges.push_back({a, b, std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y),
                         std::max(a.y, b.y)});
    }
}

/// > 0: `c` lies to the left of the line from `a` to `b`.
double sideOf(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(const Edge& one, const Edge& other) {
    return sideOf(one.a, one.b, other.a) * sideOf(one.a, one.b, other.b) < 0 &&
           sideOf(other.a, other.b, one.a) * sideOf(other.a, other.b, one.b) < 0;
}

} // namespace

bool crossesOftenerThan(const MultiPolygon& shape, std::size_t limit) {
    std::vector<Edge> edges;
    for (const Polygon& polygon : shape) {
        addEdges(polygon.outer, edges);
        for (const Ring& hole : polygon.holes)
            addEdges(hole, edges);
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge& one, const Edge& other) { return one.left < other.left; });
    std::vector<const Edge*> open; // those that a line from north to south still meets
    std::uint64_t comparisons = 0;
    std::size_t crossings = 0;
    for (const Edge& edge : edges) {
        std::erase_if(open, [&](const Edge* other) { return other->right < edge.left; });
        comparisons += open.size();
        for (const Edge* other : open)
            crossings += other->top >= edge.bottom && other->bottom <= edge.top &&
                         cross(*other, edge);
        if (crossings > limit || comparisons > mostComparisons)
            return true;
        open.push_back(&edge);
    }
    return false;
}

} // namespace terroir::geometry
