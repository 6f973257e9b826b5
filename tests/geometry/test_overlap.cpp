#include "core/geometry/overlap.hpp"
#include "core/geometry/topology.hpp"

#include <gtest/gtest.h>

namespace terroir::geometry {
namespace {

MultiPolygon unitSquare(double x, double y) {
    return {{{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}}, {}}};
}

TEST(OverlapSweep, finds_the_ground_that_two_shapes_claim) {
    OverlapSweep sweep;
    std::vector<Overlap> found;
    sweep.add(10, unitSquare(0, 0), found);
    sweep.add(11, unitSquare(5, 0), found);
    sweep.add(12, unitSquare(0.5, 0.5), found);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].first, 10U);
    EXPECT_EQ(found[0].second, 12U);
    EXPECT_DOUBLE_EQ(areaOf(found[0].shape), 0.25);
}

TEST(OverlapSweep, neighbours_that_share_an_edge_or_a_corner_do_not_overlap) {
    OverlapSweep sweep;
    std::vector<Overlap> found;
    sweep.add(0, unitSquare(0, 0), found);
    sweep.add(1, unitSquare(1, 0), found);
    sweep.add(2, unitSquare(0, 1), found);
    sweep.add(3, unitSquare(1, 1), found);
    sweep.add(4, {}, found);
    EXPECT_TRUE(found.empty());
}

} // namespace
} // namespace terroir::geometry
