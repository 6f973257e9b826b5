#include "core/base/error.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace terroir::geometry {
namespace {

MultiPolygon rectangle(double x, double y, double width, double height) {
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

double totalArea(const std::vector<MultiPolygon>& shapes) {
    return std::accumulate(
        shapes.begin(), shapes.end(), 0.0,
        [](double sum, const MultiPolygon& shape) { return sum + areaOf(shape); });
}

/// Scattered but the same in every run.
std::vector<Point> scattered(int count, double width, double height) {
    std::vector<Point> points;
    for (int i = 1; i <= count; ++i)
        points.push_back(
            {width * std::fmod(i * 0.754877666, 1), height * std::fmod(i * 0.569840291, 1)});
    return points;
}

TEST(NearestCells, the_ground_between_two_points_is_halved) {
    const std::vector<Point> sites{{1, 1}, {3, 1}};
    const auto cells = nearestCells(sites, rectangle(0, 0, 4, 2));
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_DOUBLE_EQ(areaOf(cells[0]), 4);
    EXPECT_TRUE(contains(cells[0], {1.9, 0.5}));
    EXPECT_TRUE(contains(cells[1], {2.1, 0.5}));
}

TEST(NearestCells, a_single_point_gets_the_whole_outline) {
    const std::vector<Point> sites{{1, 1}};
    const auto cells = nearestCells(sites, rectangle(0, 0, 4, 2));
    EXPECT_DOUBLE_EQ(areaOf(cells.at(0)), 8);
}

TEST(NearestCells, points_in_one_line_still_share_the_outline) {
    const std::vector<Point> sites{{1, 1}, {2, 1}, {3, 1}};
    EXPECT_NEAR(totalArea(nearestCells(sites, rectangle(0, 0, 4, 2))), 8, 1e-12);
}

TEST(NearestCells, of_equal_points_the_first_gets_the_cell) {
    const std::vector<Point> sites{{1, 1}, {3, 1}, {1, 1}};
    const auto cells = nearestCells(sites, rectangle(0, 0, 4, 2));
    EXPECT_DOUBLE_EQ(areaOf(cells[0]), 4);
    EXPECT_TRUE(cells[2].empty());
}

TEST(NearestCells, cells_cover_an_outline_with_a_lake_and_an_island_once) {
    MultiPolygon outline = rectangle(0, 0, 10, 6);
    outline[0].holes.push_back({{4, 2}, {4, 4}, {6, 4}, {6, 2}, {4, 2}});
    outline.push_back(rectangle(12, 1, 1, 1)[0]);
    const std::vector<Point> sites = scattered(200, 10, 6);
    const auto cells = nearestCells(sites, outline);
    EXPECT_NEAR(totalArea(cells), areaOf(outline), 1e-9);
    EXPECT_NEAR(areaOf(unionOf(cells)), areaOf(outline), 1e-9);
    for (std::size_t i = 0; i < cells.size(); ++i)
        for (const Polygon& part : cells[i])
            for (const Point corner : part.outer)
                for (const Point other : sites)
                    ASSERT_LE(std::hypot(corner.x - sites[i].x, corner.y - sites[i].y),
                              std::hypot(corner.x - other.x, corner.y - other.y) + 1e-9);
}

TEST(NearestCells, no_points_give_no_cells) {
    EXPECT_TRUE(nearestCells({}, rectangle(0, 0, 1, 1)).empty());
}

TEST(OpenCells, dissolve_into_one_ring_without_notches) {
    const std::vector<Point> sites = scattered(300, 2, 3);
    const auto cells = openCells(sites, Box{0, 0, 2, 3});
    const MultiPolygon all = unionOf(cells, 1e-9);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].holes.empty());
    EXPECT_NEAR(areaOf(intersectionOf(all, rectangle(0, 0, 2, 3))), 6, 1e-12);
}

TEST(Union, shapes_that_overlap_are_counted_once) {
    const std::vector<MultiPolygon> shapes{rectangle(0, 0, 2, 1), rectangle(1, 0, 2, 1)};
    EXPECT_DOUBLE_EQ(areaOf(unionOf(shapes)), 3);
    EXPECT_TRUE(unionOf({}).empty());
}

TEST(Union, shapes_that_share_part_of_an_edge_become_one) {
    const std::vector<MultiPolygon> shapes{rectangle(0, 0, 2, 2), rectangle(2, 0.5, 1, 1),
                                           rectangle(0, 2, 2, 1)};
    const MultiPolygon all = unionOf(shapes);
    EXPECT_EQ(all.size(), 1U);
    EXPECT_DOUBLE_EQ(areaOf(all), 7);
}

TEST(Union, a_shape_inside_another_is_counted_once) {
    const std::vector<MultiPolygon> shapes{rectangle(0, 0, 4, 4), rectangle(1, 1, 1, 1)};
    EXPECT_DOUBLE_EQ(areaOf(unionOf(shapes)), 16);
}

TEST(Union, a_grid_closes_gaps_below_it) {
    const std::vector<MultiPolygon> shapes{rectangle(0, 0, 1, 1), rectangle(1 + 1e-12, 0, 1, 1)};
    EXPECT_EQ(unionOf(shapes, 1e-9).size(), 1U);
}

TEST(Intersection, of_shapes_that_only_touch_is_empty) {
    EXPECT_TRUE(intersectionOf(rectangle(0, 0, 1, 1), rectangle(1, 0, 1, 1)).empty());
    EXPECT_TRUE(intersectionOf({}, rectangle(1, 0, 1, 1)).empty());
}

TEST(MadeValid, a_bow_tie_becomes_its_two_triangles) {
    bool repaired = false;
    const MultiPolygon shape =
        madeValid({{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}, {}}}, repaired);
    EXPECT_TRUE(repaired);
    EXPECT_EQ(shape.size(), 2U);
    EXPECT_DOUBLE_EQ(areaOf(shape), 2);
}

TEST(MadeValid, a_valid_shape_is_left_alone) {
    bool repaired = true;
    EXPECT_EQ(madeValid(rectangle(0, 0, 1, 1), repaired)[0].outer, rectangle(0, 0, 1, 1)[0].outer);
    EXPECT_FALSE(repaired);
}

TEST(MadeValid, open_rings_are_closed_and_rings_without_area_dropped) {
    bool repaired = false;
    const MultiPolygon shape =
        madeValid({{{{0, 0}, {1, 0}, {1, 1}}, {}}, {{{5, 5}, {6, 6}, {5, 5}}, {}}}, repaired);
    EXPECT_TRUE(repaired);
    ASSERT_EQ(shape.size(), 1U);
    EXPECT_DOUBLE_EQ(areaOf(shape), 0.5);
}

TEST(WidestPoint, of_an_l_shape_lies_in_its_thick_arm) {
    const MultiPolygon shape{{{{0, 0}, {10, 0}, {10, 1}, {4, 1}, {4, 4}, {0, 4}, {0, 0}}, {}}};
    const InnerPoint inner = widestPoint(shape, 0.01);
    EXPECT_NEAR(inner.point.x, 2, 0.3);
    EXPECT_NEAR(inner.point.y, 2, 0.3);
    EXPECT_NEAR(inner.radius, 2, 0.05);
    EXPECT_THROW(widestPoint({}, 0.01), GeometryError);
}

TEST(Contains, a_lake_is_not_inside) {
    MultiPolygon shape = rectangle(0, 0, 4, 4);
    shape[0].holes.push_back({{1, 1}, {3, 1}, {3, 3}, {1, 3}, {1, 1}});
    EXPECT_TRUE(contains(shape, {0.5, 2}));
    EXPECT_FALSE(contains(shape, {2, 2}));
    EXPECT_FALSE(contains(shape, {5, 2}));
    EXPECT_DOUBLE_EQ(areaOf(shape), 12);
}

TEST(Topology, a_ring_that_is_not_closed_is_refused_with_a_sentence) {
    try {
        intersectionOf({{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}}, rectangle(0, 0, 1, 1));
        FAIL() << "an open ring was accepted";
    } catch (const GeometryError& error) {
        EXPECT_NE(std::string(error.what()).find("closed"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace terroir::geometry
