#include "core/geometry/mercator.hpp"
#include "core/geometry/projection.hpp"

#include <gtest/gtest.h>

namespace terroir::geometry {
namespace {

// Lai Châu, Hà Nội, Cà Mau, Trường Sa, and the middle of nowhere.
const Point places[] = {{103.47, 22.4}, {105.85, 21.03}, {105.15, 9.18}, {114.3, 10.4}, {0, 0}};

TEST(Mercator, is_that_of_epsg_3857) {
    const Transform reference("EPSG:4326", "EPSG:3857");
    for (const Point& place : places) {
        const Point ours = toMercator(place), theirs = reference(place);
        EXPECT_NEAR(ours.x, theirs.x, 1e-6) << place.x;
        EXPECT_NEAR(ours.y, theirs.y, 1e-6) << place.y;
    }
}

TEST(Mercator, comes_back) {
    for (const Point& place : places) {
        const Point back = fromMercator(toMercator(place));
        EXPECT_NEAR(back.x, place.x, 1e-12);
        EXPECT_NEAR(back.y, place.y, 1e-12);
    }
}

TEST(Mercator, a_kilometre_in_lai_chau_is_eight_percent_longer) {
    EXPECT_NEAR(mercatorStretch(toMercator(Point{103.47, 22.4})), 1.0816, 1e-4);
    EXPECT_NEAR(mercatorStretch(toMercator(Point{105, 0})), 1, 1e-12);
}

TEST(Mercator, a_shape_keeps_its_rings) {
    const MultiPolygon shape{{{{103, 22}, {104, 22}, {104, 23}, {103, 22}}, {{{103.5, 22.2}}}}, {}};
    const MultiPolygon out = toMercator(shape);
    ASSERT_EQ(out.size(), 2U);
    EXPECT_EQ(out[0].outer.front(), toMercator(Point{103, 22}));
    EXPECT_EQ(out[0].holes.front().front(), toMercator(Point{103.5, 22.2}));
    EXPECT_TRUE(out[1].outer.empty());
}

} // namespace
} // namespace terroir::geometry
