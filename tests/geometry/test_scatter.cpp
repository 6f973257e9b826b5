#include "core/geometry/scatter.hpp"
#include "core/geometry/topology.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace terroir::geometry {
namespace {

MultiPolygon box(double minX, double minY, double maxX, double maxY) {
    return {{{{minX, minY}, {maxX, minY}, {maxX, maxY}, {minX, maxY}, {minX, minY}}, {}}};
}

/// A square with a square hole in its middle.
MultiPolygon ring() {
    MultiPolygon shape = box(0, 0, 10, 10);
    shape[0].holes.push_back({{3, 3}, {3, 7}, {7, 7}, {7, 3}, {3, 3}});
    return shape;
}

double leastDistance(const std::vector<Point>& points) {
    double least = 1e300;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            least =
                std::min(least, std::hypot(points[i].x - points[j].x, points[i].y - points[j].y));
    return least;
}

TEST(Scatter, points_lie_inside_and_none_in_a_hole) {
    const MultiPolygon shape = ring();
    const std::vector<Point> points = scatter(shape, 500, 7);
    ASSERT_EQ(points.size(), 500U);
    for (const Point& point : points)
        EXPECT_TRUE(contains(shape, point)) << point.x << " " << point.y;
}

TEST(Scatter, the_same_seed_gives_the_same_points_on_every_machine) {
    EXPECT_EQ(scatter(ring(), 200, 42), scatter(ring(), 200, 42));
    EXPECT_NE(scatter(ring(), 200, 42), scatter(ring(), 200, 43));
    // Written down once: integers and divisions by powers of two are alike everywhere.
    SeededNumbers numbers(0);
    EXPECT_EQ(numbers.next(), 0xe220a8397b1dcdafULL);
    EXPECT_EQ(numbers.next(), 0x6e789e6aa1b965f4ULL);
    const std::vector<Point> points = scatter(box(0, 0, 8, 8), 3, 0);
    ASSERT_EQ(points.size(), 3U);
    SeededNumbers again(0);
    again.next();
    EXPECT_EQ(points[0].x, 8 * again.share());
    EXPECT_EQ(points[0].y, 8 * again.share());
}

TEST(Scatter, points_stay_apart_without_a_pattern) {
    for (const std::size_t count : {10U, 100U, 2000U}) {
        const std::vector<Point> points = scatter(ring(), count, 5);
        const double own = std::sqrt(84.0 / double(count)); // side of the square of each
        EXPECT_GT(leastDistance(points), 0.4 * own) << count;
    }
}

TEST(Scatter, each_part_has_its_share_however_far_apart_they_lie) {
    MultiPolygon parts = box(0, 0, 3, 3);
    parts.push_back(box(5000, 0, 5001, 1)[0]);
    const std::vector<Point> points = scatter(parts, 1000, 1);
    const auto inSmall = std::count_if(points.begin(), points.end(),
                                       [](const Point& point) { return point.x > 4000; });
    EXPECT_NEAR(double(inSmall), 100, 30);
}

TEST(Scatter, ground_that_is_hardly_there_has_its_points_all_the_same) {
    EXPECT_TRUE(scatter({}, 5, 1).empty());
    EXPECT_TRUE(scatter(ring(), 0, 1).empty());
    EXPECT_EQ(scatter(box(1, 1, 1, 3), 4, 1), std::vector<Point>(4, {1, 2})) << "no area";
    const MultiPolygon sliver{{{{0, 0}, {1000, 1000}, {1000, 1000.5}, {0, 0}}, {}}};
    EXPECT_EQ(scatter(sliver, 50, 1).size(), 50U);
}

} // namespace
} // namespace terroir::geometry
