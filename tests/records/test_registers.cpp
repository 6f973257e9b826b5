#include "core/records/row_details.hpp"
#include "tests/records/packaged_data.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::records {
namespace {

using tests::Row;

struct Register {
    const char* file;
    const char* source;
    std::size_t rows;
};
constexpr Register registers[] = {{"geographical_indication.register.csv", "GI25", 105},
                                  {"ocop.national.csv", "OCOP26", 113},
                                  {"title.northwest.csv", "MARK26", 59}};

// That each place is the unit whose code the register gives: see test_places.cpp.
TEST(Registers, each_row_is_a_record_with_the_address_of_a_page_and_its_day) {
    const tests::PackagedCountry country;
    const auto records = tests::byId(country.packaged.records);
    for (const Register& one : registers) {
        const TextTable table = readCsv(tests::sourceFolder() / "data/records" / one.file);
        EXPECT_EQ(table.rows.size(), one.rows) << one.file;
        for (const TextRow& line : table.rows) {
            const Row row(table, line);
            const auto found = records.find(row["id"]);
            ASSERT_NE(found, records.end()) << row["id"];
            const Record& record = *found->second;
            EXPECT_EQ(record.source, one.source) << record.id;
            EXPECT_TRUE(row["web_pages"].starts_with("http")) << record.id;
            EXPECT_EQ(detail(record, "web_pages"), row["web_pages"]) << record.id;
            EXPECT_EQ(record.state, State::Done) << record.id;
            EXPECT_EQ(record.lookupDate.toString(), row["as_of"]) << record.id;
            EXPECT_FALSE(record.period.to.isOpen()) << record.id;
            const auto locations =
                std::count_if(record.places.begin(), record.places.end(), [](const Place& place) {
                    return place.role != PlaceRole::NameComponent;
                });
            EXPECT_GT(locations, 0) << record.id;
            EXPECT_EQ(record.scope, locations > 1 ? Scope::Shared : Scope::Own) << record.id;
        }
    }
}

TEST(Registers, stars_are_the_category_and_run_out_after_three_years) {
    const TextTable table = readCsv(tests::sourceFolder() / "data/records/ocop.national.csv");
    for (const TextRow& line : table.rows) {
        const Row row(table, line);
        EXPECT_EQ(row["category"], row["value"]) << row["id"];
        EXPECT_EQ(row["expires"].empty(), row["from"].empty()) << row["id"];
        if (!row["from"].empty()) {
            EXPECT_EQ(std::stoi(row["expires"]), std::stoi(row["from"]) + 3) << row["id"];
        }
    }
}

TEST(Registers, numbers_decisions_and_days_are_details_of_the_record) {
    const tests::PackagedCountry country;
    const auto records = tests::byId(country.packaged.records);
    const struct {
        const char *record, *field, *text;
    } cases[] = {
        {"GI25-002", "certificate_no", "00002"},  {"GI25-002", "application_no", "6-2001-00009"},
        {"GI25-002", "eu_protected", "yes"},      {"GI25-003", "eu_protected", ""},
        {"GI25-006", "decision", "1895/QĐ-SHTT"}, {"OCOP26-001", "expires", "2024-06-30"},
        {"OCOP26-001", "holder_type", "công ty"}, {"OCOP26-002", "decision", "đợt 2 năm 2024"}};
    for (const auto& one : cases)
        EXPECT_EQ(detail(*records.at(one.record), one.field), one.text)
            << one.record << " " << one.field;
}

TEST(Registers, protection_in_europe_is_known_or_not_said) {
    const TextTable table =
        readCsv(tests::sourceFolder() / "data/records/geographical_indication.register.csv");
    std::vector<std::string> known;
    for (const TextRow& line : table.rows) {
        const Row row(table, line);
        EXPECT_TRUE(row["eu_protected"].empty() || row["eu_protected"] == "yes") << row["id"];
        if (!row["eu_protected"].empty())
            known.push_back(row["subject"]);
    }
    EXPECT_EQ(known, (std::vector<std::string>{"nước mắm Phú Quốc", "chè Shan tuyết Mộc Châu",
                                               "thanh long Bình Thuận", "xoài tròn Yên Châu"}));
}

} // namespace
} // namespace terroir::records
