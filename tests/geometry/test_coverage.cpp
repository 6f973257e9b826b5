#include "core/base/error.hpp"
#include "core/geometry/coverage_simplify.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace terroir::geometry {
namespace {

// Coordinates in steps of 0.001 degrees near the equator, about 111 m.
constexpr double step = 0.001, metresPerStep = 111.195;

Ring ring(const std::vector<std::pair<double, double>>& points) {
    Ring out;
    for (const auto& [x, y] : points)
        out.push_back({x * step, y * step});
    out.push_back(out.front());
    return out;
}

MultiPolygon polygon(const std::vector<std::pair<double, double>>& points) {
    return {{ring(points), {}}};
}

Coverage coverageOf(const std::vector<MultiPolygon>& shapes,
                    const std::vector<std::uint32_t>& companies = {}) {
    CoverageBuilder builder;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        builder.add(shapes[i], companies.empty() ? 1 : companies[i]);
    return std::move(builder).build();
}

std::vector<MultiPolygon> shapesOf(const Coverage& coverage) {
    std::vector<MultiPolygon> shapes;
    for (std::size_t i = 0; i < coverage.shapes(); ++i)
        shapes.push_back(coverage.shape(i));
    return shapes;
}

std::vector<MultiPolygon> simplified(const std::vector<MultiPolygon>& shapes, double steps,
                                     const std::vector<std::uint32_t>& companies = {}) {
    Coverage coverage = coverageOf(shapes, companies);
    EXPECT_TRUE(simplify(coverage, steps * metresPerStep));
    return shapesOf(coverage);
}

std::size_t pointsOf(const MultiPolygon& shape) {
    std::size_t points = 0;
    for (const Polygon& one : shape) {
        points += one.outer.size() - 1;
        for (const Ring& hole : one.holes)
            points += hole.size() - 1;
    }
    return points;
}

bool isValidShape(const MultiPolygon& shape) {
    bool repaired = false;
    const MultiPolygon same = madeValid(shape, repaired);
    return !repaired && !same.empty();
}

double areaInSteps(const MultiPolygon& shape) {
    return areaOf(shape) / (step * step);
}

/// No ground twice, none lost: the shapes' areas are that of their union, which has so many holes.
void expectCoverage(const std::vector<MultiPolygon>& shapes, std::size_t holes) {
    double sum = 0;
    for (const MultiPolygon& shape : shapes) {
        EXPECT_TRUE(isValidShape(shape));
        sum += areaInSteps(shape);
    }
    const MultiPolygon all = unionOf(shapes);
    EXPECT_NEAR(areaInSteps(all), sum, 1e-6 * sum);
    std::size_t found = 0;
    for (const Polygon& one : all)
        found += one.holes.size();
    EXPECT_EQ(found, holes);
}

/// A line from x 0 to 100 that swings by `height` around y, every step a point.
std::vector<std::pair<double, double>> wave(double y, double height) {
    std::vector<std::pair<double, double>> points;
    for (int x = 0; x <= 100; ++x)
        points.emplace_back(x, y + (x == 0 || x == 100 ? 0 : height * std::sin(x * 0.7)));
    return points;
}

MultiPolygon between(std::vector<std::pair<double, double>> lower,
                     const std::vector<std::pair<double, double>>& upper) {
    lower.insert(lower.end(), upper.rbegin(), upper.rend());
    return polygon(lower);
}

TEST(CoverageGrid, seven_decimals_come_back_to_the_last_bit) {
    for (const double value : {103.1234567, 22.0000001, 8.56, -0.1, 117.827998})
        EXPECT_EQ(fromGrid(toGrid({value, 0})).x, value);
}

TEST(CoverageArcs, a_border_is_one_arc_of_both_neighbours) {
    const Coverage coverage = coverageOf({polygon({{0, 0}, {5, 0}, {5, 2}, {5, 5}, {0, 5}}),
                                          polygon({{5, 0}, {9, 0}, {9, 5}, {5, 5}, {5, 2}})});
    EXPECT_EQ(coverage.arcs.size(), 3U);
    EXPECT_EQ(coverage.vertices.size(), 7U);
}

TEST(CoverageArcs, nothing_done_gives_the_shapes_back) {
    const std::vector<MultiPolygon> shapes{
        {{ring({{0, 0}, {9, 0}, {9, 9}, {0, 9}}), {ring({{3, 3}, {3, 6}, {6, 6}, {6, 3}})}}},
        polygon({{3, 3}, {6, 3}, {6, 6}, {3, 6}})};
    const auto back = shapesOf(coverageOf(shapes));
    EXPECT_DOUBLE_EQ(areaInSteps(back[0]), 72);
    EXPECT_EQ(back[0][0].holes.size(), 1U);
    EXPECT_DOUBLE_EQ(areaInSteps(back[1]), 9);
}

TEST(CoverageArcs, repeated_points_and_lines_there_and_back_go) {
    const auto back = shapesOf(
        coverageOf({polygon({{0, 0}, {0, 0}, {5, 0}, {5, 5}, {8, 8}, {5, 5}, {0, 5}, {0, 2}})}));
    EXPECT_EQ(pointsOf(back[0]), 5U);
    EXPECT_TRUE(shapesOf(coverageOf({polygon({{0, 0}, {5, 5}})}))[0].empty());
}

TEST(CoverageArcs, shapes_around_half_the_globe_are_refused) {
    EXPECT_THROW(coverageOf({polygon({{0, 0}, {150000, 0}, {0, 1000}})}), GeometryError);
}

TEST(SimplifyCoverage, three_units_keep_their_common_node_and_their_borders) {
    // West, north-east and south-east meet at (50, 50) with crooked borders.
    std::vector<std::pair<double, double>> west{{0, 0}}, north{{100, 100}, {50, 100}},
        south{{50, 0}, {100, 0}};
    std::vector<std::pair<double, double>> up, down, east;
    for (int i = 0; i < 50; ++i) {
        down.emplace_back(50 + (i == 0 ? 0 : i % 2 * 0.3), i);
        up.emplace_back(50 + (i == 0 ? 0 : i % 2 * 0.3), 50 + i);
        east.emplace_back(50 + i, 50 + (i == 0 ? 0 : i % 2 * 0.3));
    }
    up.emplace_back(50, 100);
    east.emplace_back(100, 50);
    west.insert(west.end(), down.begin(), down.end());
    west.insert(west.end(), up.begin(), up.end());
    west.emplace_back(0, 100);
    north.insert(north.end(), up.rbegin() + 1, up.rend());
    north.insert(north.end(), east.begin() + 1, east.end());
    std::vector<std::pair<double, double>> lower(east.rbegin(), east.rend());
    south.insert(south.end(), lower.begin(), lower.end());
    south.insert(south.end(), down.rbegin(), down.rend() - 1);
    const auto shapes = simplified({polygon(west), polygon(north), polygon(south)}, 1);
    expectCoverage(shapes, 0);
    EXPECT_EQ(pointsOf(shapes[0]), 5U);
    EXPECT_EQ(pointsOf(shapes[1]), 4U);
    EXPECT_EQ(pointsOf(shapes[2]), 4U);
    for (const MultiPolygon& shape : shapes)
        EXPECT_NE(std::find(shape[0].outer.begin(), shape[0].outer.end(), Point{0.05, 0.05}),
                  shape[0].outer.end());
}

TEST(SimplifyCoverage, an_enclave_far_below_the_tolerance_stays_and_stays_a_hole) {
    std::vector<std::pair<double, double>> circle;
    for (int i = 0; i < 40; ++i)
        circle.emplace_back(50 + 2 * std::cos(2 * std::numbers::pi * i / 40),
                            50 + 2 * std::sin(2 * std::numbers::pi * i / 40));
    const MultiPolygon around{{ring({{0, 0}, {100, 0}, {100, 100}, {0, 100}}), {ring(circle)}}};
    const auto shapes = simplified({around, polygon(circle)}, 30);
    expectCoverage(shapes, 0);
    EXPECT_EQ(pointsOf(shapes[1]), 3U);
    ASSERT_EQ(shapes[0][0].holes.size(), 1U);
}

TEST(SimplifyCoverage, only_islands_smaller_than_the_tolerance_vanish_and_never_the_largest) {
    const Polygon small{ring({{200, 0}, {201, 0}, {201, 1}, {200, 1}}), {}};
    const Polygon large{ring({{300, 0}, {310, 0}, {310, 10}, {300, 10}}), {}};
    const MultiPolygon mainland = polygon({{0, 0}, {100, 0}, {100, 100}, {0, 100}});
    const auto shapes = simplified({{small, mainland[0], large}, {small}}, 5);
    EXPECT_EQ(shapes[0].size(), 3U); // the small one is all that the second has
    EXPECT_EQ(shapes[1].size(), 1U);
    EXPECT_EQ(simplified({{small, mainland[0], large}}, 5)[0].size(), 2U);
    EXPECT_EQ(simplified({{small, mainland[0], large}, {small, large}}, 5)[1].size(), 1U);
    EXPECT_EQ(simplified({{small, mainland[0], large}}, 1)[0].size(), 3U);
}

TEST(SimplifyCoverage, two_borders_between_the_same_nodes_do_not_fall_together) {
    // A lens between two units, far below the tolerance.
    std::vector<std::pair<double, double>> lower, upper;
    for (int i = 0; i <= 20; ++i) {
        const double swing = std::sin(std::numbers::pi * i / 20);
        lower.emplace_back(40 + i, 50 - (i % 20 == 0 ? 0 : swing));
        upper.emplace_back(40 + i, 50 + (i % 20 == 0 ? 0 : swing));
    }
    std::vector<std::pair<double, double>> south{{100, 50}, {100, 0}, {0, 0}, {0, 50}},
        north{{0, 50}, {0, 100}, {100, 100}, {100, 50}};
    south.insert(south.end(), lower.begin(), lower.end());
    north.insert(north.end(), upper.rbegin(), upper.rend());
    const auto shapes = simplified({polygon(south), polygon(north), between(lower, upper)}, 20);
    expectCoverage(shapes, 0);
    EXPECT_GT(areaInSteps(shapes[2]), 0);
}

TEST(SimplifyCoverage, a_point_of_one_unit_near_anothers_line_keeps_its_side) {
    // The spit of the second reaches into a bay of the first, without touching it.
    const MultiPolygon bay = polygon({{0, 0}, {40, 0}, {50, 6}, {60, 0}, {100, 0}, {50, -50}});
    const MultiPolygon spit = polygon({{0, 60}, {49, 7}, {50, 6.5}, {51, 7}, {100, 60}});
    const MultiPolygon inBay = polygon({{49, 3}, {50, 4}, {51, 3}, {50, 1}});
    const MultiPolygon hollow = polygon({{0, 0}, {40, 0}, {50, 6}, {60, 0}, {100, 0}, {50, 70}});
    expectCoverage(simplified({bay, spit}, 8), 0);
    expectCoverage(simplified({hollow, inBay}, 8), 0);
}

TEST(SimplifyCoverage, overlapping_neighbours_stay_valid) {
    const auto shapes =
        simplified({between(wave(0, 1), wave(50, 3)), between(wave(49, 2), wave(100, 1))}, 2);
    for (const MultiPolygon& shape : shapes) {
        EXPECT_TRUE(isValidShape(shape));
        EXPECT_NEAR(areaInSteps(shape), 5000, 300);
    }
}

TEST(SimplifyCoverage, a_border_with_different_points_stays_two_lines_that_do_not_cross) {
    const MultiPolygon west = polygon({{0, 0}, {50, 0}, {50, 30}, {50, 70}, {50, 100}, {0, 100}});
    const MultiPolygon east = polygon({{50, 0}, {100, 0}, {100, 100}, {50, 100}, {50, 50}});
    expectCoverage(simplified({west, east}, 5), 0);
}

TEST(SimplifyCoverage, units_without_common_company_do_not_hold_each_other_up) {
    const std::vector<MultiPolygon> maps{between(wave(0, 1), wave(50, 1)),
                                         between(wave(0.3, 1), wave(50.3, 1))};
    const auto apart = simplified(maps, 5, {1, 2}), together = simplified(maps, 5, {1, 1});
    EXPECT_EQ(pointsOf(apart[0]), 4U);
    EXPECT_EQ(pointsOf(apart[1]), 4U);
    EXPECT_GT(pointsOf(together[0]) + pointsOf(together[1]), 8U);
}

TEST(SimplifyCoverage, coarser_levels_have_points_of_finer_ones_only) {
    Coverage coverage =
        coverageOf({between(wave(0, 3), wave(50, 7)), between(wave(50, 7), wave(90, 1))});
    std::set<std::pair<double, double>> before;
    std::size_t count = coverage.liveVertices();
    for (const double steps : {0.5, 2.0, 5.0, 20.0}) {
        ASSERT_TRUE(simplify(coverage, steps * metresPerStep));
        expectCoverage(shapesOf(coverage), 0);
        std::set<std::pair<double, double>> now;
        for (const MultiPolygon& shape : shapesOf(coverage))
            for (const Point point : shape[0].outer)
                now.insert({point.x, point.y});
        EXPECT_TRUE(before.empty() ||
                    std::includes(before.begin(), before.end(), now.begin(), now.end()));
        EXPECT_LT(coverage.liveVertices(), count);
        count = coverage.liveVertices();
        before = std::move(now);
    }
}

TEST(SimplifyCoverage, a_cancelled_run_says_so) {
    Coverage coverage = coverageOf({between(wave(0, 3), wave(50, 7))});
    EXPECT_FALSE(simplify(coverage, 100, [](double, const LocalText&) { return false; }));
}

} // namespace
} // namespace terroir::geometry
