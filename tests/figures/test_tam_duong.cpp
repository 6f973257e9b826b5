// The figures of huyện Tam Đường that its report of 15 April 2022 gives, on the units of that day
// and on those of today.
#include "core/figures/join.hpp"
#include "tests/support/packaged_records.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::figures;
using gazetteer::Level;
using gazetteer::UnitIndex;
using terroir::testing::packagedGazetteer;
using terroir::testing::packagedRecords;

namespace {

const Date reportDay = Date::of(2022, 4, 15), today = Date::of(2025, 7, 1);

figures::Figures figuresFor(const char* kind, const char* category, const char* indicator,
                            Date asOf) {
    figures::Request request;
    request.selection.kinds = {kind};
    if (*category != '\0')
        request.selection.categories = {category};
    request.selection.indicators = {indicator};
    request.asOf = asOf;
    request.within = packagedGazetteer().findCode("106", reportDay);
    return figures::join(packagedGazetteer(), packagedRecords(), request);
}

using ByName = std::map<std::string, double>;

ByName byName(const figures::Figures& figures) {
    ByName out;
    for (const auto& [unit, cell] : figures.cells)
        out[packagedGazetteer().unit(unit).fullName()] = cell.value;
    return out;
}

struct Indicator {
    const char* kind;
    const char* category;
    const char* indicator;
    double total;
    ByName thenByCommune;
    ByName todayByCommune;
};

const std::vector<Indicator>& indicators() {
    static const std::vector<Indicator> table{
        {"livestock",
         "cattle_over_15",
         "farms",
         9,
         {{"xã Sơn Bình", 4}, {"thị trấn Tam Đường", 2}, {"xã Bản Giang", 1}, {"xã Bản Hon", 2}},
         {{"xã Bình Lư", 6}, {"phường Tân Phong", 1}, {"xã Khun Há", 2}}},
        {"livestock",
         "pigs_over_100",
         "farms",
         4,
         {{"xã Sơn Bình", 1}, {"xã Bản Giang", 1}, {"xã Bình Lư", 1}, {"xã Bản Bo", 1}},
         {{"xã Bình Lư", 2}, {"phường Tân Phong", 1}, {"xã Bản Bo", 1}}},
        {"livestock",
         "pigs_over_50",
         "farms",
         8,
         {{"xã Sơn Bình", 3},
          {"xã Bản Hon", 1},
          {"xã Bình Lư", 2},
          {"xã Bản Bo", 1},
          {"xã Thèn Sin", 1}},
         {{"xã Bình Lư", 5}, {"xã Khun Há", 1}, {"xã Bản Bo", 1}, {"xã Sin Suối Hồ", 1}}},
        {"aquaculture",
         "cold_water_fish",
         "sites",
         26,
         {{"xã Sơn Bình", 23}, {"xã Hồ Thầu", 2}, {"xã Bản Bo", 1}},
         {{"xã Bình Lư", 23}, {"xã Tả Lèng", 2}, {"xã Bản Bo", 1}}},
        {"aquaculture",
         "cold_water_fish",
         "tanks",
         388,
         {{"xã Sơn Bình", 323}, {"xã Hồ Thầu", 13}, {"xã Bản Bo", 52}},
         {{"xã Bình Lư", 323}, {"xã Tả Lèng", 13}, {"xã Bản Bo", 52}}}};
    return table;
}

} // namespace

TEST(tam_duong, farms_sites_and_tanks_by_commune_of_2022) {
    for (const Indicator& row : indicators()) {
        const figures::Figures joined =
            figuresFor(row.kind, row.category, row.indicator, reportDay);
        EXPECT_EQ(byName(joined), row.thenByCommune) << row.category << " " << row.indicator;
        EXPECT_DOUBLE_EQ(joined.total, row.total);
        EXPECT_EQ(joined.units.size(), 13u);
        EXPECT_TRUE(joined.notAttributed.empty());
    }
}

TEST(tam_duong, the_same_figures_on_the_communes_of_today) {
    for (const Indicator& row : indicators()) {
        const figures::Figures joined = figuresFor(row.kind, row.category, row.indicator, today);
        EXPECT_EQ(byName(joined), row.todayByCommune) << row.category << " " << row.indicator;
        EXPECT_DOUBLE_EQ(joined.total, row.total);
        EXPECT_EQ(joined.units.size(), 6u);
    }
}

TEST(tam_duong, the_stated_total_is_not_added_to_its_parts) {
    const figures::Figures joined = figuresFor("livestock", "cattle_over_15", "farms", reportDay);
    ASSERT_EQ(joined.reportedTotals.size(), 1u);
    EXPECT_DOUBLE_EQ(joined.reportedTotals[0].stated, 9);
    EXPECT_DOUBLE_EQ(joined.reportedTotals[0].sumOfParts.value_or(0), 9);
}

TEST(tam_duong, company_plantings_are_9_75_ha_and_shared_areas_are_counted_once) {
    const figures::Figures joined = figuresFor("planting", "", "area", reportDay);
    EXPECT_NEAR(joined.total, 9.75, 1e-9) << "adding each shared row would give 19.78";
    EXPECT_EQ(byName(joined), (ByName{{"xã Bình Lư", 2}, {"xã Khun Há", 0.9}}));
    ASSERT_EQ(joined.notAttributed.size(), 2u);
    std::map<double, std::size_t> places;
    for (const figures::NotAttributed& left : joined.notAttributed) {
        places[left.value] = left.places.size();
        EXPECT_EQ(packagedGazetteer().unit(left.holder).fullName(), "huyện Tam Đường");
        EXPECT_EQ(left.reason, figures::NotAttributed::Reason::SeveralUnits);
    }
    EXPECT_EQ(places, (std::map<double, std::size_t>{{2.28, 3}, {4.57, 2}}));
    EXPECT_EQ(joined.unit, "ha");
}

TEST(tam_duong, company_plantings_on_the_communes_of_today_keep_their_total) {
    const figures::Figures joined = figuresFor("planting", "", "area", today);
    EXPECT_NEAR(joined.total, 9.75, 1e-9);
    EXPECT_EQ(byName(joined), (ByName{{"xã Bình Lư", 2}, {"xã Khun Há", 0.9}}));
    ASSERT_EQ(joined.notAttributed.size(), 2u);
    for (const figures::NotAttributed& left : joined.notAttributed)
        EXPECT_EQ(packagedGazetteer().unit(left.holder).fullName(), "tỉnh Lai Châu");
}

TEST(tam_duong, nung_nang_and_ta_leng_have_no_data_which_is_not_zero) {
    for (const Indicator& row : indicators()) {
        const figures::Figures joined =
            figuresFor(row.kind, row.category, row.indicator, reportDay);
        for (const char* code : {"03415", "03400"}) {
            const UnitIndex unit = packagedGazetteer().findCode(code, reportDay);
            EXPECT_NE(std::find(joined.units.begin(), joined.units.end(), unit),
                      joined.units.end());
            EXPECT_FALSE(joined.cells.contains(unit));
        }
    }
}
