#include "core/base/error.hpp"
#include "core/geometry/projection.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>

namespace terroir::geometry {
namespace {

TEST(Transform, goes_to_a_zone_and_back) {
    const Transform there("EPSG:4326", "EPSG:9205"), back("EPSG:9205", "EPSG:4326");
    const Point tamDuong{103.62, 22.32};
    const Point projected = there(tamDuong);
    EXPECT_NEAR(projected.x, 563800, 1000);
    EXPECT_NEAR(projected.y, 2468500, 1000);
    EXPECT_NEAR(back(projected).x, tamDuong.x, 1e-7);
    EXPECT_NEAR(back(projected).y, tamDuong.y, 1e-7);
}

TEST(Transform, an_unknown_system_is_refused_by_name) {
    try {
        Transform("EPSG:4326", "EPSG:999999");
        FAIL() << "an unknown system was accepted";
    } catch (const GeometryError& error) {
        EXPECT_NE(std::string(error.what()).find("EPSG:999999"), std::string::npos);
    }
}

TEST(Transform, a_point_outside_the_world_is_refused) {
    EXPECT_THROW(Transform("EPSG:4326", "EPSG:9205")({103, 1234}), GeometryError);
    MultiPolygon shape{{{{103, 22}, {104, 22}, {103, 1234}, {103, 22}}, {}}};
    EXPECT_THROW(Transform("EPSG:4326", "EPSG:9205").apply(shape), GeometryError);
}

TEST(LocalProjection, keeps_lengths_of_a_province_within_a_thousandth) {
    const Box laiChau{102.32, 21.68, 103.99, 22.81};
    const Transform local("EPSG:4326", localProjection(laiChau));
    const Point west = local({102.32, 22.2}), next = local({102.33, 22.2});
    // 0.01° of longitude at 22.2° N on WGS 84
    EXPECT_NEAR(std::hypot(next.x - west.x, next.y - west.y), 1031.2, 1.0);
    EXPECT_THROW(localProjection(Box{}), GeometryError);
}

TEST(EllipsoidalArea, of_a_degree_cell_agrees_with_the_ellipsoid_and_lakes_are_taken_off) {
    const Polygon cell{{{103, 22}, {104, 22}, {104, 23}, {103, 23}, {103, 22}}, {}};
    // Area between the parallels is 11394.29 km²; geodesics bulge a little to the pole.
    EXPECT_NEAR(ellipsoidalAreaKm2({cell}), 11394.29, 0.5);
    Polygon withLake = cell;
    withLake.holes.push_back(
        {{103.4, 22.4}, {103.6, 22.4}, {103.6, 22.6}, {103.4, 22.6}, {103.4, 22.4}});
    EXPECT_NEAR(ellipsoidalAreaKm2({cell}) - ellipsoidalAreaKm2({withLake}), 455.777, 0.01);
    EXPECT_EQ(ellipsoidalAreaKm2({}), 0);
}

TEST(PlaneSystem, metres_are_told_from_degrees_and_feet) {
    EXPECT_TRUE(isInMetres("EPSG:9205"));
    EXPECT_TRUE(isInMetres("EPSG:3405"));
    EXPECT_FALSE(isInMetres("EPSG:4326"));
    EXPECT_FALSE(isInMetres("EPSG:4978")) << "metres from the centre of the earth";
    EXPECT_FALSE(isInMetres("EPSG:2263")) << "feet of New York";
    EXPECT_THROW(isInMetres("EPSG:999999"), GeometryError);
}

} // namespace
} // namespace terroir::geometry
