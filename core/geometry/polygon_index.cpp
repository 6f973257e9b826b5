#include "core/geometry/polygon_index.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::geometry {

namespace {

/// About so many vertices share a cell, between these numbers of cells.
constexpr std::size_t verticesPerCell = 2;
constexpr std::size_t minCells = 4096, maxCells = 4'000'000;
/// The grid begins this part of a cell before the shapes: a number that no coordinates are made of,
/// so that no centre lies level with a vertex.
constexpr double offset = 0.2718281828459045;

/// Where an edge that crosses the level `y` does so.
double crossingX(Point a, Point b, double y) {
    return a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
}

double crossingY(Point a, Point b, double x) {
    return a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y);
}

double squaredDistance(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double along = squared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared : 0;
    const double t = std::clamp(along, 0.0, 1.0);
    const double x = p.x - a.x - t * dx, y = p.y - a.y - t * dy;
    return x * x + y * y;
}

} // namespace

PolygonIndex::PolygonIndex(std::size_t count, const std::function<MultiPolygon(std::size_t)>& shape,
                           double tolerance)
    : m_tolerance(tolerance) {
    for (std::size_t i = 0; i < count; ++i) {
        addShape(shape(i));
        m_ringShapes.resize(m_ringEnds.size(), std::uint32_t(i));
    }
    layGrid();
    m_edges = collect<Edge>([this](const auto& put) {
        forEachEdge([&](const Edge& edge) {
            forEachCellOf(m_points[edge.point], m_points[edge.point + 1],
                          [&](std::size_t cell) { put(cell, edge); });
        });
    });
    m_inside = collect<std::uint32_t>([this](const auto& put) { forEachCentre(put); });
}

void PolygonIndex::addShape(const MultiPolygon& shape) {
    const auto addRing = [this](const Ring& ring) {
        for (const Point point : ring)
            m_box.expand(point);
        m_points.insert(m_points.end(), ring.begin(), ring.end());
        m_ringEnds.push_back(std::uint32_t(m_points.size()));
    };
    for (const Polygon& polygon : shape) {
        addRing(polygon.outer);
        for (const Ring& hole : polygon.holes)
            addRing(hole);
    }
}

void PolygonIndex::layGrid() {
    if (m_box.isEmpty())
        return;
    const auto cells = double(std::clamp(m_points.size() / verticesPerCell, minCells, maxCells));
    const double width = std::max(m_box.width(), 1e-6), height = std::max(m_box.height(), 1e-6);
    m_step = std::max(std::sqrt(width * height / cells), std::max(width, height) / cells);
    m_box.minX -= offset * m_step;
    m_box.minY -= offset * m_step;
    m_columns = std::size_t(m_box.width() / m_step) + 2;
    m_rows = std::size_t(m_box.height() / m_step) + 2;
}

/// Runs twice through all items: to count and to put them in place.
template <typename Item, typename ForEach>
PolygonIndex::Cells<Item> PolygonIndex::collect(const ForEach& forEach) const {
    Cells<Item> cells;
    cells.begin.assign(m_columns * m_rows + 2, 0);
    forEach([&](std::size_t cell, const Item&) { ++cells.begin[cell + 2]; });
    for (std::size_t i = 2; i < cells.begin.size(); ++i)
        cells.begin[i] += cells.begin[i - 1];
    cells.items.resize(cells.begin.back());
    // begin[cell + 1] moves from the cell's beginning to its end, which is where it has to stand.
    forEach(
        [&](std::size_t cell, const Item& item) { cells.items[cells.begin[cell + 1]++] = item; });
    return cells;
}

template <typename Take>
void PolygonIndex::forEachEdge(const Take& take) const {
    std::uint32_t point = 0;
    for (std::size_t ring = 0; ring < m_ringEnds.size(); ++ring) {
        for (; point + 1 < m_ringEnds[ring]; ++point)
            take(Edge{point, m_ringShapes[ring]});
        point = m_ringEnds[ring];
    }
}

std::size_t PolygonIndex::columnOf(double x) const {
    return std::size_t(std::clamp((x - m_box.minX) / m_step, 0.0, double(m_columns - 1)));
}

std::size_t PolygonIndex::rowOf(double y) const {
    return std::size_t(std::clamp((y - m_box.minY) / m_step, 0.0, double(m_rows - 1)));
}

Point PolygonIndex::centreOf(std::size_t column, std::size_t row) const {
    return {m_box.minX + (double(column) + 0.5) * m_step,
            m_box.minY + (double(row) + 0.5) * m_step};
}

/// All cells that come nearer to the edge than the tolerance, and perhaps a few more.
template <typename Take>
void PolygonIndex::forEachCellOf(Point a, Point b, const Take& take) const {
    if (a.y > b.y)
        std::swap(a, b);
    const double margin = m_tolerance + m_step * 1e-9;
    const std::size_t lastRow = rowOf(b.y + margin);
    for (std::size_t row = rowOf(a.y - margin); row <= lastRow; ++row) {
        double from = std::min(a.x, b.x), to = std::max(a.x, b.x);
        const double bottom = m_box.minY + double(row) * m_step - margin,
                     top = bottom + m_step + 2 * margin;
        if (a.y < bottom || b.y > top) { // only the piece of it in this row
            const double x1 = a.y < bottom ? crossingX(a, b, bottom) : a.x;
            const double x2 = b.y > top ? crossingX(a, b, top) : b.x;
            from = std::max(from, std::min(x1, x2));
            to = std::min(to, std::max(x1, x2));
        }
        const std::size_t lastColumn = columnOf(to + margin);
        for (std::size_t column = columnOf(from - margin); column <= lastColumn; ++column)
            take(row * m_columns + column);
    }
}

/// Every cell with each shape that its centre lies in, shape after shape: by the crossings of the
/// shape's edges with the line through the centres of a row.
template <typename Take>
void PolygonIndex::forEachCentre(const Take& take) const {
    std::vector<std::pair<std::size_t, std::size_t>> crossings; // row, centres left of it
    for (std::size_t ring = 0; ring < m_ringEnds.size();) {
        const std::uint32_t shape = m_ringShapes[ring];
        crossings.clear();
        for (; ring < m_ringEnds.size() && m_ringShapes[ring] == shape; ++ring) {
            std::size_t point = ring == 0 ? 0 : m_ringEnds[ring - 1];
            for (; point + 1 < m_ringEnds[ring]; ++point) {
                Point a = m_points[point], b = m_points[point + 1];
                if (a.y > b.y)
                    std::swap(a, b);
                for (std::size_t row = rowOf(a.y); row <= rowOf(b.y); ++row) {
                    const double y = centreOf(0, row).y;
                    if ((a.y > y) == (b.y > y))
                        continue;
                    const double left = (crossingX(a, b, y) - m_box.minX) / m_step - 0.5;
                    crossings.emplace_back(row, std::size_t(std::max(0.0, std::ceil(left))));
                }
            }
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
            for (std::size_t column = crossings[i].second; column < crossings[i + 1].second;
                 ++column)
                take(crossings[i].first * m_columns + column, shape);
    }
}

/// Whether the way from the point to the centre, first level and then upright, crosses the edge an
/// odd number of times.
bool PolygonIndex::crossesBetween(const Edge& edge, Point point, Point centre) const {
    const Point a = m_points[edge.point], b = m_points[edge.point + 1];
    bool odd = false;
    if ((a.y > point.y) != (b.y > point.y)) {
        const double x = crossingX(a, b, point.y);
        odd = (x > point.x) != (x > centre.x);
    }
    if ((a.x > centre.x) != (b.x > centre.x)) {
        const double y = crossingY(a, b, centre.x);
        odd = odd != ((y > point.y) != (y > centre.y));
    }
    return odd;
}

bool PolygonIndex::touches(const Edge& edge, Point point) const {
    const Point a = m_points[edge.point], b = m_points[edge.point + 1];
    return point.x >= std::min(a.x, b.x) - m_tolerance &&
           point.x <= std::max(a.x, b.x) + m_tolerance &&
           point.y >= std::min(a.y, b.y) - m_tolerance &&
           point.y <= std::max(a.y, b.y) + m_tolerance &&
           squaredDistance(point, a, b) <= m_tolerance * m_tolerance;
}

void PolygonIndex::find(Point point, std::vector<Hit>& hits) const {
    hits.clear();
    if (m_columns == 0)
        return;
    const double x = (point.x - m_box.minX) / m_step, y = (point.y - m_box.minY) / m_step;
    if (!(x >= 0 && y >= 0 && x < double(m_columns) && y < double(m_rows)))
        return;
    const auto column = std::size_t(x), row = std::size_t(y);
    const std::size_t cell = row * m_columns + column;
    const Point centre = centreOf(column, row);
    const std::uint32_t* inside = m_inside.items.data() + m_inside.begin[cell];
    const std::uint32_t* const insideEnd = m_inside.items.data() + m_inside.begin[cell + 1];
    const Edge* edge = m_edges.items.data() + m_edges.begin[cell];
    const Edge* const edgeEnd = m_edges.items.data() + m_edges.begin[cell + 1];
    // Both lists are in the order of the shapes.
    while (edge != edgeEnd) {
        const std::uint32_t shape = edge->shape;
        for (; inside != insideEnd && *inside < shape; ++inside)
            hits.push_back({*inside, false});
        bool isInside = inside != insideEnd && *inside == shape, onEdge = false;
        inside += isInside ? 1 : 0;
        for (; edge != edgeEnd && edge->shape == shape; ++edge) {
            isInside = isInside != crossesBetween(*edge, point, centre);
            onEdge = onEdge || touches(*edge, point);
        }
        if (isInside || onEdge)
            hits.push_back({shape, onEdge});
    }
    for (; inside != insideEnd; ++inside)
        hits.push_back({*inside, false});
}

} // namespace terroir::geometry
