#include "plugin/thematic/hatch_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace terroir::thematic {

namespace {

using Rings = std::vector<std::vector<geometry::Point>>;

/// For every row (v = row * spacing) the u of the rings' edges on it, sorted: inside lies between
/// the 1st and 2nd, the 3rd and 4th … `turn` gives the (u, v) of a point of the page.
template <typename Turn>
std::map<int, std::vector<double>> crossings(const Rings& rings, double spacing, Turn turn) {
    std::map<int, std::vector<double>> rows;
    for (const auto& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            auto [u1, v1] = turn(ring[i]);
            auto [u2, v2] = turn(ring[(i + 1) % ring.size()]);
            if (v1 > v2) {
                std::swap(u1, u2);
                std::swap(v1, v2);
            }
            // Half-open [v1, v2): a corner on a row belongs to one of its two edges.
            const int last = static_cast<int>(std::ceil(v2 / spacing)) - 1;
            for (int row = static_cast<int>(std::ceil(v1 / spacing)); row <= last; ++row)
                rows[row].push_back(u1 + (u2 - u1) * (row * spacing - v1) / (v2 - v1));
        }
    }
    for (auto& [row, us] : rows)
        std::sort(us.begin(), us.end());
    return rows;
}

} // namespace

std::vector<QLineF> hatchLines(const Rings& rings, Direction direction, double spacingMm) {
    const double half = std::sqrt(0.5);
    const double sign = direction == Direction::Rising ? 1 : -1;
    // u runs along the stroke, v across it; y points down the page.
    const auto turn = [&](const geometry::Point& p) {
        return std::pair((p.x - sign * p.y) * half, (p.x + sign * p.y) * half);
    };
    const auto back = [&](double u, double v) {
        return QPointF((u + v) * half, sign * (v - u) * half);
    };
    std::vector<QLineF> lines;
    for (const auto& [row, us] : crossings(rings, spacingMm, turn))
        for (std::size_t i = 0; i + 1 < us.size(); i += 2)
            lines.emplace_back(back(us[i], row * spacingMm), back(us[i + 1], row * spacingMm));
    return lines;
}

std::vector<QPointF> hatchDots(const Rings& rings, double spacingMm) {
    const auto turn = [](const geometry::Point& p) { return std::pair(p.x, p.y); };
    std::vector<QPointF> dots;
    for (const auto& [row, us] : crossings(rings, spacingMm, turn)) {
        const double offset = row % 2 == 0 ? 0 : spacingMm / 2;
        for (std::size_t i = 0; i + 1 < us.size(); i += 2)
            for (double x = std::ceil((us[i] - offset) / spacingMm) * spacingMm + offset;
                 x <= us[i + 1]; x += spacingMm)
                dots.emplace_back(x, row * spacingMm);
    }
    return dots;
}

std::vector<QLineF> dashesAlong(const std::vector<geometry::Point>& line, double dashMm,
                                double gapMm) {
    std::vector<QLineF> dashes;
    double phase = 0; // along the pattern at the start of the segment
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QLineF segment(line[i - 1].x, line[i - 1].y, line[i].x, line[i].y);
        const double length = segment.length();
        for (double at = -phase; at < length && length > 0; at += dashMm + gapMm) {
            const double from = std::max(at, 0.0), to = std::min(at + dashMm, length);
            if (to > from)
                dashes.emplace_back(segment.pointAt(from / length), segment.pointAt(to / length));
        }
        phase = std::fmod(phase + length, dashMm + gapMm);
    }
    return dashes;
}

} // namespace terroir::thematic
