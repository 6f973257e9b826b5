#include "core/geometry/mercator.hpp"
#include "core/page/outlines.hpp"
#include "tests/page/page_reader.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace terroir::page {
namespace {

using geometry::MultiPolygon;
using geometry::Point;

/// From 103° east and 22° north; a step is 100 m of the projection.
Grid grid() {
    const Point corner = geometry::toMercator({103, 22});
    return {corner.x, corner.y, 100};
}

MultiPolygon box(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}};
}

double areaOf(const StepRing& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice / 2);
}

TEST(Outlines, a_border_that_two_units_share_is_written_once) {
    Outlines outlines;
    EXPECT_EQ(outlines.add(box(103, 21, 104, 22)), 0U);
    EXPECT_EQ(outlines.add(box(104, 21, 105, 22)), 1U);
    const EncodedOutlines encoded = std::move(outlines).encode(grid());
    // The border and, of each unit, the rest.
    EXPECT_EQ(readLines(encoded.arcs).size(), 3U);
    EXPECT_EQ(encoded.points, 2U + 4U + 4U);
    const auto shapes = readShapes(encoded.shapes, encoded.arcs);
    ASSERT_EQ(shapes.size(), 2U);
    for (const auto& rings : shapes) {
        ASSERT_EQ(rings.size(), 1U);
        EXPECT_EQ(rings[0].size(), 4U);
    }
}

TEST(Outlines, a_province_has_the_very_lines_of_its_districts) {
    Outlines outlines;
    outlines.add(box(103, 21, 104, 22));
    outlines.add(box(104, 21, 105, 22));
    const std::size_t points = std::move(outlines).encode(grid()).points;
    Outlines again;
    again.add(box(103, 21, 104, 22));
    again.add(box(104, 21, 105, 22));
    again.add(
        {{{{103, 21}, {104, 21}, {105, 21}, {105, 22}, {104, 22}, {103, 22}, {103, 21}}, {}}});
    const EncodedOutlines encoded = std::move(again).encode(grid());
    EXPECT_EQ(encoded.points, points);
    const auto shapes = readShapes(encoded.shapes, encoded.arcs);
    EXPECT_NEAR(areaOf(shapes[2][0]), areaOf(shapes[0][0]) + areaOf(shapes[1][0]), 1);
}

TEST(Outlines, steps_go_south_and_east_and_are_rounded_to_the_grid) {
    Outlines outlines;
    outlines.add(box(103.5, 21.5, 103.6, 21.6));
    const EncodedOutlines encoded = std::move(outlines).encode(grid());
    const auto shapes = readShapes(encoded.shapes, encoded.arcs);
    for (const Point& point : shapes[0][0]) {
        EXPECT_TRUE(std::abs(point.x - 556.6) < 1 || std::abs(point.x - 667.9) < 1) << point.x;
        EXPECT_GT(point.y, 0);
        EXPECT_EQ(point.x, std::round(point.x));
    }
}

TEST(Outlines, holes_and_islands_are_rings_of_one_shape) {
    MultiPolygon shape = box(103, 21, 104, 22);
    shape[0].holes.push_back(box(103.4, 21.4, 103.6, 21.6)[0].outer);
    shape.push_back(box(104.5, 21, 104.6, 21.1)[0]);
    Outlines outlines;
    outlines.add(shape);
    outlines.add({});                            // a unit without ground
    outlines.add(box(103.4, 21.4, 103.6, 21.6)); // what fills the hole
    const EncodedOutlines encoded = std::move(outlines).encode(grid());
    const auto shapes = readShapes(encoded.shapes, encoded.arcs);
    ASSERT_EQ(shapes.size(), 3U);
    EXPECT_EQ(shapes[0].size(), 3U);
    EXPECT_EQ(shapes[1].size(), 0U);
    EXPECT_EQ(shapes[2].size(), 1U);
    EXPECT_EQ(readLines(encoded.arcs).size(), 3U) << "the hole is the island's own line";
}

TEST(Outlines, open_lines_keep_their_points_in_order) {
    Outlines outlines;
    outlines.addLine({{103, 22}, {103.1, 21.9}, {103.2, 22}});
    EXPECT_EQ(outlines.addLine({{104, 22}, {104, 21}}), 1U);
    EXPECT_EQ(outlines.addLine({{103, 22}, {103.1, 21.9}, {103.2, 22}}), 0U) << "as before";
    const auto lines = readLines(std::move(outlines).encode(grid()).lines);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].size(), 3U);
    EXPECT_EQ(lines[0][0], (Point{0, 0}));
    EXPECT_EQ(lines[1][0].x, std::round(111319.49 / 100));
}

} // namespace
} // namespace terroir::page
