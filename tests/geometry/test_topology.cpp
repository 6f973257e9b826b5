#include "core/base/error.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace terroir::geometry {
namespace {

MultiPolygon rectangle(double x, double y, double width, double height) {
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
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

TEST(MadeValid, no_unit_has_more_than_two_million_corners) {
    const auto circle = [](std::size_t corners) {
        Ring ring;
        for (std::size_t i = 0; i <= corners; ++i) {
            const double angle = 2 * 3.14159265358979 * double(i % corners) / double(corners);
            ring.push_back({std::cos(angle), std::sin(angle)});
        }
        return MultiPolygon{{ring, {}}};
    };
    bool repaired = false;
    EXPECT_EQ(madeValid(circle(300'000), repaired).front().outer.size(), 300'001U)
        << "the most detailed provinces have some 200,000";
    try {
        madeValid(circle(2'000'000), repaired);
        FAIL() << "nothing was thrown";
    } catch (const GeometryError& error) {
        EXPECT_STREQ(error.what(), "the polygon has more than 2000000 corners");
    }
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
