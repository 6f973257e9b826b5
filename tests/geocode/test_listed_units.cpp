#include "core/geocode/listed_units.hpp"
#include "tests/geocode/packaged_geocoder.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::geocode;
using terroir::testing::packagedGazetteer;
using terroir::testing::packagedGeocoder;

namespace {

/// "03424 03427": the codes of the units, "?" where one is not clear.
std::string codesOf(const Query& query) {
    std::string out;
    for (const ListedUnit& unit : listedUnits(packagedGeocoder(), query))
        out += (out.empty() ? "" : " ") + (unit.match.unit() == gazetteer::noUnit
                                               ? std::string("?")
                                               : packagedGazetteer().unit(unit.match.unit()).code);
    return out;
}

Query textQuery(const char* text) {
    Query query;
    query.asOf = Date::of(2022, 12, 31);
    query.text = text;
    return query;
}

} // namespace

TEST(listed_units, a_cell_that_lists_units_gives_each_of_them_without_their_parents) {
    const std::pair<const char*, const char*> cases[] = {
        {"xã Bản Bo, Nà Tăm (huyện Tam Đường)", "03424 03427"},
        {"các xã Bản Bo, Nà Tăm và Khun Há", "03424 03427 03430"},
        {"huyện Tam Đường: các xã Bản Bo, Nà Tăm", "03424 03427"},
        {"huyện Tam Đường và huyện Sìn Hồ", "106 108"},
        {"Hòa Bình, Sơn La", "17 14"},
        // the district of that day behind its communes; "xã Chợ Đồn" came in 2025
        {"Nghĩa Tá và Bình Trung, Chợ Đồn", "02071 02080"}};
    for (const auto& [text, codes] : cases)
        EXPECT_EQ(codesOf(textQuery(text)), codes) << text;
}

TEST(listed_units, a_cell_of_one_unit_is_answered_as_by_the_geocoder) {
    for (const char* text :
         {"xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu", "Bản Bo, Tam Đường, Lai Châu",
          "bản Chu Va 12, xã Sơn Bình, huyện Tam Đường", "Nguyễn Văn Nam, Trần Văn Tám", ""}) {
        const auto units = listedUnits(packagedGeocoder(), textQuery(text));
        const Match match = packagedGeocoder().resolve(textQuery(text));
        ASSERT_EQ(units.size(), 1U) << text;
        EXPECT_EQ(units.front().match.status, match.status) << text;
        EXPECT_EQ(units.front().match.unit(), match.unit()) << text;
    }
}

TEST(listed_units, a_type_word_before_names_alone_counts_for_all_of_them) {
    struct Case {
        const char* text;
        const char* province;
        const char* district;
        Date day;
        const char* codes;
    };
    const Date old = Date::of(2024, 12, 31), today = Date::of(2026, 1, 1);
    const Case cases[] = {
        {"Xã Lâm Giang, Châu Quế", "Lào Cai", "", today, "04381 04387"},
        {"Xã Lâm Giang, Châu Quế", "", "", today, "04381 04387"},
        {"Xã Lâm Giang, Châu Quế Hạ", "Yên Bái", "Văn Yên", old, "04381 04387"},
        {"Xã Bản Bo, Khun Há", "Lai Châu", "Tam Đường", old, "03424 03430"},
        // no commune of that day, nor what Lâm Giang lies in: it is not lost
        {"Xã Lâm Giang, Châu Quế", "Yên Bái", "Văn Yên", old, "04381 ?"},
        // what it lies in, today or before
        {"Xã Lâm Giang, Văn Yên", "Yên Bái", "", old, "04381"},
        {"Xã Bản Bo, Tam Đường", "Lai Châu", "", old, "03424"},
    };
    for (const Case& each : cases) {
        Query query = textQuery(each.text);
        query.province = each.province;
        query.district = each.district;
        query.asOf = each.day;
        EXPECT_EQ(codesOf(query), each.codes) << each.text << ", " << each.day.toString();
    }
}

TEST(listed_units, a_column_may_list_names_alone) {
    Query query = textQuery("");
    query.province = "Lai Châu";
    query.district = "Tam Đường";
    query.commune = "Bản Bo, Nà Tăm và Khun Há";
    EXPECT_EQ(codesOf(query), "03424 03427 03430");
    query.commune.clear();
    query.district = "Tam Đường, Sìn Hồ";
    EXPECT_EQ(codesOf(query), "106 108");
}

TEST(listed_units, a_listed_name_that_is_not_found_has_an_answer_of_its_own) {
    EXPECT_EQ(codesOf(textQuery("Hà Nội, Đà Nẵng, Không Có")), "01 48 ?");
    EXPECT_EQ(codesOf(textQuery("TP Yên Bái, Trấn Yên, Mù Cang Chải, Trạm Tấu")),
              "132 138 137 139");
    Query query = textQuery("");
    query.province = "Lai Châu";
    query.district = "Tam Đường";
    query.commune = "Bản Bo, Giang";
    EXPECT_EQ(codesOf(query), "03424 ?");
    query.commune = "Bản Bo, Giang (bản 3)";
    EXPECT_EQ(codesOf(query), "03424 ?");
    EXPECT_EQ(listedUnits(packagedGeocoder(), query).back().text, "Giang (bản 3)");
}

TEST(listed_units, a_listed_unit_that_never_lay_in_the_parent_of_its_column_is_doubted) {
    Query query = textQuery("");
    query.province = "Yên Bái";
    query.district = "Trạm Tấu";
    query.commune = "Bản Bo, Nà Tăm";
    EXPECT_EQ(codesOf(query), "? ?");
}
