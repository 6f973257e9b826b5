#include "core/page/outlines.hpp"

#include "core/geometry/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace terroir::page {

namespace {

using geometry::Point;

void append(std::string& text, std::uint64_t number) {
    constexpr const char* digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    constexpr std::uint64_t base = 32;
    for (; number >= base; number /= base)
        text += digits[base + number % base];
    text += digits[number];
}

void appendSigned(std::string& text, std::int64_t number) {
    append(text, number < 0 ? 2 * std::uint64_t(-(number + 1)) + 1 : 2 * std::uint64_t(number));
}

struct Step {
    std::int64_t x = 0, y = 0;
    bool operator==(const Step&) const = default;
};

/// Lines behind each other: each begins where the one before ended.
class LineWriter {
public:
    explicit LineWriter(const Grid& grid) : m_grid(grid) {}

    template <typename Points>
    void add(const Points& lonLat) {
        std::vector<Step> steps;
        for (const Point point : lonLat) {
            const Point exact = m_grid.toSteps(point);
            const Step next{std::llround(exact.x), std::llround(exact.y)};
            if (steps.empty() || steps.back() != next)
                steps.push_back(next);
        }
        append(m_text, steps.size());
        for (const Step& step : steps) {
            appendSigned(m_text, step.x - m_last.x);
            appendSigned(m_text, step.y - m_last.y);
            m_last = step;
        }
        m_points += steps.size();
    }
    std::string take() { return std::move(m_text); }
    std::size_t points() const { return m_points; }

private:
    const Grid& m_grid;
    std::string m_text;
    Step m_last;
    std::size_t m_points = 0;
};

std::string encodedArcs(const geometry::Coverage& coverage, const Grid& grid, std::size_t& points) {
    LineWriter writer(grid);
    for (const geometry::Coverage::Arc& arc : coverage.arcs) {
        std::vector<Point> line;
        for (std::uint32_t i = arc.begin; i < arc.end; ++i)
            line.push_back(geometry::fromGrid(coverage.vertices[coverage.arcVertices[i]]));
        writer.add(line);
    }
    points = writer.points();
    return writer.take();
}

std::string encodedShapes(const geometry::Coverage& coverage) {
    std::string text;
    std::int64_t last = 0;
    std::uint32_t polygon = 0, ring = 0, use = 0;
    for (const std::uint32_t polygonsEnd : coverage.shapeEnds) {
        const std::uint32_t ringsEnd = polygonsEnd == 0 ? 0 : coverage.polygonEnds[polygonsEnd - 1];
        append(text, polygon == polygonsEnd ? 0 : ringsEnd - ring);
        polygon = polygonsEnd;
        for (; ring < ringsEnd; ++ring) {
            append(text, coverage.ringEnds[ring] - use);
            for (; use < coverage.ringEnds[ring]; ++use) {
                const std::int64_t number = 2 * std::int64_t(coverage.uses[use].arc) +
                                            (coverage.uses[use].reversed ? 1 : 0);
                appendSigned(text, number - last);
                last = number;
            }
        }
    }
    return text;
}

} // namespace

Point Grid::toSteps(Point lonLat) const {
    const Point mercator = geometry::toMercator(lonLat);
    return {(mercator.x - west) / step, (north - mercator.y) / step};
}

geometry::MultiPolygon Grid::toSteps(const geometry::MultiPolygon& lonLat) const {
    geometry::MultiPolygon shape = lonLat;
    for (geometry::Polygon& polygon : shape) {
        for (Point& point : polygon.outer)
            point = toSteps(point);
        for (geometry::Ring& hole : polygon.holes)
            for (Point& point : hole)
                point = toSteps(point);
    }
    return shape;
}

std::size_t Outlines::add(const geometry::MultiPolygon& lonLat) {
    m_builder.add(lonLat, 1);
    return m_shapes++;
}

std::size_t Outlines::addLine(std::vector<Point> lonLat) {
    const auto known = std::find(m_lines.begin(), m_lines.end(), lonLat);
    const auto number = std::size_t(known - m_lines.begin());
    if (known == m_lines.end())
        m_lines.push_back(std::move(lonLat));
    return number;
}

EncodedOutlines Outlines::encode(const Grid& grid) && {
    EncodedOutlines encoded;
    const geometry::Coverage coverage = std::move(m_builder).build();
    encoded.arcs = encodedArcs(coverage, grid, encoded.points);
    encoded.shapes = encodedShapes(coverage);
    LineWriter lines(grid);
    for (const std::vector<Point>& line : m_lines)
        lines.add(line);
    encoded.lines = lines.take();
    return encoded;
}

} // namespace terroir::page
