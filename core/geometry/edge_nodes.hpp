#pragma once

#include "core/geometry/shape.hpp"

#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace terroir::geometry {

/// Points where edges of several shapes meet, to be put into all of them. Edges that were equal to
/// the last bit remain so, since a point is reckoned from the two edges alone, whichever shape they
/// are met in and whichever way they run.
class EdgeNodes {
public:
    /// Finds where edges of one shape cross or touch those of the other.
    void cross(const MultiPolygon& a, const MultiPolygon& b);
    /// Takes over what others have found.
    void add(const EdgeNodes& others);
    /// The shape with the points found on its edges.
    MultiPolygon applied(MultiPolygon shape) const;

private:
    using Edge = std::pair<Point, Point>; ///< from west to east
    struct Hash {
        std::size_t operator()(const Edge& edge) const;
    };
    void meet(const Edge& a, const Edge& b);
    void addPoint(const Edge& edge, Point point);
    Ring applied(const Ring& ring) const;

    std::unordered_map<Edge, std::vector<Point>, Hash> m_points;
};

/// The parts of shapes on a ground, all of whose crossings are in `nodes`. What had equal edges
/// before still has, and so do the parts along the ground's edge and whatever else has that edge
/// with `nodes` applied. Shapes may not overlap.
std::vector<MultiPolygon> clippedTogether(std::span<const MultiPolygon> shapes,
                                          const MultiPolygon& ground, const EdgeNodes& nodes);

/// Gives parts of a shape smaller than `minShare` of it, but for the one that holds its place in
/// `anchors`, to the shape that they have the longest border with; one without neighbours stays.
/// Edges in common must be equal to the last bit.
void mergeSmallParts(std::vector<MultiPolygon>& shapes, std::span<const Point> anchors,
                     double minShare);

} // namespace terroir::geometry
