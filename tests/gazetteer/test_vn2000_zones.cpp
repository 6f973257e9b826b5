#include "core/gazetteer/vn2000_zones.hpp"
#include "core/geometry/projection.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace terroir::gazetteer {
namespace {

using geometry::Point;
using geometry::Transform;
using testing::packagedGazetteer;

const Date today = Date::of(2026, 1, 1), before = Date::of(2025, 6, 30);

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

/// "104°45' Phú Thọ; 105°00' Vĩnh Phúc" of the units.
std::string zonesOf(std::initializer_list<std::string_view> codes, Date date) {
    const Gazetteer& g = packagedGazetteer();
    std::vector<UnitIndex> units;
    for (const std::string_view code : codes)
        units.push_back(g.findCode(code, date));
    return describe(g, vn2000ZonesOf(g, units, date));
}

TEST(Vn2000, the_ground_of_a_merged_province_keeps_the_zones_of_the_provinces_before) {
    const struct {
        std::initializer_list<std::string_view> codes;
        Date date;
        const char* zones;
    } cases[] = {
        {{"12"}, today, "103°00' (EPSG:9205: Lai Châu)"},
        {{"12", "11"}, today, "103°00' (EPSG:9205: Điện Biên, Lai Châu)"},
        {{"25"},
         today,
         "104°45' (EPSG:9208: Phú Thọ), 105°00' (EPSG:5897: Vĩnh Phúc), 106°00' (EPSG:9211: Hòa "
         "Bình)"},
        {{"25"}, before, "104°45' (EPSG:9208: Phú Thọ)"},
        {{"15"}, today, "104°45' (EPSG:9208: Lào Cai, Yên Bái)"},
        {{"26"}, before, "105°00' (EPSG:5897: Vĩnh Phúc)"},
        {{"46"}, today, "107°00' (EPSG:9214: Huế)"},
        {{}, today, ""},
    };
    for (const auto& one : cases)
        EXPECT_EQ(zonesOf(one.codes, one.date), one.zones);
}

TEST(Vn2000, seventeen_provinces_of_today_have_several_zones) {
    const Gazetteer& g = packagedGazetteer();
    std::size_t several = 0, none = 0;
    for (const UnitIndex province : g.unitsAt(Level::Province, today)) {
        const std::size_t zones = vn2000ZonesOf(g, {&province, 1}, today).size();
        several += zones > 1 ? 1 : 0;
        none += zones == 0 ? 1 : 0;
    }
    EXPECT_EQ(several, 17U);
    EXPECT_EQ(none, 0U);
}

TEST(Vn2000, a_commune_of_today_has_the_one_zone_of_its_old_province) {
    const Gazetteer& g = packagedGazetteer();
    std::size_t one = 0, several = 0;
    for (const UnitIndex commune : g.communesOf(g.findCode("25", today), today))
        ++(vn2000ZonesOf(g, {&commune, 1}, today).size() == 1 ? one : several);
    EXPECT_EQ(one, 148U);
    EXPECT_EQ(several, 0U);
}

} // namespace
} // namespace terroir::gazetteer
