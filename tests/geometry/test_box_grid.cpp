#include "core/geometry/box_grid.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <vector>

using namespace terroir::geometry;

namespace {

/// Boxes of up to `size` on a ground of that width and height, some of them beyond it.
std::vector<Box> scattered(std::size_t count, double side, double size, std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto upTo = [&](double most) { return double(random() % 100'000) / 100'000 * most; };
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = upTo(1.2 * side) - 0.1 * side, y = upTo(1.2 * side) - 0.1 * side;
        boxes.push_back({x, y, x + upTo(size), y + upTo(size)});
    }
    return boxes;
}

bool touch(const Box& a, const Box& b) {
    return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

} // namespace

TEST(BoxGrid, every_box_that_touches_is_met_once) {
    for (const double cell : {0.5, 7.0, 1000.0}) {
        const std::vector<Box> boxes = scattered(300, 100, 12, 1);
        BoxGrid grid({0, 0, 100, 100}, cell);
        for (const Box& box : boxes)
            grid.add(box);
        for (const Box& asked : scattered(100, 100, 20, 2)) {
            std::multiset<std::size_t> met;
            EXPECT_FALSE(grid.anyNear(asked, [&](std::size_t number) {
                met.insert(number);
                return false;
            }));
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                EXPECT_LE(met.count(i), 1U);
                if (touch(boxes[i], asked)) {
                    EXPECT_EQ(met.count(i), 1U) << i << " by cells of " << cell;
                }
            }
        }
    }
}

TEST(BoxGrid, a_ground_without_extent_still_holds_boxes) {
    for (const Box& ground : {Box{}, Box{5, 5, 5, 5}, Box{0, 0, 100, 0}}) {
        BoxGrid grid(ground, 1);
        grid.add({5, 0, 6, 1});
        EXPECT_TRUE(grid.anyNear({5.5, 0.5, 7, 7}, [](std::size_t) { return true; }));
    }
}

TEST(BoxGrid, a_look_up_meets_as_few_of_many_boxes_as_of_few) {
    for (const std::size_t count : {100U, 1'000U, 30'000U}) {
        // As dense whatever their number.
        const double side = 10 * std::sqrt(double(count));
        BoxGrid grid({-side / 10, -side / 10, 1.1 * side + 10, 1.1 * side + 10}, 10);
        for (const Box& box : scattered(count, side, 10, 3))
            grid.add(box);
        std::size_t met = 0;
        for (std::size_t i = 0; i < count; ++i)
            grid.anyNear(grid[i], [&](std::size_t) { return ++met == 0; });
        EXPECT_LT(met, 8 * count) << count << " boxes";
    }
}
