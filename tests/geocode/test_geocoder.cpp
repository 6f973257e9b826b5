#include "tests/geocode/case_file.hpp"
#include "tests/geocode/packaged_geocoder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

using namespace terroir;
using namespace terroir::geocode;
using gazetteer::Level;
using terroir::testing::packagedGazetteer;

namespace {

const Geocoder& geocoder() {
    return terroir::testing::packagedGeocoder();
}

bool hasReason(const Match& match, const char* reason) {
    const auto& reasons = match.candidates.at(0).reasons;
    return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

} // namespace

TEST(geocoder, cases_of_the_tables) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(TERROIR_SOURCE_DIR "/tests/data/geocode"))
        if (entry.path().extension() == ".txt")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    EXPECT_GE(files.size(), 5u);
    for (const auto& file : files) {
        const auto cases = terroir::testing::readGeocodeCases(file);
        EXPECT_GT(cases.size(), 40u) << file;
        for (const terroir::testing::GeocodeCase& one : cases)
            EXPECT_EQ(terroir::testing::complaint(one, geocoder().resolve(one.query),
                                                  packagedGazetteer()),
                      "")
                << one.where;
    }
}

TEST(geocoder, reasons_say_how_it_was_found) {
    Query query;
    query.asOf = Date::of(2022, 4, 15);
    query.text = "xa son binh, H. Tam Đường";
    EXPECT_TRUE(hasReason(geocoder().resolve(query), "no-diacritics"));
    query.text = "Bản Hòn, huyện Tam Đường";
    EXPECT_TRUE(hasReason(geocoder().resolve(query), "diacritics-differ"));
    query.asOf = Date::of(2026, 1, 1);
    query.text = "huyện Tam Đường, tỉnh Lai Châu";
    EXPECT_TRUE(hasReason(geocoder().resolve(query), "historic"));
}

TEST(geocoder, columns_give_the_levels) {
    Query query;
    query.asOf = Date::of(2022, 4, 15);
    query.province = "Lai Châu";
    query.district = "Tam Đường";
    EXPECT_EQ(packagedGazetteer().unit(geocoder().resolve(query).unit()).code, "106");
    query.commune = "Tam Đường";
    const Match match = geocoder().resolve(query);
    ASSERT_EQ(match.status, Status::Matched);
    EXPECT_EQ(packagedGazetteer().unit(match.unit()).code, "03390");
    EXPECT_TRUE(hasReason(match, "parent-from-column"));
}

TEST(geocoder, a_province_that_contradicts_the_commune_is_never_passed_over) {
    Query query;
    query.asOf = Date::of(2024, 12, 31);
    query.commune = "Bản Bo";
    for (const char* province : {"Lào Cai", "Hà Nội", "Đồng Tháp"}) {
        query.province = province;
        EXPECT_FALSE(geocoder().resolve(query).status == Status::Matched) << province;
    }
    query.province = "Lai Châu";
    EXPECT_EQ(geocoder().resolve(query).status, Status::Matched);
}

TEST(geocoder, the_former_spelling_of_a_commune_names_the_one_of_the_day) {
    Query query;
    query.asOf = Date::of(2025, 11, 30);
    query.province = "Đắk Lắk";
    for (const char* written : {"M'Đrắk", "M'Drắk", "M’Đrắk", "MĐrắk"}) {
        query.commune = written;
        const Match match = geocoder().resolve(query);
        ASSERT_EQ(match.status, Status::Matched) << written;
        EXPECT_EQ(packagedGazetteer().unit(match.unit()).uid, "24412@2025") << written;
    }
    query.asOf = Date::of(2025, 6, 30);
    query.commune = "thị trấn M'Đrắk";
    EXPECT_EQ(packagedGazetteer().unit(geocoder().resolve(query).unit()).uid, "24412@2004");
}

TEST(geocoder, a_name_of_which_a_third_is_other_letters_is_another_name) {
    Query query;
    query.asOf = Date::of(2023, 1, 1);
    for (const auto& [written, status] :
         {std::pair("xã Không Đâu, tỉnh Nghệ An", Status::Ambiguous),
          std::pair("xã Kheng Đu, tỉnh Nghệ An", Status::Matched),
          std::pair("xã Ken Đu, tỉnh Nghệ An", Status::Matched)}) {
        query.text = written;
        EXPECT_EQ(geocoder().resolve(query).status, status) << written;
    }
}

TEST(geocoder, parents_behind_a_comma_in_the_commune_column_are_parents) {
    Query query;
    query.asOf = Date::of(2024, 12, 31);
    query.commune = "Hòa Long, Lai Vung, Đồng Tháp";
    const Match match = geocoder().resolve(query);
    ASSERT_EQ(match.status, Status::Matched);
    EXPECT_EQ(packagedGazetteer().describe(match.unit(), query.asOf),
              "xã Hòa Long, huyện Lai Vung, tỉnh Đồng Tháp");
}

TEST(geocoder, decomposed_text_is_the_same_text) {
    Query query;
    query.asOf = Date::of(2022, 4, 15);
    query.text = "xa\xcc\x83 So\xcc\x9bn Bi\xcc\x80nh, Tam \xc4\x90\x75\xcc\x9bo\xcc\x9b\xcc\x80ng";
    EXPECT_EQ(packagedGazetteer().unit(geocoder().resolve(query).unit()).code, "03413");
}

TEST(geocoder, every_commune_resolves_to_itself_from_its_full_name_with_parents) {
    const auto& g = packagedGazetteer();
    for (const Date date : {Date::of(2025, 6, 30), Date::of(2026, 11, 1)}) {
        std::size_t wrong = 0;
        const auto communes = g.unitsAt(Level::Commune, date);
        for (const auto commune : communes) {
            Query query;
            query.asOf = date;
            query.text = g.describe(commune, date);
            const Match match = geocoder().resolve(query);
            if (match.unit() == commune)
                continue;
            ++wrong;
            // Never another one: two units of one full name may only be ambiguous.
            EXPECT_FALSE(match.status == Status::Matched)
                << query.text << " -> " << g.unit(match.unit()).uid;
        }
        EXPECT_LE(wrong, communes.size() / 1000) << date.toString();
    }
}

TEST(geocoder, answers_have_the_columns_of_the_contract) {
    Query query;
    query.asOf = Date::of(2022, 4, 15);
    query.text = "xã Sơn Bình, huyện Tam Đường";
    const auto cells = answerCells(geocoder().resolve(query), packagedGazetteer(), query.asOf);
    ASSERT_EQ(cells.size(), answerHeader().size());
    EXPECT_EQ(cells[0], "matched");
    EXPECT_EQ(cells[1], "03413");
    EXPECT_EQ(cells[2], "xã Sơn Bình");
    EXPECT_EQ(cells[4] + "/" + cells[5] + "/" + cells[6], "12/106/03413");
    EXPECT_EQ(cells[7] + " " + cells[8], "2007-01-11 2025-07-01");
    const auto none = answerCells(Match{}, packagedGazetteer(), query.asOf);
    EXPECT_EQ(none[0], "unmatched");
    EXPECT_EQ(none[1], "");
}
