#include "core/geometry/edge_nodes.hpp"
#include "core/geometry/polygon_index.hpp"
#include "core/geometry/power_cells.hpp"
#include "core/geometry/topology.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace terroir::geometry {
namespace {

using Hits = std::vector<PolygonIndex::Hit>;

PolygonIndex indexOf(const std::vector<MultiPolygon>& shapes, double tolerance = 1e-9) {
    return {shapes.size(), [&shapes](std::size_t i) { return shapes[i]; }, tolerance};
}

Hits find(const PolygonIndex& index, Point point) {
    Hits hits;
    index.find(point, hits);
    return hits;
}

Ring square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

/// A star-shaped ring with many corners, long and short edges.
Ring star(std::mt19937& random, Point centre, double radius, int corners) {
    std::uniform_real_distribution<double> length(0.2 * radius, radius);
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * 3.14159265358979 * i / corners, r = length(random);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

TEST(PolygonIndex, agrees_with_counting_crossings_for_overlapping_shapes_with_holes) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> place(0, 10), size(0.05, 3);
    std::vector<MultiPolygon> shapes;
    for (int i = 0; i < 60; ++i) {
        const Point centre{place(random), place(random)};
        const double radius = size(random);
        Polygon polygon{star(random, centre, radius, 3 + i * 7), {}};
        polygon.holes.push_back(star(random, centre, radius * 0.19, 5));
        shapes.push_back({std::move(polygon)});
    }
    const PolygonIndex index = indexOf(shapes);
    for (int i = 0; i < 20000; ++i) {
        const Point point{place(random) * 1.4 - 2, place(random) * 1.4 - 2};
        Hits expected;
        for (std::uint32_t s = 0; s < shapes.size(); ++s)
            if (contains(shapes[s], point))
                expected.push_back({s, false});
        ASSERT_EQ(find(index, point), expected) << point.x << " " << point.y;
    }
}

TEST(PolygonIndex, in_a_coverage_every_point_has_the_cell_of_the_nearest_site) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> place(100, 101);
    std::vector<Point> sites;
    for (int i = 0; i < 800; ++i)
        sites.push_back({place(random), place(random)});
    std::vector<WeightedSite> weighted;
    for (const Point site : sites)
        weighted.push_back({site, 0});
    const MultiPolygon ground{{square(100, 100, 1), {}}};
    const std::vector<MultiPolygon> open = powerCells(weighted, boxOf(ground));
    EdgeNodes nodes;
    for (const MultiPolygon& cell : open)
        nodes.cross(cell, ground);
    const std::vector<MultiPolygon> cells = clippedTogether(open, ground, nodes);
    const PolygonIndex index = indexOf(cells);
    for (int i = 0; i < 20000; ++i) {
        const Point point{place(random), place(random)};
        std::uint32_t nearest = 0;
        const auto distance = [&](std::uint32_t s) {
            return std::hypot(sites[s].x - point.x, sites[s].y - point.y);
        };
        for (std::uint32_t s = 1; s < sites.size(); ++s)
            if (distance(s) < distance(nearest))
                nearest = s;
        ASSERT_EQ(find(index, point), (Hits{{nearest, false}}));
    }
    const auto isOutside = [](Point p) {
        return p.x == 100 || p.y == 100 || p.x == 101 || p.y == 101;
    };
    for (const MultiPolygon& cell : cells)
        for (const Point corner : cell.at(0).outer) {
            const Hits hits = find(index, corner);
            EXPECT_GE(hits.size(), isOutside(corner) ? 1U : 2U);
            for (const PolygonIndex::Hit& hit : hits)
                EXPECT_TRUE(hit.onEdge);
        }
}

TEST(PolygonIndex, round_coordinates_are_no_trap) {
    std::vector<MultiPolygon> shapes;
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x)
            shapes.push_back({{square(x, y, 1), {}}});
    const PolygonIndex index = indexOf(shapes);
    for (std::uint32_t y = 0; y < 8; ++y)
        for (std::uint32_t x = 0; x < 8; ++x) {
            const std::uint32_t shape = y * 8 + x;
            for (const double part : {0.125, 0.25, 0.5, 0.75})
                EXPECT_EQ(find(index, {x + part, y + part}), (Hits{{shape, false}}));
            if (x > 0) {
                EXPECT_EQ(find(index, {double(x), y + 0.5}),
                          (Hits{{shape - 1, true}, {shape, true}}));
            }
            if (x > 0 && y > 0) {
                EXPECT_EQ(find(index, {double(x), double(y)}).size(), 4U);
            }
        }
}

TEST(PolygonIndex, the_edge_is_as_wide_as_the_tolerance_across_cells) {
    const PolygonIndex index = indexOf({{{square(0, 0, 1), {}}}}, 1e-3);
    for (double along = 0; along <= 1; along += 1.0 / 512) {
        EXPECT_EQ(find(index, {along, -0.9e-3}), (Hits{{0, true}}));
        EXPECT_EQ(find(index, {along, 0.9e-3}), (Hits{{0, true}}));
        EXPECT_EQ(find(index, {along, -1.1e-3}), Hits{});
    }
    EXPECT_EQ(find(index, {0.5, 1.1e-3}), (Hits{{0, false}}));
}

TEST(PolygonIndex, points_far_away_or_not_finite_are_in_nothing) {
    const PolygonIndex index = indexOf({{{square(0, 0, 1), {}}}});
    const double infinite = std::numeric_limits<double>::infinity();
    for (const Point point : {Point{5, 0.5}, Point{-5, 0.5}, Point{0.5, 1e300}, Point{0.5, -1e300},
                              Point{infinite, 0}, Point{std::nan(""), 0.5}})
        EXPECT_EQ(find(index, point), Hits{});
    EXPECT_EQ(find(indexOf({}), {0, 0}), Hits{});
    EXPECT_EQ(find(indexOf({{}, {{square(0, 0, 1), {}}}}), {0.5, 0.5}), (Hits{{1, false}}));
}

} // namespace
} // namespace terroir::geometry
