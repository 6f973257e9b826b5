#include "core/geometry/coverage.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

// How shapes become arcs, in ArcFinder::run():
//
// 1. sortVertices(): all points of all rings, on an integer grid, are sorted (by row, then from
//    west to east) and each is kept once. Two shapes share a point exactly when its number is the
//    same.
// 2. numberPoints(): rings become lists of these numbers.
// 3. findNodes(): a point where every ring passes between the same two neighbours lies inside an
//    arc. Where two rings pass differently, borders meet or part: it is a node.
// 4. cutRings() cuts every ring at its nodes. A piece is an arc; use() recognises one that another
//    shape has had, in either direction, by one end and the point next to it, so that a common
//    border is stored once and both shapes refer to it.
// 5. markTwins(), markParts(): what simplification must not do to an arc. Of two arcs between the
//    same nodes only one may become straight, a closed one stays a triangle, and only a small
//    separate part of a shape may vanish.
//
// coverage_simplify.cpp then drops points of arcs, not of shapes, so that neighbours stay
// neighbours without gaps. Where a shape began a ring makes no difference.

namespace terroir::geometry {

namespace {

using Vertex = Coverage::Vertex;
constexpr Vertex none = std::numeric_limits<Vertex>::max();
constexpr std::size_t pointsPerRow = 1000;

/// A ring on the grid, not closed, without repeats and without lines that go there and back.
std::vector<GridPoint> cleaned(const Ring& ring) {
    std::vector<GridPoint> out;
    for (const Point point : ring) {
        const GridPoint next = toGrid(point);
        if (out.size() >= 2 && out[out.size() - 2] == next)
            out.pop_back();
        if (out.empty() || out.back() != next)
            out.push_back(next);
    }
    std::size_t from = 0, to = out.size();
    while (to - from >= 2) {
        if (out[from] == out[to - 1])
            --to;
        else if (to - from >= 3 && out[from] == out[to - 2])
            to -= 2;
        else if (to - from >= 3 && out[from + 1] == out[to - 1])
            ++from;
        else
            break;
    }
    return {out.begin() + std::ptrdiff_t(from), out.begin() + std::ptrdiff_t(to)};
}

/// Makes a Coverage of the collected rings.
class ArcFinder {
public:
    ArcFinder(Coverage& coverage, std::vector<GridPoint>& points,
              const std::vector<std::uint32_t>& ringEnds, const std::vector<std::uint32_t>& company)
        : m_coverage(coverage), m_points(points), m_ringEnds(ringEnds), m_company(company) {}

    void run() {
        sortVertices();
        numberPoints();
        findNodes();
        cutRings();
        markTwins();
        markParts();
    }

private:
    void sortVertices() {
        Coverage& c = m_coverage;
        std::int32_t maxY = 0, minX = 0, maxX = 0;
        if (!m_points.empty()) {
            c.minY = maxY = m_points[0].y;
            minX = maxX = m_points[0].x;
        }
        for (const GridPoint p : m_points) {
            c.minY = std::min(c.minY, p.y);
            maxY = std::max(maxY, p.y);
            minX = std::min(minX, p.x);
            maxX = std::max(maxX, p.x);
        }
        // Products of two differences then fit 63 bits: which side a point lies on is exact.
        constexpr std::int64_t most = std::int64_t(1) << 30;
        if (std::int64_t(maxX) - minX > most || std::int64_t(maxY) - c.minY > most)
            throw GeometryError(localText("Các hình nằm cách nhau hơn 107 độ, quá xa để xếp vào "
                                          "một lớp phủ; hãy kiểm tra tọa độ.",
                                          "The shapes lie more than 107 degrees apart, too far for "
                                          "one coverage; check their coordinates."));
        c.rows = m_points.size() / pointsPerRow + 1;
        c.rowHeight = std::int32_t((std::int64_t(maxY) - c.minY) / std::int64_t(c.rows) + 1);
        std::vector<std::uint32_t> ends(c.rows + 1, 0);
        for (const GridPoint p : m_points)
            ++ends[c.rowOf(p.y) + 1];
        for (std::size_t row = 0; row < c.rows; ++row)
            ends[row + 1] += ends[row];
        std::vector<std::uint32_t> at(ends.begin(), ends.end() - 1);
        c.vertices.resize(m_points.size());
        for (const GridPoint p : m_points)
            c.vertices[at[c.rowOf(p.y)]++] = p;
        auto to = c.vertices.begin();
        m_rowBegin.push_back(0);
        for (std::size_t row = 0; row < c.rows; ++row) {
            const auto from = c.vertices.begin() + ends[row],
                       end = c.vertices.begin() + ends[row + 1];
            std::sort(from, end, isBefore);
            to = std::copy(from, std::unique(from, end), to);
            m_rowBegin.push_back(std::uint32_t(to - c.vertices.begin()));
        }
        c.vertices.erase(to, c.vertices.end());
        c.vertices.shrink_to_fit();
        c.alive.assign(c.vertices.size(), 1);
    }

    static bool isBefore(GridPoint a, GridPoint b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }

    void numberPoints() {
        const Coverage& c = m_coverage;
        m_numbers.reserve(m_points.size());
        for (const GridPoint p : m_points) {
            const std::size_t row = c.rowOf(p.y);
            m_numbers.push_back(
                Vertex(std::lower_bound(c.vertices.begin() + m_rowBegin[row],
                                        c.vertices.begin() + m_rowBegin[row + 1], p, isBefore) -
                       c.vertices.begin()));
        }
        std::vector<GridPoint>().swap(m_points);
    }

    std::size_t ringBegin(std::size_t ring) const { return ring == 0 ? 0 : m_ringEnds[ring - 1]; }

    template <typename Visit>
    void forEachRing(const Visit& visit) const {
        std::size_t ring = 0, polygon = 0;
        for (std::size_t shape = 0; shape < m_coverage.shapes(); ++shape)
            for (; polygon < m_coverage.shapeEnds[shape]; ++polygon)
                for (; ring < m_coverage.polygonEnds[polygon]; ++ring)
                    visit(ring, shape);
    }

    void findNodes() {
        struct Passage {
            Vertex first = none, second = none;
        };
        std::vector<Passage> passages(m_coverage.vertices.size());
        m_isNode.assign(passages.size(), 0);
        m_coverage.company.assign(passages.size(), 0);
        forEachRing([&](std::size_t ring, std::size_t shape) {
            const std::size_t begin = ringBegin(ring), end = m_ringEnds[ring];
            for (std::size_t i = begin; i < end; ++i) {
                Vertex before = m_numbers[i == begin ? end - 1 : i - 1];
                Vertex after = m_numbers[i + 1 == end ? begin : i + 1];
                if (after < before)
                    std::swap(before, after);
                Passage& passage = passages[m_numbers[i]];
                if (passage.first == none)
                    passage = {before, after};
                else if (passage.first != before || passage.second != after)
                    m_isNode[m_numbers[i]] = 1;
                m_coverage.company[m_numbers[i]] |= m_company[shape];
            }
        });
    }

    /// A ring without nodes starts at its smallest vertex, wherever a shape began it.
    void cutRings() {
        forEachRing([&](std::size_t ring, std::size_t shape) {
            const std::size_t begin = ringBegin(ring), size = m_ringEnds[ring] - begin;
            std::size_t start = 0;
            for (std::size_t i = 0; i < size; ++i) {
                const Vertex vertex = m_numbers[begin + i], best = m_numbers[begin + start];
                if (m_isNode[vertex] != m_isNode[best] ? m_isNode[vertex] > m_isNode[best]
                                                       : vertex < best)
                    start = i;
            }
            std::vector<Vertex> line;
            for (std::size_t i = 0; i <= size; ++i) {
                const Vertex vertex = m_numbers[begin + (start + i) % size];
                line.push_back(vertex);
                if (i == size || (i > 0 && m_isNode[vertex])) {
                    use(line, shape);
                    line.assign(1, vertex);
                }
            }
            m_coverage.ringEnds.push_back(std::uint32_t(m_coverage.uses.size()));
        });
    }

    void use(std::vector<Vertex>& line, std::size_t shape) {
        const auto key = [](Vertex end, Vertex next) { return std::uint64_t(end) << 32 | next; };
        const std::uint64_t forward = key(line[0], line[1]),
                            backward = key(line.back(), line[line.size() - 2]);
        const bool reversed = backward < forward;
        const auto [known, isNew] =
            m_byEnd.try_emplace(std::min(forward, backward), std::uint32_t(m_coverage.arcs.size()));
        if (isNew) {
            if (reversed)
                std::reverse(line.begin(), line.end());
            Coverage::Arc arc;
            arc.begin = std::uint32_t(m_coverage.arcVertices.size());
            m_coverage.arcVertices.insert(m_coverage.arcVertices.end(), line.begin(), line.end());
            arc.end = std::uint32_t(m_coverage.arcVertices.size());
            m_coverage.arcs.push_back(arc);
        }
        m_coverage.arcs[known->second].company |= m_company[shape];
        m_coverage.uses.push_back({known->second, reversed});
    }

    /// Of several arcs between the same two nodes one may become straight: the one with the fewest
    /// points. A closed arc stays a triangle.
    void markTwins() {
        std::map<std::pair<Vertex, Vertex>, std::uint32_t> straightest;
        std::vector<Coverage::Arc>& arcs = m_coverage.arcs;
        for (std::uint32_t i = 0; i < arcs.size(); ++i) {
            const Vertex from = m_coverage.arcVertices[arcs[i].begin],
                         to = m_coverage.arcVertices[arcs[i].end - 1];
            if (from == to) {
                arcs[i].minInner = 2;
                continue;
            }
            const auto [other, isFirst] = straightest.try_emplace(std::minmax(from, to), i);
            if (isFirst)
                continue;
            std::uint32_t bent = i;
            const auto length = [&](std::uint32_t arc) { return arcs[arc].end - arcs[arc].begin; };
            if (length(i) < length(other->second))
                std::swap(bent, other->second);
            arcs[bent].minInner = 1;
        }
    }

    double twiceAreaOf(std::size_t ring) const {
        const std::size_t begin = ringBegin(ring), end = m_ringEnds[ring];
        const GridPoint origin = m_coverage.vertices[m_numbers[begin]];
        double twice = 0;
        for (std::size_t i = begin; i + 1 < end; ++i) {
            const GridPoint a = m_coverage.vertices[m_numbers[i]],
                            b = m_coverage.vertices[m_numbers[i + 1]];
            twice += double(a.x - origin.x) * double(b.y - origin.y) -
                     double(b.x - origin.x) * double(a.y - origin.y);
        }
        return std::abs(twice);
    }

    /// What may vanish is in every shape that has it a whole polygon, and not the largest.
    void markParts() {
        Coverage& c = m_coverage;
        std::vector<char> asPart(c.arcs.size(), 0), otherwise(c.arcs.size(), 0);
        std::size_t polygon = 0, ring = 0;
        for (std::size_t shape = 0; shape < c.shapes(); ++shape) {
            const std::size_t first = polygon;
            std::size_t largest = polygon;
            for (double maxArea = -1; polygon < c.shapeEnds[shape]; ++polygon)
                if (const double area = twiceAreaOf(polygon == 0 ? 0 : c.polygonEnds[polygon - 1]);
                    area > maxArea) {
                    maxArea = area;
                    largest = polygon;
                }
            for (std::size_t p = first; p < polygon; ++p) {
                const bool isPart = p != largest && c.polygonEnds[p] == ring + 1;
                for (; ring < c.polygonEnds[p]; ++ring) {
                    const std::uint32_t from = ring == 0 ? 0 : c.ringEnds[ring - 1];
                    for (std::uint32_t u = from; u < c.ringEnds[ring]; ++u)
                        (isPart && c.ringEnds[ring] == from + 1 ? asPart
                                                                : otherwise)[c.uses[u].arc] = 1;
                }
            }
        }
        for (std::size_t i = 0; i < c.arcs.size(); ++i)
            c.arcs[i].mayVanish =
                asPart[i] && !otherwise[i] && !m_isNode[c.arcVertices[c.arcs[i].begin]];
    }

    Coverage& m_coverage;
    std::vector<GridPoint>& m_points;
    const std::vector<std::uint32_t>& m_ringEnds; ///< into m_points and m_numbers
    const std::vector<std::uint32_t>& m_company;
    std::vector<std::uint32_t> m_rowBegin; ///< into vertices
    std::vector<Vertex> m_numbers;         ///< of the points
    std::vector<char> m_isNode;
    std::unordered_map<std::uint64_t, std::uint32_t>
        m_byEnd; ///< arcs by one end and the point next to it
};

} // namespace

GridPoint toGrid(Point lonLat) {
    return {std::int32_t(std::lround(lonLat.x * gridStepsPerDegree)),
            std::int32_t(std::lround(lonLat.y * gridStepsPerDegree))};
}

Point fromGrid(GridPoint point) {
    return {double(point.x) / gridStepsPerDegree, double(point.y) / gridStepsPerDegree};
}

std::size_t Coverage::liveVertices() const {
    return std::size_t(std::count(alive.begin(), alive.end(), 1));
}

MultiPolygon Coverage::shape(std::size_t number) const {
    MultiPolygon out;
    for (std::size_t p = number == 0 ? 0 : shapeEnds[number - 1]; p < shapeEnds[number]; ++p) {
        Polygon polygon;
        bool isOuter = true;
        for (std::size_t r = p == 0 ? 0 : polygonEnds[p - 1]; r < polygonEnds[p]; ++r) {
            Ring ring;
            for (std::size_t u = r == 0 ? 0 : ringEnds[r - 1]; u < ringEnds[r]; ++u) {
                const Arc& arc = arcs[uses[u].arc];
                for (std::uint32_t i = 0; i + 1 < arc.end - arc.begin; ++i) {
                    const Vertex vertex =
                        arcVertices[uses[u].reversed ? arc.end - 1 - i : arc.begin + i];
                    if (alive[vertex])
                        ring.push_back(fromGrid(vertices[vertex]));
                }
            }
            if (!ring.empty())
                ring.push_back(ring.front());
            if (isOuter)
                polygon.outer = std::move(ring);
            else
                polygon.holes.push_back(std::move(ring));
            isOuter = false;
        }
        if (!polygon.outer.empty())
            out.push_back(std::move(polygon));
    }
    return out;
}

void CoverageBuilder::add(const MultiPolygon& shape, std::uint32_t company) {
    const auto addRing = [&](const Ring& ring) {
        const std::vector<GridPoint> points = cleaned(ring);
        if (points.size() < 3)
            return false;
        m_points.insert(m_points.end(), points.begin(), points.end());
        m_ringEnds.push_back(std::uint32_t(m_points.size()));
        return true;
    };
    for (const Polygon& polygon : shape) {
        if (!addRing(polygon.outer))
            continue;
        for (const Ring& hole : polygon.holes)
            addRing(hole);
        m_polygonEnds.push_back(std::uint32_t(m_ringEnds.size()));
    }
    m_shapeEnds.push_back(std::uint32_t(m_polygonEnds.size()));
    m_company.push_back(company);
}

Coverage CoverageBuilder::build() && {
    if (m_points.size() > std::size_t(std::numeric_limits<std::int32_t>::max()))
        throw GeometryError(localText("Các hình có hơn hai tỷ điểm, quá nhiều cho một lớp phủ; hãy "
                                      "nhập ít hình hơn hoặc hình đơn giản hơn.",
                                      "The shapes have more than two thousand million points, too "
                                      "many for one coverage; import fewer or simpler ones."));
    Coverage coverage;
    coverage.polygonEnds = std::move(m_polygonEnds);
    coverage.shapeEnds = std::move(m_shapeEnds);
    ArcFinder(coverage, m_points, m_ringEnds, m_company).run();
    return coverage;
}

} // namespace terroir::geometry
