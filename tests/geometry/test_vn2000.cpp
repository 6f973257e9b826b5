#include "core/base/error.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/vn2000.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace terroir::geometry {
namespace {

TEST(Vn2000, every_meridian_has_its_zone_and_its_text) {
    EXPECT_EQ(vn2000Meridians().size(), 18U);
    for (const int meridian : vn2000Meridians()) {
        const std::string zone = vn2000ZoneAt(meridian);
        EXPECT_EQ(meridianOf(zone), meridian) << zone;
        EXPECT_EQ(meridianIn(meridianText(meridian)), meridian) << zone;
        // VN-2000 itself, without the shift to WGS 84.
        const Point middle = Transform("EPSG:4756", zone)({double(meridian) / 60, 16});
        EXPECT_NEAR(middle.x, 500000, 1e-3) << zone;
    }
    EXPECT_EQ(vn2000ZoneAt(105 * 60 + 15), "");
    EXPECT_FALSE(meridianOf("EPSG:3405"));
}

TEST(Vn2000, a_system_is_named_by_its_meridian) {
    const struct {
        const char* text;
        const char* crs;
    } cases[] = {
        {"EPSG:9210", "EPSG:9210"},           {" EPSG:4326 ", "EPSG:4326"},
        {"vn2000:105°45'", "EPSG:9210"},      {"VN-2000:105-45", "EPSG:9210"},
        {"vn2000: 105°", "EPSG:5897"},        {"vn2000:105", "EPSG:5897"},
        {"vn2000:105.75", "EPSG:9210"},       {"vn2000:104°30", "EPSG:9207"},
        {"VN 2000:108°30'00\"", "EPSG:9218"}, {"+proj=longlat", "+proj=longlat"},
    };
    for (const auto& one : cases)
        EXPECT_EQ(systemNamed(one.text), one.crs) << one.text;
    EXPECT_EQ(systemNamed("vn2000-noi-bo:105°45'"), vn2000WithoutShift(105 * 60 + 45));
    EXPECT_EQ(systemNamed("vn2000-local:105°45'"), vn2000WithoutShift(105 * 60 + 45));
    for (const char* text : {"vn2000", "VN-2000", "vn2000:", "vn2000:105°15'", "vn2000:99",
                             "vn2000-noi-bo", "vn2000:Phú Thọ"})
        EXPECT_THROW(systemNamed(text), UsageError) << text;
}

TEST(Vn2000, without_the_shift_of_the_datum_a_place_lies_two_hundred_metres_off) {
    const Point hanoi{105.85, 21.03};
    const Point shifted = Transform("EPSG:4326", "EPSG:5897")(hanoi);
    const Point plain = Transform("EPSG:4326", vn2000WithoutShift(105 * 60))(hanoi);
    const double metres = std::hypot(shifted.x - plain.x, shifted.y - plain.y);
    EXPECT_GT(metres, 150);
    EXPECT_LT(metres, 350);
}

} // namespace
} // namespace terroir::geometry
