#include "core/gazetteer/territory.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using gazetteer::Level;
using gazetteer::Territory;
using terroir::testing::packagedGazetteer;

namespace {

const Date then = Date::of(2022, 4, 15), today = Date::of(2026, 1, 1);

} // namespace

TEST(area, a_district_that_ended_is_the_communes_of_today_on_its_ground) {
    const auto& g = packagedGazetteer();
    const Territory tamDuong(g, g.findCode("106", then), today);
    EXPECT_EQ(tamDuong.unitsAt(Level::Commune).size(), 6u);
    EXPECT_EQ(tamDuong.unitsAt(Level::Province).size(), 1u);
    EXPECT_TRUE(tamDuong.unitsAt(Level::District).empty());
    EXPECT_TRUE(tamDuong.holds(g.findCode("03394", then))) << "Thèn Sin, now in Sin Suối Hồ";
    EXPECT_FALSE(tamDuong.holds(g.findCode("12", then)))
        << "a province does not lie in its district";
    EXPECT_FALSE(tamDuong.holds(g.findCode("14", then)));
}

TEST(area, units_of_the_day_lie_in_their_district_and_province) {
    const auto& g = packagedGazetteer();
    const Territory laiChau(g, g.findCode("12", then), then);
    EXPECT_EQ(laiChau.unitsAt(Level::District).size(), 8u);
    EXPECT_EQ(laiChau.unitsAt(Level::Commune).size(), 106u);
    EXPECT_TRUE(laiChau.holds(g.findCode("106", then)));
    EXPECT_TRUE(laiChau.holds(g.findCode("03413", then)));
    EXPECT_FALSE(laiChau.holds(g.findCode("123", then)));
}

TEST(area, a_commune_that_outlives_the_name_of_its_province_lies_in_it_before) {
    const auto& g = packagedGazetteer();
    const Date before = Date::of(2023, 11, 20), after = Date::of(2025, 3, 1);
    const Territory thuaThienHue(g, g.findCode("46", before), before);
    EXPECT_TRUE(thuaThienHue.holds(g.findCode("20071", before))) << "Sơn Thủy, A Lưới";
    EXPECT_TRUE(thuaThienHue.holds(g.findCode("20167", before))) << "Hương Sơn, Nam Đông";
    EXPECT_FALSE(thuaThienHue.holds(g.findCode("03413", before)));
    const Territory hue(g, g.findCode("46", after), after);
    EXPECT_TRUE(hue.holds(g.findCode("20071", after)));
}

TEST(area, what_joined_a_province_later_does_not_lie_in_the_former_one) {
    using enum Territory::Overlap;
    const auto& g = packagedGazetteer();
    const Date before = Date::of(2025, 6, 30);
    const Territory dakLak(g, g.findCode("66", before), before);
    const Territory dakLakToday(g, g.findCode("66", before), today);
    for (const Territory& former : {dakLak, dakLakToday}) {
        EXPECT_EQ(former.overlap(g.findCode("22015", today)), None) << "Tuy Hòa, before of Phú Yên";
        EXPECT_EQ(former.overlap(g.findCode("24133", today)), Whole) << "Buôn Ma Thuột";
        EXPECT_EQ(former.overlap(g.findCode("66", today)), Part);
        EXPECT_EQ(former.overlap(g.findCode("66", before)), Whole);
        EXPECT_EQ(former.overlap(g.findCode("648", before)), Whole) << "Cư M'gar";
    }
    const Territory now(g, g.findCode("66", today), today);
    EXPECT_EQ(now.overlap(g.findCode("22015", today)), Whole);
    EXPECT_EQ(now.overlap(g.findCode("54", before)), Whole) << "Phú Yên, since then within it";
    EXPECT_EQ(now.overlap(g.findCode("66", before)), Whole);
}

TEST(area, the_whole_country_holds_everything) {
    const auto& g = packagedGazetteer();
    const Territory country(g, gazetteer::noUnit, today);
    EXPECT_TRUE(country.holds(g.findCode("12", today)));
    EXPECT_EQ(country.unitsAt(Level::Province).size(), 34u);
}
