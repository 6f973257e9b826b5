#pragma once

#include "core/geometry/shape.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace terroir::geometry {

/// Finds which of many polygons a point lies in.
///
/// A grid over all of them: each cell has the shapes that its centre lies in, and the edges that
/// pass through it. A point has the shapes of its cell's centre, but for the edges between the two;
/// most cells have no edges at all. Parts of one shape must not overlap. Immutable after
/// construction, safe from several threads. Built in 0.1 µs a vertex and kept in about 35 bytes a
/// vertex; a look-up among communes with thousands of vertices each takes half a microsecond.
class PolygonIndex {
public:
    /// The shapes are requested one by one, numbers 0 to `count` - 1, and not kept. Rings must be
    /// closed and holes as in MultiPolygon; shapes may overlap. A point nearer to an edge than
    /// `tolerance` (in the coordinates' unit) counts as on it.
    PolygonIndex(std::size_t count, const std::function<MultiPolygon(std::size_t)>& shape,
                 double tolerance);

    struct Hit {
        std::uint32_t shape = 0;
        bool onEdge = false;
        bool operator==(const Hit&) const = default;
    };
    /// The shapes that the point lies in or on the edge of, by number, into `hits`.
    void find(Point point, std::vector<Hit>& hits) const;

private:
    /// From m_points[point] to the next one.
    struct Edge {
        std::uint32_t point, shape;
    };
    /// What belongs to each cell, cell after cell.
    template <typename Item>
    struct Cells {
        std::vector<std::uint32_t> begin; ///< into items, by cell; one more than there are cells
        std::vector<Item> items;
    };

    void addShape(const MultiPolygon& shape);
    void layGrid();
    template <typename Item, typename ForEach>
    Cells<Item> collect(const ForEach& forEach) const;
    template <typename Take>
    void forEachEdge(const Take& take) const;
    template <typename Take>
    void forEachCellOf(Point a, Point b, const Take& take) const;
    template <typename Take>
    void forEachCentre(const Take& take) const;
    Point centreOf(std::size_t column, std::size_t row) const;
    std::size_t columnOf(double x) const;
    std::size_t rowOf(double y) const;
    bool crossesBetween(const Edge& edge, Point point, Point centre) const;
    bool touches(const Edge& edge, Point point) const;

    double m_tolerance;
    std::vector<Point> m_points;             ///< ring after ring
    std::vector<std::uint32_t> m_ringEnds;   ///< into m_points
    std::vector<std::uint32_t> m_ringShapes; ///< whose ring it is
    Box m_box;
    double m_step = 1;
    std::size_t m_columns = 0, m_rows = 0;
    Cells<Edge> m_edges;
    Cells<std::uint32_t> m_inside; ///< shapes that the centre lies in
};

} // namespace terroir::geometry
