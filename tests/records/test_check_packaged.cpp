#include "core/records/check.hpp"
#include "core/records/record_store.hpp"
#include "tests/records/packaged_data.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace terroir::records {
namespace {

/// What a careful reader finds in the five packaged reports, and what they find in order. Two of
/// the things that do not fit are in facts that are no records (1,506 of 1,606 members at a
/// meeting), numbers and days of documents are no records either, and what another report says of
/// a visit is not packaged.
class CheckPackaged : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        tests::PackagedCountry country;
        const std::vector<Record> records = loadRecords(country.file.workspace);
        s_findings = std::make_unique<std::vector<Issue>>(
            check(records, country.packaged.sources, *country.geocoder, *country.gazetteer));
    }
    static void TearDownTestSuite() { s_findings.reset(); }

    /// Whether a finding of the rule is about exactly this record, or names it among others.
    static const Issue* find(std::string_view rule, std::string_view record) {
        for (const Issue& finding : *s_findings)
            if (finding.kind == rule &&
                (finding.about == record || std::find(finding.others.begin(), finding.others.end(),
                                                      record) != finding.others.end()))
                return &finding;
        return nullptr;
    }
    static void expect(std::string_view rule, std::string_view record, Severity severity,
                       std::string_view words) {
        const Issue* finding = find(rule, record);
        ASSERT_NE(finding, nullptr) << rule << " " << record;
        EXPECT_EQ(finding->severity, severity) << finding->sentence.en;
        EXPECT_NE(finding->sentence.en.find(words), std::string::npos) << finding->sentence.en;
        EXPECT_NE(finding->sentence.vi, finding->sentence.en);
    }
    static void expectInOrder(std::initializer_list<const char*> records,
                              std::initializer_list<const char*> rules) {
        for (const char* record : records)
            for (const char* rule : rules) {
                const Issue* finding = find(rule, record);
                EXPECT_EQ(finding, nullptr) << record << ": " << finding->sentence.en;
            }
    }

    static std::unique_ptr<std::vector<Issue>> s_findings;
};
std::unique_ptr<std::vector<Issue>> CheckPackaged::s_findings;

constexpr auto warning = Severity::Warning, info = Severity::Info;

TEST_F(CheckPackaged, two_of_43_tasks_are_not_4_6_per_cent) {
    expect("share", "LC20-047", warning, "2 of 43 is 4.65 %");
}

TEST_F(CheckPackaged, of_49_tasks_approved_43_were_carried_out) {
    expect("relation", "LC20-003", warning, "the other 6");
}

TEST_F(CheckPackaged, four_enterprises_with_an_award_are_three) {
    expect("named", "LC20-077", warning, "names 3 in 4 rows");
}

TEST_F(CheckPackaged, of_eleven_social_topics_nine_are_listed) {
    expect("named", "LC20-008", warning, "says 11 đề tài and names 9");
}

TEST_F(CheckPackaged, of_102_establishments_inspected_34_have_no_outcome) {
    expect("relation", "LC20-084", warning, "the other 34");
}

TEST_F(CheckPackaged, seven_ocop_products_and_two_more_are_nine) {
    expect("named", "TD22-073", warning, "9 in all");
}

TEST_F(CheckPackaged, of_the_two_products_with_a_mark_one_is_not_among_the_seven) {
    expect("membership", "TD22-081", warning, "'chè Tam Đường' is not among the 7");
}

TEST_F(CheckPackaged, the_mark_claimed_for_honey_is_in_no_list) {
    expect("membership", "TD22-012", warning, "'mật ong'");
}

TEST_F(CheckPackaged, a_single_site_with_52_tanks_is_far_from_the_others) {
    expect("ratio", "TD22-125", warning, "52 bể for 1 cơ sở");
}

TEST_F(CheckPackaged, whether_the_farms_over_50_pigs_hold_those_over_100_is_open) {
    expect("nested", "TD22-096", info, "is not said");
}

TEST_F(CheckPackaged, three_schemes_of_certified_tea_may_overlap) {
    expect("overlap", "TD22-056", info, "158.73 ha together (of 1,947 ha)");
}

TEST_F(CheckPackaged, values_of_several_places_or_crops_cannot_be_split) {
    for (const char* record :
         {"TD22-168", "TD22-170", "TD22-173", "TD22-178", "SL20-052", "SL20-069", "SL20-081"})
        expect("shared", record, info, "does not divide it");
    expect("shared", "TD22-145", info, "all 12 pairs");
}

TEST_F(CheckPackaged, a_brix_of_180_is_written_for_18) {
    expect("written", "SL20-032", warning, "'180 Bx'");
}

TEST_F(CheckPackaged, there_is_no_ISO_9001_of_2005) {
    expect("edition", "SL20-131", warning, "2005");
}

TEST_F(CheckPackaged, 70_per_cent_of_39_tasks_is_no_whole_number) {
    expect("share", "SL20-009", info, "27.3");
}

TEST_F(CheckPackaged, establishments_are_not_broken_down_into_lots_and_devices) {
    expect("unit", "SL20-096", warning, "748 lô");
}

TEST_F(CheckPackaged, sums_and_breakdowns_that_fit_are_in_order) {
    expectInOrder({"LC20-005", "LC20-006", "LC20-007", "TD22-094", "TD22-095", "TD22-096",
                   "TD22-111", "TD22-112", "TD22-121", "TD22-122", "SL20-002", "SL20-003",
                   "SL20-005", "SL20-039", "SL20-101", "LC22-001"},
                  {"total", "named", "unit", "conflict"});
    expectInOrder({"LC20-008", "LC20-019", "LC20-046", "SL20-005", "TD22-121", "LC22-001"},
                  {"relation"});
}

TEST_F(CheckPackaged, shares_that_fit_are_in_order) {
    expectInOrder({"LC20-009", "LC20-020"}, {"share"});
}

TEST_F(CheckPackaged, lists_that_name_what_they_count_are_in_order) {
    expectInOrder({"LC20-050", "LC22-019", "LC24-002", "SL20-026", "SL20-059", "SL20-064",
                   "SL20-119", "SL20-132", "LC20-046", "LC20-057", "TD22-115"},
                  {"total"});
    for (const char* count : {"LC20-050", "LC22-019", "LC24-002", "SL20-026", "SL20-059",
                              "SL20-064", "SL20-119", "SL20-132", "LC20-046", "LC20-057"})
        expectInOrder({count}, {"named"});
    expectInOrder({"TD22-010", "TD22-011", "TD22-013", "TD22-014", "SL20-059", "SL20-064"},
                  {"membership"});
}

TEST_F(CheckPackaged, six_marks_and_seven_two_years_later_are_no_contradiction) {
    expectInOrder({"LC20-050", "LC22-019"}, {"conflict", "duplicate", "relation"});
}

TEST_F(CheckPackaged, applications_hold_titles_which_hold_marks) {
    expectInOrder({"LC22-017", "LC22-018", "LC22-019", "SL20-063"}, {"relation", "total", "named"});
}

TEST_F(CheckPackaged, models_and_their_multiplication_seedlings_and_produce_are_no_duplicates) {
    for (const Issue& finding : *s_findings) {
        if (finding.kind != "duplicate")
            continue;
        for (const char* source : {"LC20", "LC22", "LC24", "SL20", "TD22"})
            EXPECT_FALSE(finding.about.starts_with(source) &&
                         finding.others.front().starts_with(source))
                << finding.about << ": " << finding.sentence.en;
    }
}

} // namespace
} // namespace terroir::records
