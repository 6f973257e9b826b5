#include "core/geometry/coverage_simplify.hpp"

#include "core/base/local_text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace terroir::geometry {

namespace {

using Vertex = Coverage::Vertex;

constexpr double earthRadius = 6371008.8; // metres
constexpr double radiansPerStep = std::numbers::pi / 180 / gridStepsPerDegree;

/// Positive when c lies left of the line from a to b.
std::int64_t side(GridPoint a, GridPoint b, GridPoint c) {
    return std::int64_t(b.x - a.x) * (c.y - a.y) - std::int64_t(b.y - a.y) * (c.x - a.x);
}

/// Inside or on the edge; a triangle without area is a line.
bool isInTriangle(GridPoint p, GridPoint a, GridPoint b, GridPoint c) {
    const std::int64_t ab = side(a, b, p), bc = side(b, c, p), ca = side(c, a, p);
    return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

/// The vertices that were left when it was made, by row, from west to east.
class LiveVertices {
public:
    explicit LiveVertices(const Coverage& coverage) : m_coverage(coverage) {
        m_vertices.reserve(coverage.liveVertices());
        m_rowBegin.reserve(coverage.rows + 1);
        for (Vertex v = 0; v < coverage.vertices.size(); ++v) {
            if (!coverage.alive[v])
                continue;
            beginRows(coverage.rowOf(coverage.vertices[v].y));
            m_vertices.push_back(v);
        }
        beginRows(coverage.rows);
    }

    /// Whether any other vertex of the company that is still there lies in the triangle.
    bool anyIn(Vertex a, Vertex b, Vertex c, std::uint32_t company) const {
        const auto& points = m_coverage.vertices;
        const GridPoint pa = points[a], pb = points[b], pc = points[c];
        const auto [minX, maxX] = std::minmax({pa.x, pb.x, pc.x});
        const auto [minY, maxY] = std::minmax({pa.y, pb.y, pc.y});
        const std::size_t last = m_coverage.rowOf(maxY);
        for (std::size_t row = m_coverage.rowOf(minY); row <= last; ++row) {
            const auto end = m_vertices.begin() + m_rowBegin[row + 1];
            auto at = std::lower_bound(m_vertices.begin() + m_rowBegin[row], end, minX,
                                       [&](Vertex v, std::int32_t x) { return points[v].x < x; });
            for (; at != end && points[*at].x <= maxX; ++at) {
                const Vertex v = *at;
                const GridPoint p = points[v];
                if (p.y >= minY && p.y <= maxY && m_coverage.alive[v] && v != a && v != b &&
                    v != c && (m_coverage.company[v] & company) != 0 && isInTriangle(p, pa, pb, pc))
                    return true;
            }
        }
        return false;
    }

private:
    void beginRows(std::size_t upTo) {
        while (m_rowBegin.size() <= upTo)
            m_rowBegin.push_back(std::uint32_t(m_vertices.size()));
    }

    const Coverage& m_coverage;
    std::vector<Vertex> m_vertices;
    std::vector<std::uint32_t> m_rowBegin; ///< into m_vertices; one more than there are rows
};

/// Thins one arc after another; the buffers are kept between them.
class ArcThinner {
public:
    ArcThinner(Coverage& coverage, double tolerance)
        : m_coverage(coverage), m_tolerance(tolerance), m_live(coverage) {}

    void thin(const Coverage::Arc& arc) {
        begin(arc);
        for (std::uint32_t i = 1; i + 1 < m_links.size(); ++i)
            weigh(i);
        while (!m_heap.empty() && m_inner > arc.minInner) {
            std::pop_heap(m_heap.begin(), m_heap.end());
            const Candidate least = m_heap.back();
            m_heap.pop_back();
            Link& link = m_links[least.link];
            if (link.version != least.version)
                continue;
            const Vertex vertex = vertexOf(least.link);
            if (m_live.anyIn(vertexOf(link.before), vertex, vertexOf(link.after), arc.company))
                continue;
            m_coverage.alive[vertex] = 0;
            --m_inner;
            ++link.version;
            m_links[link.before].after = link.after;
            m_links[link.after].before = link.before;
            weigh(link.before);
            weigh(link.after);
        }
    }

    /// Width and height of the arc, metres.
    Point extentOf(const Coverage::Arc& arc) {
        Box box;
        for (std::uint32_t i = arc.begin; i < arc.end; ++i) {
            const GridPoint p = m_coverage.vertices[m_coverage.arcVertices[i]];
            box.expand(Point{double(p.x), double(p.y)});
        }
        scaleAt((box.minY + box.maxY) / 2);
        return {box.width() * m_metresPerStep.x, box.height() * m_metresPerStep.y};
    }

private:
    /// A vertex that is left, between its neighbours of the arc.
    struct Link {
        std::uint32_t position; ///< into arcVertices
        std::uint32_t before, after, version;
    };
    /// A vertex that may go, and how far the line then is from what it was, in square metres.
    struct Candidate {
        double error;
        std::uint32_t link, version;
        bool operator<(const Candidate& other) const {
            return error != other.error ? error > other.error : link > other.link;
        }
    };

    void scaleAt(double gridY) {
        const double perStep = earthRadius * radiansPerStep;
        m_metresPerStep = {perStep * std::cos(gridY * radiansPerStep), perStep};
    }

    void begin(const Coverage::Arc& arc) {
        extentOf(arc); // sets the scale
        m_links.clear();
        m_heap.clear();
        for (std::uint32_t i = arc.begin; i < arc.end; ++i)
            if (m_coverage.alive[m_coverage.arcVertices[i]]) {
                const auto at = std::uint32_t(m_links.size());
                m_links.push_back({i, at - 1, at + 1, 0});
            }
        m_inner = m_links.size() < 2 ? 0 : m_links.size() - 2;
    }

    Vertex vertexOf(std::uint32_t link) const {
        return m_coverage.arcVertices[m_links[link].position];
    }

    /// Makes a candidate of the vertex if it may go at all.
    void weigh(std::uint32_t at) {
        if (at == 0 || at + 1 == m_links.size())
            return;
        Link& link = m_links[at];
        ++link.version;
        if (const double error = errorWithout(link); error <= m_tolerance * m_tolerance) {
            m_heap.push_back({error, at, link.version});
            std::push_heap(m_heap.begin(), m_heap.end());
        }
    }

    /// The largest squared distance of the line as it was built from the straight line between the
    /// neighbours; stops early beyond the tolerance.
    double errorWithout(const Link& link) const {
        const std::uint32_t from = m_links[link.before].position, to = m_links[link.after].position;
        const GridPoint origin = pointAt(from);
        const auto metres = [&](std::uint32_t position) {
            const GridPoint p = pointAt(position);
            return Point{double(p.x - origin.x) * m_metresPerStep.x,
                         double(p.y - origin.y) * m_metresPerStep.y};
        };
        const Point end = metres(to);
        const double length2 = end.x * end.x + end.y * end.y;
        const double inverse = length2 > 0 ? 1 / length2 : 0;
        double farthest = 0;
        for (std::uint32_t i = from + 1; i < to; ++i) {
            const Point p = metres(i);
            const double t = std::clamp((p.x * end.x + p.y * end.y) * inverse, 0.0, 1.0);
            const double dx = p.x - t * end.x, dy = p.y - t * end.y;
            farthest = std::max(farthest, dx * dx + dy * dy);
            if (farthest > m_tolerance * m_tolerance)
                break;
        }
        return farthest;
    }

    GridPoint pointAt(std::uint32_t position) const {
        return m_coverage.vertices[m_coverage.arcVertices[position]];
    }

    Coverage& m_coverage;
    double m_tolerance;
    LiveVertices m_live;
    Point m_metresPerStep;
    std::vector<Link> m_links;
    std::vector<Candidate> m_heap;
    std::size_t m_inner = 0;
};

} // namespace

bool simplify(Coverage& coverage, double tolerance, const Progress& progress) {
    ArcThinner thinner(coverage, tolerance);
    for (Coverage::Arc& arc : coverage.arcs) {
        if (!arc.mayVanish || arc.vanished)
            continue;
        const Point extent = thinner.extentOf(arc);
        if (std::hypot(extent.x, extent.y) >= tolerance)
            continue;
        arc.vanished = true;
        for (std::uint32_t i = arc.begin; i < arc.end; ++i)
            coverage.alive[coverage.arcVertices[i]] = 0;
    }
    constexpr std::size_t arcsBetweenReports = 64;
    for (std::size_t i = 0; i < coverage.arcs.size(); ++i) {
        if (i % arcsBetweenReports == 0 && progress &&
            !progress(double(i) / double(coverage.arcs.size()),
                      localText("đang đơn giản hóa đường ranh giới", "simplifying")))
            return false;
        if (!coverage.arcs[i].vanished)
            thinner.thin(coverage.arcs[i]);
    }
    return true;
}

} // namespace terroir::geometry
