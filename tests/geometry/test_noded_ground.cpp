#include "core/geometry/edge_nodes.hpp"
#include "core/geometry/noded_ground.hpp"
#include "core/geometry/power_cells.hpp"
#include "core/geometry/topology.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace terroir::geometry {
namespace {

MultiPolygon oblongOf(double x, double y, double width, double height) {
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

MultiPolygon joinedWith(MultiPolygon shape, const MultiPolygon& other) {
    shape.insert(shape.end(), other.begin(), other.end());
    return shape;
}

MultiPolygon cutOutOf(MultiPolygon shape, const MultiPolygon& hole) {
    shape[0].holes.push_back(hole[0].outer);
    return shape;
}

bool areAlike(const MultiPolygon& a, const MultiPolygon& b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const Polygon& one, const Polygon& other) {
               return one.outer == other.outer && one.holes == other.holes;
           });
}

/// An island with bays, and another one beside it; the first has a lake.
MultiPolygon islands() {
    MultiPolygon ground;
    for (const double middle : {2.7, 7.9}) {
        Ring ring;
        for (int i = 0; i < 97; ++i) {
            const double angle = 2 * 3.14159265358979 * i / 97, r = 2 + 0.4 * std::sin(9 * angle);
            ring.push_back({middle + r * std::cos(angle), 5 + 2 * r * std::sin(angle)});
        }
        ring.push_back(ring.front());
        ground.push_back({ring, {}});
    }
    return cutOutOf(ground, {{{{2, 4}, {2.1, 6}, {3.3, 5.7}, {3, 4.2}, {2, 4}}, {}}});
}

} // namespace

TEST(NodedGround, takes_the_part_that_geos_finds_to_the_last_bit) {
    const MultiPolygon ground = islands();
    for (const int count : {1, 2, 9, 80, 700}) {
        std::vector<WeightedSite> sites;
        for (int i = 1; i <= count; ++i)
            sites.push_back(
                {{10.6 * std::fmod(i * 0.754877666, 1), 10 * std::fmod(i * 0.569840291, 1)},
                 0.1 * (i % 3)});
        const std::vector<MultiPolygon> cells = powerCells(sites, boxOf(ground));
        EdgeNodes nodes;
        for (const MultiPolygon& cell : cells)
            nodes.cross(cell, ground);
        const NodedGround noded(nodes.applied(ground));
        std::size_t parts = 0;
        for (const MultiPolygon& cell : cells) {
            const MultiPolygon shape = nodes.applied(cell);
            const auto part = noded.partOf(shape);
            ASSERT_TRUE(part);
            const bool isInside = areAlike(*part, shape);
            const MultiPolygon common = intersectionOf(shape, noded.ground());
            if (isInside)
                EXPECT_DOUBLE_EQ(areaOf(shape), areaOf(common));
            else
                EXPECT_TRUE(areAlike(*part, common));
            parts += part->size();
        }
        EXPECT_GE(parts, 2U);
    }
}

TEST(NodedGround, shapes_that_touch_hold_or_miss_the_ground) {
    struct Case {
        const char* what;
        MultiPolygon shape, ground;
        double area;
        std::size_t polygons, holes;
    };
    const MultiPolygon ring = cutOutOf(oblongOf(0, 0, 9, 9), oblongOf(3, 3, 3, 3));
    const std::vector<Case> cases{
        {"inside", oblongOf(1, 1, 1, 1), oblongOf(0, 0, 9, 9), 1, 1, 0},
        {"around all of it", oblongOf(0, 0, 9, 9), oblongOf(1, 1, 1, 1), 1, 1, 0},
        {"the same", ring, ring, 72, 1, 1},
        {"elsewhere", oblongOf(20, 0, 1, 1), ring, 0, 0, 0},
        {"in its lake", oblongOf(4, 4, 1, 1), ring, 0, 0, 0},
        {"fills its lake", oblongOf(3, 3, 3, 3), ring, 0, 0, 0},
        {"around its lake", oblongOf(2, 2, 5, 5), ring, 16, 1, 1},
        {"beside it, with an edge in common", oblongOf(9, 0, 3, 9), ring, 0, 0, 0},
        {"at its corner", oblongOf(9, 9, 1, 1), ring, 0, 0, 0},
        {"inside, with an edge in common",
         {{{{0, 0}, {9, 0}, {4, 2}, {0, 0}}, {}}},
         oblongOf(0, 0, 9, 9),
         9,
         1,
         0},
        {"two islands", oblongOf(0, 0, 9, 9),
         joinedWith(oblongOf(1, 1, 1, 1), oblongOf(5, 5, 2, 2)), 5, 2, 0},
        {"across two islands", oblongOf(0, 2, 9, 2),
         joinedWith(oblongOf(1, 1, 1, 5), oblongOf(5, 1, 2, 5)), 6, 2, 0}};
    for (const Case& one : cases) {
        EdgeNodes nodes;
        nodes.cross(one.shape, one.ground);
        const auto part = NodedGround(nodes.applied(one.ground)).partOf(nodes.applied(one.shape));
        ASSERT_TRUE(part) << one.what;
        EXPECT_DOUBLE_EQ(areaOf(*part), one.area) << one.what;
        ASSERT_EQ(part->size(), one.polygons) << one.what;
        if (!part->empty()) {
            EXPECT_EQ(part->front().holes.size(), one.holes) << one.what;
        }
    }
}

TEST(NodedGround, a_crossing_without_a_corner_is_not_answered) {
    // They cross at (3, 4), which is a corner of both, and at (4, 3), which is one of neither.
    const MultiPolygon ground{{{{0, 0}, {4, 0}, {4, 4}, {3, 4}, {0, 4}, {0, 0}}, {}}},
        shape{{{{3, 3}, {7, 3}, {7, 7}, {3, 7}, {3, 4}, {3, 3}}, {}}};
    EXPECT_FALSE(NodedGround(ground).partOf(shape));
}

} // namespace terroir::geometry
