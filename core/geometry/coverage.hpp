#pragma once

#include "core/geometry/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace terroir::geometry {

/// A lon/lat position in steps of a ten-millionth of a degree, about a centimetre. What was written
/// with up to seven decimals comes back to the last bit.
struct GridPoint {
    std::int32_t x = 0, y = 0;
    bool operator==(const GridPoint&) const = default;
};
inline constexpr double gridStepsPerDegree = 1e7;
GridPoint toGrid(Point lonLat);
Point fromGrid(GridPoint point);

/// Shapes on the grid, taken apart into arcs: lines from node to node that run whole through every
/// shape that has a part of them. A node is a point where an edge of one shape leaves another's.
/// Edges are shared where both ends are equal on the grid; lines that merely run beside or across
/// each other stay two lines. What is done to an arc is done to all its shapes.
struct Coverage {
    using Vertex = std::uint32_t;

    struct Arc {
        std::uint32_t begin = 0, end = 0; ///< into arcVertices, ends included
        std::uint32_t company = 0;        ///< of all its shapes
        std::uint32_t minInner = 0;       ///< points that stay between its ends, so that rings do
        bool mayVanish = false; ///< a ring by itself, of nothing but smaller parts of shapes
        bool vanished = false;
    };
    /// An arc as a ring has it.
    struct Use {
        std::uint32_t arc = 0;
        bool reversed = false;
    };

    std::vector<GridPoint>
        vertices; ///< each once, by row of the grid below, then from west to east
    std::vector<std::uint32_t> company; ///< by vertex: of all shapes that have it
    std::vector<char> alive;            ///< by vertex: not yet dropped
    std::int32_t minY = 0, rowHeight = 1;
    std::size_t rowOf(std::int32_t y) const {
        return std::size_t((std::int64_t(y) - minY) / rowHeight);
    }
    std::size_t rows = 0;

    std::vector<Vertex> arcVertices;
    std::vector<Arc> arcs;
    std::vector<Use> uses;                  ///< ring after ring
    std::vector<std::uint32_t> ringEnds;    ///< into uses
    std::vector<std::uint32_t> polygonEnds; ///< into rings; the outer ring comes first
    std::vector<std::uint32_t> shapeEnds;   ///< into polygons

    std::size_t shapes() const { return shapeEnds.size(); }
    std::size_t liveVertices() const;
    /// A shape with the points that it has left, lon/lat, in the order of add().
    MultiPolygon shape(std::size_t number) const;
};

/// Collects shapes, then finds their arcs. Holds 8 bytes for each point added, build() about 40 for
/// each that is different; a second for ten million points.
class CoverageBuilder {
public:
    void reserve(std::size_t points) { m_points.reserve(points); }
    /// A valid lon/lat shape; points that fall together on the grid become one, rings that collapse
    /// are dropped. `company` is a set of bits: shapes with a common bit must not cross each other,
    /// and only they are kept from it.
    void add(const MultiPolygon& shape, std::uint32_t company);
    /// GeometryError when there are more than 2^31 points or shapes reach around half the globe.
    Coverage build() &&;

private:
    std::vector<GridPoint> m_points;       ///< ring after ring, not closed
    std::vector<std::uint32_t> m_ringEnds; ///< into m_points
    std::vector<std::uint32_t> m_polygonEnds, m_shapeEnds;
    std::vector<std::uint32_t> m_company; ///< by shape
};

} // namespace terroir::geometry
