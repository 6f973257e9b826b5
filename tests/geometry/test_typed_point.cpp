#include "core/geometry/typed_point.hpp"

#include <gtest/gtest.h>

namespace terroir::geometry {
namespace {

TEST(TypedPoint, is_read_however_people_write_it) {
    constexpr const char* zone = "EPSG:9205"; // Lai Châu, 103°00'
    for (const char* text : {"22.36, 103.7", "22.36 103.7", "22,36; 103,7", "22,36 103,7",
                             "103.7, 22.36", "22°21'36\"B 103°42'Đ", "22°21'36\"N, 103°42'E",
                             "22° 21' 36\" B, 103° 42' Đ", "  22.36,103.7 ", "22.36°N 103.7°E"}) {
        const auto point = typedPoint(text, zone);
        ASSERT_TRUE(point) << text;
        EXPECT_NEAR(point->lonLat.x, 103.7, 1e-9) << text;
        EXPECT_NEAR(point->lonLat.y, 22.36, 1e-9) << text;
        EXPECT_EQ(point->system, "") << text;
    }
}

TEST(TypedPoint, of_vn2000_is_read_in_the_zone_and_says_so) {
    for (const char* text :
         {"2473000 572000", "572000, 2473000", "2473000; 572000", "2.473.000,0; 572.000,0"}) {
        const auto point = typedPoint(text, "EPSG:9205");
        ASSERT_TRUE(point) << text;
        EXPECT_NEAR(point->lonLat.x, 103.7, 0.02) << text;
        EXPECT_NEAR(point->lonLat.y, 22.35, 0.02) << text;
        EXPECT_EQ(point->system, "VN-2000 103°00'") << text;
        EXPECT_FALSE(typedPoint(text, "")) << "of no known zone";
    }
}

TEST(TypedPoint, is_no_name_no_number_and_no_place_abroad) {
    for (const char* text : {"", "22.36", "22.36,", "Bản Bo", "xã 5", "12 13", "48.85, 2.35",
                             "chè 22.36, 103.7", "22.36, 103.7, 5", "03391", "0 0"})
        EXPECT_FALSE(typedPoint(text, "EPSG:9205")) << text;
}

} // namespace
} // namespace terroir::geometry
