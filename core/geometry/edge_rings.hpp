#pragma once

#include "core/geometry/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace terroir::geometry {

/// An edge with the ground on its left.
struct GroundEdge {
    Point from, to;
    bool isGone = false; ///< does not count
};

std::uint64_t hashOf(Point point);

/// Positive where the ring turns to the left.
double signedArea(const Ring& ring);

/// Calls `visit` with the ends of each edge of a shape that is longer than nothing, in the order of
/// its rings, the ground on the left.
template <typename Visit>
void forEachGroundEdge(const MultiPolygon& shape, const Visit& visit) {
    const auto visitRing = [&](const Ring& ring, bool isOuter) {
        const bool forward = (signedArea(ring) > 0) == isOuter;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            if (ring[i] != ring[i + 1])
                forward ? visit(ring[i], ring[i + 1]) : visit(ring[i + 1], ring[i]);
    };
    for (const Polygon& polygon : shape) {
        visitRing(polygon.outer, true);
        for (const Ring& hole : polygon.holes)
            visitRing(hole, false);
    }
}

/// The ground that edges bound: rings that touch no point twice, to the left around it, and holes,
/// to the right, each ring from the first of its edges on. Nothing when an edge leads nowhere or a
/// hole has no ring around it.
std::optional<MultiPolygon> groundWithin(std::vector<GroundEdge> edges);

} // namespace terroir::geometry
