#pragma once

#include "core/geometry/edge_rings.hpp"
#include "core/geometry/shape.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace terroir::geometry {

/// A ground from which parts of shapes are taken whose edges meet its own at corners of both alone
/// (EdgeNodes): so no crossing is reckoned, and a part consists of their edges.
class NodedGround {
public:
    explicit NodedGround(MultiPolygon ground);

    const MultiPolygon& ground() const { return m_ground; }
    /// What of a shape lies on the ground: the shape itself where all of it does without touching
    /// the edge, else rings from the corners on, and the way round, that GEOS has them. Nothing
    /// when an edge of the part leads nowhere, because edges cross between corners after all. In
    /// as many steps as the ground has corners, once and for each stretch between common corners.
    std::optional<MultiPolygon> partOf(const MultiPolygon& shape) const;

private:
    struct PointHash {
        std::size_t operator()(Point point) const { return std::size_t(hashOf(point)); }
    };
    /// Corners, with the numbers of the edges that begin there.
    using Corners = std::unordered_multimap<Point, std::size_t, PointHash>;
    struct Outline {
        explicit Outline(const MultiPolygon& shape);
        bool hasEdge(Point from, Point to) const;
        /// Edges between corners of both, which lie on or beside the other ground together.
        std::vector<std::span<const GroundEdge>> stretches(const Corners& others) const;

        std::vector<GroundEdge> edges;
        std::vector<std::size_t> ringEnds;
        Corners corners;
    };

    static bool isOn(const MultiPolygon& ground, const Outline& other,
                     std::span<const GroundEdge> stretch, bool withCommonEdges);

    MultiPolygon m_ground;
    Outline m_outline;
};

} // namespace terroir::geometry
