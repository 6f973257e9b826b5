#include "core/records/land_units.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

TEST(AreaUnits, of_one_size_need_no_region) {
    EXPECT_EQ(squareMetresIn("ha", Region::Unknown), 10000);
    EXPECT_EQ(squareMetresIn("m²", Region::Unknown), 1);
    EXPECT_EQ(squareMetresIn("M2", Region::Unknown), 1);
    EXPECT_EQ(squareMetresIn("km²", Region::Unknown), 1e6);
    EXPECT_EQ(squareMetresIn("sào Bắc Bộ", Region::Unknown), 360);
    EXPECT_EQ(squareMetresIn("Sào Trung Bộ", Region::Unknown), 500);
}

TEST(AreaUnits, a_bare_sao_is_360_m2_in_the_north_and_500_m2_in_the_centre) {
    EXPECT_EQ(squareMetresIn("sào", Region::North), 360);
    EXPECT_EQ(squareMetresIn("sào", Region::Centre), 500);
    EXPECT_EQ(squareMetresIn("mẫu", Region::North), 3600);
    EXPECT_EQ(squareMetresIn("công", Region::South), 1000);
}

TEST(AreaUnits, a_bare_sao_elsewhere_is_not_guessed) {
    EXPECT_TRUE(isAreaUnit("sào"));
    EXPECT_FALSE(squareMetresIn("sào", Region::Unknown));
    EXPECT_FALSE(squareMetresIn("sào", Region::South));
    EXPECT_FALSE(squareMetresIn("công", Region::North));
    EXPECT_FALSE(isAreaUnit("tấn"));
}

TEST(AreaUnits, the_region_follows_from_the_code_of_the_province) {
    EXPECT_EQ(regionOfProvince("12"), Region::North);   // Lai Châu
    EXPECT_EQ(regionOfProvince("40"), Region::Centre);  // Nghệ An
    EXPECT_EQ(regionOfProvince("66"), Region::Unknown); // Đắk Lắk
    EXPECT_EQ(regionOfProvince("96"), Region::South);   // Cà Mau
    EXPECT_EQ(regionOfProvince("x"), Region::Unknown);
}

} // namespace
} // namespace terroir::records
