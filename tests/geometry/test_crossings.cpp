#include "core/base/error.hpp"
#include "core/geometry/crossings.hpp"
#include "core/geometry/topology.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace terroir::geometry {
namespace {

/// A star of an odd number of corners, each edge of which crosses nearly all others.
MultiPolygon star(std::size_t corners) {
    Ring ring;
    for (std::size_t i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * double(i * (corners / 2) % corners) /
                             double(corners);
        ring.push_back({std::cos(angle), std::sin(angle)});
    }
    ring.back() = ring.front();
    return {{ring, {}}};
}

/// A border of many corners that winds, and crosses itself at `loops` of them.
MultiPolygon border(std::size_t corners, std::size_t loops) {
    Ring ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * double(i) / double(corners);
        const double radius = 1 + 0.2 * std::sin(40 * angle) + 1e-5 * double(i % 2);
        ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    for (std::size_t i = 0; i < loops; ++i)
        std::swap(ring[i * (corners / loops) + 1], ring[i * (corners / loops) + 3]);
    ring.push_back(ring.front());
    return {{ring, {}}};
}

TEST(Crossings, of_a_star_of_five_corners_are_five) {
    EXPECT_TRUE(crossesOftenerThan(star(5), 4));
    EXPECT_FALSE(crossesOftenerThan(star(5), 5));
}

TEST(Crossings, edges_that_touch_or_meet_at_corners_do_not_cross) {
    const MultiPolygon touching = {
        {{{0, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 0}}, {{{0, 0}, {1, 2}, {1, 1}, {0, 0}}}}};
    EXPECT_FALSE(crossesOftenerThan(touching, 0));
}

TEST(MadeValid, refuses_what_crosses_itself_without_end_instead_of_filling_the_memory) {
    bool repaired = false;
    try {
        madeValid(star(3001), repaired);
        ADD_FAILURE();
    } catch (const GeometryError& error) {
        EXPECT_NE(std::string(error.what()).find("crosses itself more than 100000 times"),
                  std::string::npos)
            << error.what();
    }
}

TEST(MadeValid, repairs_a_border_of_200_000_corners_that_crosses_itself_here_and_there) {
    bool repaired = false;
    const MultiPolygon drawn = border(200'000, 500);
    EXPECT_TRUE(crossesOftenerThan(drawn, 100));
    const MultiPolygon valid = madeValid(drawn, repaired);
    EXPECT_TRUE(repaired);
    EXPECT_NEAR(areaOf(valid), areaOf(border(200'000, 1)), 1e-3);
}

} // namespace
} // namespace terroir::geometry
