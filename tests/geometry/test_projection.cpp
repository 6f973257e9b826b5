#include "core/base/error.hpp"
#include "core/geometry/projection.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>

namespace terroir::geometry {
namespace {

/// By Circular 973/2001/TT-TCĐC; the EPSG registry names the same provinces in its zones.
const std::pair<std::string, double> meridians[] = {
    {"01", 105},    {"02", 105.5},  {"04", 105.75}, {"06", 106.5},  {"08", 106},    {"10", 104.75},
    {"11", 103},    {"12", 103},    {"14", 104},    {"15", 104.75}, {"17", 106},    {"19", 106.5},
    {"20", 107.25}, {"22", 107.75}, {"24", 107},    {"25", 104.75}, {"26", 105},    {"27", 105.5},
    {"28", 105},    {"30", 105.5},  {"31", 105.75}, {"33", 105.5},  {"34", 105.5},  {"35", 105},
    {"36", 105.5},  {"37", 105},    {"38", 105},    {"40", 104.75}, {"42", 105.5},  {"44", 106},
    {"45", 106.25}, {"46", 107},    {"48", 107.75}, {"49", 107.75}, {"51", 108},    {"52", 108.25},
    {"54", 108.5},  {"56", 108.25}, {"58", 108.25}, {"60", 108.5},  {"62", 107.5},  {"64", 108.5},
    {"66", 108.5},  {"67", 108.5},  {"68", 107.75}, {"70", 106.25}, {"72", 105.5},  {"74", 105.75},
    {"75", 107.75}, {"77", 107.75}, {"79", 105.75}, {"80", 105.75}, {"82", 105.75}, {"83", 105.75},
    {"84", 105.5},  {"86", 105.5},  {"87", 105},    {"89", 104.75}, {"91", 104.5},  {"92", 105},
    {"93", 105},    {"94", 105.5},  {"95", 105},    {"96", 104.5}};

TEST(Vn2000, the_zone_of_every_province_has_its_central_meridian_in_proj) {
    for (const auto& [province, meridian] : meridians) {
        const std::string zone = vn2000Zone(province);
        ASSERT_FALSE(zone.empty()) << province;
        const Transform toZone("EPSG:4756", zone); // VN-2000 itself: no datum shift
        const Point onMeridian = toZone({meridian, 16});
        EXPECT_NEAR(onMeridian.x, 500000, 1e-3) << province << " " << zone;
        // Three degrees wide: the scale on the meridian is 0.9999.
        EXPECT_NEAR(toZone({meridian, 16.1}).y - onMeridian.y, 0.9999 * 11066.5, 1) << province;
    }
}

TEST(Vn2000, lai_chau_and_son_la_have_their_known_zones) {
    EXPECT_EQ(vn2000Zone("12"), "EPSG:9205");
    EXPECT_EQ(vn2000Zone("14"), "EPSG:9206");
}

TEST(Vn2000, an_unknown_province_has_no_zone) {
    EXPECT_EQ(vn2000Zone("03"), "");
    EXPECT_EQ(vn2000Zone("1"), "");
    EXPECT_EQ(vn2000Zone(""), "");
}

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

} // namespace
} // namespace terroir::geometry
