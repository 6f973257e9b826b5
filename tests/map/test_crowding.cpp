#include "core/map/crowding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace terroir::map {
namespace {

using geometry::Box;

/// Every box with every box before it.
double shareUnderOthers(const std::vector<Box>& boxes) {
    double all = 0, shared = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        all += boxes[i].width() * boxes[i].height();
        for (std::size_t k = 0; k < i; ++k) {
            const Box &a = boxes[i], &b = boxes[k];
            const double width = std::min(a.maxX, b.maxX) - std::max(a.minX, b.minX);
            const double height = std::min(a.maxY, b.maxY) - std::max(a.minY, b.minY);
            shared += width > 0 && height > 0 ? width * height : 0;
        }
    }
    return all > 0 ? shared / all : 0;
}

TEST(Crowding, is_what_comparing_every_symbol_with_every_other_says) {
    std::mt19937 random(1);
    const auto upTo = [&](double most) { return double(random() % 100'000) / 100'000 * most; };
    int crowded = 0, loose = 0;
    for (int round = 0; round < 300; ++round) {
        // From loose to crowded, of one size or of very different ones.
        const double side = 20 + upTo(400), size = 1 + upTo(12);
        std::vector<Box> boxes;
        for (std::size_t i = 0, count = random() % 120; i < count; ++i) {
            const double width = round % 3 == 0 ? size : upTo(size), height = width / 2;
            const double x = upTo(side), y = upTo(side);
            boxes.push_back({x, y, x + width, y + height});
        }
        const double share = shareUnderOthers(boxes);
        // At the very share, too: the sum is made in the same order.
        for (const double limit : {0.0, 0.1, 0.2, share}) {
            EXPECT_EQ(map::areCrowded(boxes, limit), share > limit) << "round " << round;
            ++(share > limit ? crowded : loose);
        }
    }
    EXPECT_GT(crowded, 200);
    EXPECT_GT(loose, 200);
}

TEST(Crowding, nothing_is_not_crowded) {
    EXPECT_FALSE(map::areCrowded({}, 0));
    EXPECT_FALSE(map::areCrowded(std::vector<Box>{{1, 1, 1, 1}, {1, 1, 1, 1}}, 0)) << "no area";
    EXPECT_FALSE(map::areCrowded(std::vector<Box>{{0, 0, 1, 1}, {1, 0, 2, 1}}, 0))
        << "side by side";
    EXPECT_TRUE(map::areCrowded(std::vector<Box>{{0, 0, 1, 1}, {0.9, 0, 2, 1}}, 0));
}

TEST(Crowding, a_few_pairs_that_cover_each_other_are_not_many) {
    std::vector<Box> boxes; // pairs far apart: a large box, and a small one that lies half in it
    const auto addPair = [&](double inside) {
        const double x = 30 * double(boxes.size());
        boxes.push_back({x, 0, x + 10, 10});
        boxes.push_back({x + 10 - inside, 0, x + 14 - inside, 4});
    };
    addPair(1.9); // less than half of the small one
    for (int i = 0; i < 3; ++i)
        addPair(2.1);
    EXPECT_TRUE(map::haveCoveredPairs(boxes, 2));
    EXPECT_FALSE(map::haveCoveredPairs(boxes, 3));
    EXPECT_FALSE(map::haveCoveredPairs({}, 0));
}

} // namespace
} // namespace terroir::map
