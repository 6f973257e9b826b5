#include "core/geometry/dissolve.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace terroir::geometry {
namespace {

MultiPolygon box(double x, double y, double width, double height) {
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

bool isValid(const MultiPolygon& shape) {
    bool repaired = false;
    madeValid(shape, repaired);
    return !repaired;
}

struct Case {
    const char* name;
    std::vector<MultiPolygon> shapes;
    std::size_t polygons, holes;
    double area;
};

TEST(Dissolve, common_edges_go_and_the_others_make_rings) {
    std::vector<MultiPolygon> frame; // eight of nine fields
    for (int i = 0; i < 9; ++i)
        if (i != 4)
            frame.push_back(box(i % 3, i / 3, 1, 1));
    MultiPolygon turned = box(1, 0, 1, 1);
    std::reverse(turned[0].outer.begin(), turned[0].outer.end());
    const MultiPolygon holed{{box(0, 0, 3, 3)[0].outer, {box(1, 1, 1, 1)[0].outer}}};
    const Case cases[] = {
        {"neighbours", {box(0, 0, 1, 1), box(1, 0, 1, 1)}, 1, 0, 2},
        {"either direction", {box(0, 0, 1, 1), turned}, 1, 0, 2},
        {"apart", {box(0, 0, 1, 1), box(5, 0, 1, 1)}, 2, 0, 2},
        {"touching in a corner", {box(0, 0, 1, 1), box(1, 1, 1, 1)}, 2, 0, 2},
        {"around a hole", frame, 1, 1, 8},
        {"an enclave fills its hole", {holed, box(1, 1, 1, 1)}, 1, 0, 9},
        {"an island in a hole", {holed, box(1.25, 1.25, 0.5, 0.5)}, 2, 1, 8.25},
        {"one on the other's ground", {box(0, 0, 3, 3), box(1, 1, 1, 1)}, 1, 0, 9},
        {"nothing", {}, 0, 0, 0},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(one.name);
        const auto joined = dissolve(one.shapes);
        ASSERT_TRUE(joined.has_value());
        EXPECT_TRUE(isValid(*joined));
        EXPECT_EQ(joined->size(), one.polygons);
        std::size_t holes = 0;
        for (const Polygon& polygon : *joined)
            holes += polygon.holes.size();
        EXPECT_EQ(holes, one.holes);
        EXPECT_DOUBLE_EQ(areaOf(*joined), one.area);
    }
}

TEST(Dissolve, two_shapes_on_one_side_of_an_edge_are_refused) {
    EXPECT_FALSE(dissolve(std::vector{box(0, 0, 1, 1), box(0, 0, 1, 1)}).has_value());
}

TEST(Dissolve, a_union_of_overlapping_shapes_is_still_exact) {
    EXPECT_DOUBLE_EQ(areaOf(unionOf(std::vector{box(0, 0, 2, 2), box(1, 1, 2, 2)})), 7);
    EXPECT_DOUBLE_EQ(areaOf(unionOf(std::vector{box(0, 0, 3, 3), box(1, 1, 1, 1)})), 9);
}

} // namespace
} // namespace terroir::geometry
