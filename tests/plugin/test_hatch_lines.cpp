#include "plugin/thematic/hatch_lines.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace terroir::thematic {
namespace {

using Rings = std::vector<std::vector<geometry::Point>>;

const Rings square = {{{0, 0}, {20, 0}, {20, 20}, {0, 20}, {0, 0}}};
const Rings squareWithHole = {{{0, 0}, {20, 0}, {20, 20}, {0, 20}, {0, 0}},
                              {{5, 5}, {15, 5}, {15, 15}, {5, 15}, {5, 5}}};

double totalLength(const std::vector<QLineF>& lines) {
    double length = 0;
    for (const QLineF& line : lines)
        length += line.length();
    return length;
}

TEST(HatchLines, lines_a_millimetre_apart_are_as_long_as_the_area_is_large) {
    for (const Direction direction : {Direction::Rising, Direction::Falling}) {
        EXPECT_NEAR(totalLength(hatchLines(square, direction, 1)), 400, 4);
        EXPECT_NEAR(totalLength(hatchLines(squareWithHole, direction, 1)), 300, 4);
    }
}

TEST(HatchLines, rising_lines_go_up_to_the_right_and_falling_ones_down) {
    for (const QLineF& line : hatchLines(square, Direction::Rising, 1))
        EXPECT_NEAR(line.dx(), -line.dy(), 1e-9);
    for (const QLineF& line : hatchLines(square, Direction::Falling, 1))
        EXPECT_NEAR(line.dx(), line.dy(), 1e-9);
}

TEST(HatchLines, no_line_crosses_a_hole) {
    for (const QLineF& line : hatchLines(squareWithHole, Direction::Rising, 1)) {
        const QPointF middle = line.center();
        EXPECT_FALSE(middle.x() > 5 && middle.x() < 15 && middle.y() > 5 && middle.y() < 15);
    }
}

TEST(HatchLines, neighbours_share_the_lines_of_one_page_grid) {
    const Rings right = {{{20, 0}, {40, 0}, {40, 20}, {20, 20}, {20, 0}}};
    for (const Rings& rings : {square, right})
        for (const QLineF& line : hatchLines(rings, Direction::Rising, 1.5)) {
            const double across = (line.x1() + line.y1()) * std::sqrt(0.5) / 1.5;
            EXPECT_NEAR(across, std::round(across), 1e-6);
        }
}

TEST(HatchLines, dots_lie_inside_and_not_in_holes) {
    const auto dots = hatchDots(squareWithHole, 1);
    EXPECT_NEAR(static_cast<double>(dots.size()), 300, 30);
    for (const QPointF& dot : dots)
        EXPECT_FALSE(dot.x() > 5 && dot.x() < 15 && dot.y() > 5 && dot.y() < 15);
}

TEST(HatchLines, dashes_run_on_around_a_corner) {
    const auto dashes = dashesAlong({{0, 0}, {5, 0}, {5, 5}}, 2, 1);
    EXPECT_NEAR(totalLength(dashes), 7, 1e-9); // 0–2, 3–5, 6–8, 9–10
    EXPECT_EQ(dashes.size(), 4U);
    EXPECT_EQ(dashes[2], QLineF(5, 1, 5, 3));
}

TEST(HatchLines, an_area_without_points_has_no_lines) {
    EXPECT_TRUE(hatchLines({}, Direction::Rising, 1).empty());
    EXPECT_TRUE(hatchDots({{}}, 1).empty());
}

} // namespace
} // namespace terroir::thematic
