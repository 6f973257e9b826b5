#include "core/gazetteer/versions.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::gazetteer {
namespace {

using terroir::testing::packagedGazetteer;

const Date now = Date::of(2026, 11, 1);

const Unit& unit(const char* uid) {
    const UnitIndex found = packagedGazetteer().find(uid);
    EXPECT_NE(found, noUnit) << uid;
    return packagedGazetteer().unit(found);
}

TEST(DayOf, a_unit_is_looked_at_on_the_nearest_of_its_own_days) {
    const struct {
        const char* uid;
        const char* asked;
        const char* day;
    } cases[] = {
        {"09559@2004", "2026-11-01", "2008-07-31"}, // xã Văn Khê, until Hà Tây ended
        {"09559@2004", "2010-05-05", "2008-07-31"},
        {"09559@2004", "2005-05-05", "2005-05-05"},
        {"22258@2005", "2004-05-05", "2005-05-31"}, // xã Hòa Vinh, of huyện Đông Hòa
        {"22258@2005", "2026-11-01", "2013-08-06"},
        {"03390@2025", "2026-11-01", "2026-11-01"}, // xã Bình Lư, in force
        {"03390@2025", "2022-12-31", "2025-07-01"},
        {"106@2020", "2026-11-01", "2025-06-30"}, // huyện Tam Đường, as all districts
    };
    for (const auto& c : cases)
        EXPECT_EQ(dayOf(unit(c.uid), *parseDate(c.asked)).toString(), c.day)
            << c.uid << " on " << c.asked;
}

TEST(DayOf, an_ended_unit_is_described_with_the_parents_that_it_had) {
    const Gazetteer& g = packagedGazetteer();
    EXPECT_EQ(describeNear(g, g.find("09559@2004"), now),
              "xã Văn Khê, thành phố Hà Đông, tỉnh Hà Tây");
    EXPECT_EQ(describeNear(g, g.find("22258@2004"), now),
              "xã Hòa Vinh, huyện Tuy Hòa, tỉnh Phú Yên");
}

TEST(VersionNear, is_the_one_of_the_day_else_the_last_before_it_else_the_first) {
    const Gazetteer& g = packagedGazetteer();
    const struct {
        const char* code;
        const char* day;
        const char* uid;
    } cases[] = {
        {"22258", "2004-06-01", "22258@2004"}, {"22258", "2010-06-01", "22258@2005"},
        {"22258", "2013-08-07", "22258@2013"}, {"22258", "2026-11-01", "22258@2025"},
        {"09559", "2026-11-01", "09559@2004"}, {"03390", "2022-12-31", "03390@2004"},
    };
    for (const auto& c : cases) {
        const UnitIndex found = versionNear(g, c.code, *parseDate(c.day));
        ASSERT_NE(found, noUnit) << c.code;
        EXPECT_EQ(g.unit(found).uid, c.uid) << c.code << " on " << c.day;
    }
    EXPECT_EQ(versionNear(g, "99999", now), noUnit);
}

TEST(VersionNear, does_not_depend_on_the_order_of_the_versions) {
    const Gazetteer& g = packagedGazetteer();
    std::vector<UnitIndex> versions = g.versions("22258");
    const UnitIndex wanted = versionNear(g, versions, Date::of(2010, 6, 1));
    std::reverse(versions.begin(), versions.end());
    EXPECT_EQ(versionNear(g, versions, Date::of(2010, 6, 1)), wanted);
}

} // namespace
} // namespace terroir::gazetteer
