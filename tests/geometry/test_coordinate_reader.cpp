#include "core/base/error.hpp"
#include "core/geometry/coordinate_reader.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace terroir::geometry {
namespace {

double valueOf(std::string_view text) {
    const auto read = parseCoordinate(text);
    return read ? read->value : std::nan("");
}

using Reasons = std::vector<std::string>;

TEST(CoordinateReader, decimals_are_read_in_both_ways_of_writing) {
    EXPECT_DOUBLE_EQ(valueOf("21.03"), 21.03);
    EXPECT_DOUBLE_EQ(valueOf(" 103.605 "), 103.605) << "never thousands";
    EXPECT_DOUBLE_EQ(valueOf("21,03"), 21.03);
    EXPECT_TRUE(parseCoordinate("21,03")->hasComma);
    EXPECT_FALSE(parseCoordinate("21.03")->hasComma);
    EXPECT_DOUBLE_EQ(valueOf("2.325.678,4"), 2325678.4);
    EXPECT_DOUBLE_EQ(valueOf("2 325 678"), 2325678);
    EXPECT_DOUBLE_EQ(valueOf("103.6E"), 103.6);
    EXPECT_DOUBLE_EQ(valueOf("21.03°"), 21.03);
}

TEST(CoordinateReader, degrees_minutes_and_seconds_are_read) {
    EXPECT_NEAR(valueOf("21°01'48\""), 21.03, 1e-12);
    EXPECT_NEAR(valueOf("21° 01' 48,5\" B"), 21.03 + 0.5 / 3600, 1e-12);
    EXPECT_NEAR(valueOf("105°51′Đ"), 105.85, 1e-12);
    EXPECT_NEAR(valueOf("22º15.5'N"), 22 + 15.5 / 60, 1e-12);
    EXPECT_NEAR(valueOf("22°15'30''"), 22.258333333, 1e-8);
    EXPECT_NEAR(valueOf("22o15'30''"), 22.258333333, 1e-8); // as typed without the sign
    EXPECT_TRUE(parseCoordinate("21°01'48\"")->hasMinutes);
    EXPECT_FALSE(parseCoordinate("21.03°")->hasMinutes);
}

TEST(CoordinateReader, what_is_no_number_is_none) {
    for (const char* text : {"", " ", "abc", "21.03.1", "21°75'", "°", "21°x'", "-", "N", "1e999",
                             "nan", "inf", "21;03", "21°01'48\"x", "o", "to 5", "21 độ"})
        EXPECT_FALSE(parseCoordinate(text)) << text;
}

TEST(CoordinateReader, a_point_in_vietnam_is_taken_as_it_is) {
    const CoordinateReader reader("EPSG:4326");
    const ReadPoint point = reader.read("103.6", "22.3");
    ASSERT_TRUE(point.lonLat);
    EXPECT_EQ(*point.lonLat, (Point{103.6, 22.3}));
    EXPECT_TRUE(point.reasons.empty());
}

TEST(CoordinateReader, exchanged_coordinates_are_put_right_and_said) {
    const ReadPoint point = CoordinateReader("EPSG:4326").read("22,3", "103,6");
    ASSERT_TRUE(point.lonLat);
    EXPECT_EQ(*point.lonLat, (Point{103.6, 22.3}));
    EXPECT_EQ(point.reasons, (Reasons{"decimal-comma", "coordinates-swapped"}));
}

TEST(CoordinateReader, what_is_no_place_in_vietnam_says_why) {
    const CoordinateReader reader("EPSG:4326");
    EXPECT_EQ(reader.read("", "22.3").reasons, Reasons{"no-coordinates"});
    EXPECT_EQ(reader.read("103.6", "?").reasons, Reasons{"not-a-number"});
    for (const auto& [x, y] : {std::pair{"0", "0"}, {"2.35", "48.85"}, {"-103.6", "22.3"}}) {
        const ReadPoint point = reader.read(x, y);
        EXPECT_FALSE(point.lonLat);
        EXPECT_EQ(point.reasons, Reasons{"outside-vietnam"});
    }
}

TEST(CoordinateReader, vn2000_is_projected_back_whichever_axis_comes_first) {
    // Lai Châu, TM-3 with the meridian 103°.
    const Point metres = Transform("EPSG:4326", "EPSG:9205")({103.6, 22.3});
    const CoordinateReader reader("EPSG:9205");
    const std::string east = std::to_string(metres.x), north = std::to_string(metres.y);
    const ReadPoint point = reader.read(east, north);
    ASSERT_TRUE(point.lonLat);
    EXPECT_NEAR(point.lonLat->x, 103.6, 1e-6);
    EXPECT_NEAR(point.lonLat->y, 22.3, 1e-6);
    const ReadPoint surveyors = reader.read(north, east);
    ASSERT_TRUE(surveyors.lonLat);
    EXPECT_NEAR(surveyors.lonLat->x, 103.6, 1e-6);
    EXPECT_EQ(surveyors.reasons, Reasons{"coordinates-swapped"});
    EXPECT_EQ(reader.read("103.6", "22.3").reasons, Reasons{"outside-vietnam"}) << "degrees";
    EXPECT_THROW(CoordinateReader("EPSG:0"), GeometryError);
}

} // namespace
} // namespace terroir::geometry
