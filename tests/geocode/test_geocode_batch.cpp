#include "core/base/day_text.hpp"
#include "core/figures/figure_words.hpp"
#include "core/geocode/geocode_batch.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

namespace terroir::geocode {
namespace {

using terroir::testing::packagedGazetteer;

constexpr Date lastDayOfDistricts = Date::of(2025, 6, 30);

const geocode::Geocoder& freshGeocoder() {
    static const geocode::Geocoder geocoder(packagedGazetteer());
    return geocoder;
}

geocode::Query named(const std::string& text, Date day = lastDayOfDistricts) {
    geocode::Query query;
    query.text = text;
    query.asOf = day;
    return query;
}

TEST(GeocodeBatch, answers_in_the_order_of_the_rows_and_the_same_again_from_memory) {
    const geocode::AnswerColumns answer(packagedGazetteer());
    geocode::GeocodeBatch resolver(freshGeocoder(), answer);
    const std::vector<geocode::Query> rows = {named("xã Bản Bo, huyện Tam Đường, Lai Châu"),
                                              named("nơi không có"),
                                              named("xã Khun Há, huyện Tam Đường, Lai Châu"),
                                              named("xã Bản Bo, huyện Tam Đường, Lai Châu")};
    for (int pass = 1; pass <= 2; ++pass) {
        std::vector<std::size_t> taken;
        resolver.resolve(rows, [&](std::size_t row, const geocode::Answer& given) {
            taken.push_back(row);
            EXPECT_EQ(given.rows, resolver.resolve(rows[row]).rows);
        });
        EXPECT_EQ(taken, (std::vector<std::size_t>{0, 1, 2, 3}));
        EXPECT_EQ(resolver.counts().matched, 3U * std::size_t(pass));
        EXPECT_EQ(resolver.counts().unmatched, std::size_t(pass));
    }
}

TEST(GeocodeBatch, the_same_name_on_another_day_at_another_level_or_elsewhere_is_another_question) {
    const geocode::AnswerColumns answer(packagedGazetteer());
    geocode::GeocodeBatch resolver(freshGeocoder(), answer);
    std::vector<geocode::Query> rows = {named("Mộc Châu"), named("Mộc Châu"), named("Mộc Châu"),
                                        named("Mộc Châu", Date::of(2025, 7, 1))};
    rows[0].level = gazetteer::Level::District;
    rows[1].level = gazetteer::Level::Commune;
    rows[2].context = "tỉnh Sơn La";
    resolver.resolve(rows, [&](std::size_t row, const geocode::Answer& given) {
        EXPECT_EQ(given.rows, resolver.resolve(rows[row]).rows) << row;
    });
}

TEST(GeocodeBatch, a_place_whose_successors_are_known_is_answered_whole) {
    const geocode::ConversionColumns answer(packagedGazetteer(), Date::of(2025, 7, 1), true);
    geocode::GeocodeBatch resolver(freshGeocoder(), answer);
    const std::vector<geocode::Query> rows = {named("xã Bản Bo, huyện Tam Đường, Lai Châu")};
    std::size_t columns = 0;
    resolver.resolve(rows, [&](std::size_t, const geocode::Answer& given) {
        ASSERT_FALSE(given.rows.empty());
        columns = given.rows.front().cells.size();
        EXPECT_EQ(given.rows.front().units.size(), 1U);
        EXPECT_TRUE(given.isWhole);
    });
    EXPECT_EQ(columns, answer.header().size());
    EXPECT_EQ(resolver.counts().partial, 0U);
}

TEST(DayText, is_a_day_of_the_calendar_in_the_ways_that_tables_have_it) {
    const Date day = Date::of(2022, 12, 31);
    for (const char* text : {"2022-12-31", "31/12/2022", "31-12-2022", "31.12.2022"})
        EXPECT_EQ(parseDayText(text), day) << text;
    EXPECT_EQ(parseDayText("1/7/2025"), Date::of(2025, 7, 1));
    for (const char* text : {"", "2022", "31/12", "31/12/22", "30/2/2024", "12/31/2022",
                             "31/12/2022 ", "31 tháng 12 năm 2022", "2022-13-01"})
        EXPECT_EQ(parseDayText(text), std::nullopt) << text;
}

TEST(SourceText, names_each_document_once_with_its_lines_in_order_of_use) {
    std::vector<records::Record> found(4);
    found[0].source = found[1].source = found[3].source = "A";
    found[0].line = found[3].line = "12";
    found[1].line = "3";
    found[2].source = "B";
    std::vector<records::Source> sources(1);
    sources[0].id = "A";
    sources[0].title = "Báo cáo năm 2022";
    const records::CompactRecords records(found);
    const figures::SourceText text(records, sources, Words(Language::Vietnamese));
    EXPECT_EQ(text.of({0, 1, 2, 3}), "Báo cáo năm 2022: dòng 12, 3; B");
    EXPECT_EQ(text.of({}), "");
}

} // namespace

} // namespace terroir::geocode
