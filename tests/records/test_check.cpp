#include "tests/records/check_test.hpp"

namespace terroir::records {
namespace {

using Check = CheckTest;

TEST_F(Check, parts_that_add_up_to_their_total_are_in_order) {
    add("t", Scope::Aggregate, 9);
    add("a", Scope::Part, 4);
    add("b", Scope::Part, 5);
    EXPECT_TRUE(findings("total").empty());
}

TEST_F(Check, parts_above_their_total_are_a_warning_with_the_numbers) {
    add("t", Scope::Aggregate, 9);
    add("a", Scope::Part, 4);
    add("b", Scope::Part, 7);
    const auto found = findings("total");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].about, "t");
    EXPECT_NE(found[0].sentence.en.find("says 9"), std::string::npos) << found[0].sentence.en;
    EXPECT_NE(found[0].sentence.en.find("add up to 11"), std::string::npos) << found[0].sentence.en;
    EXPECT_NE(found[0].sentence.vi.find("11"), std::string::npos);
}

TEST_F(Check, parts_below_their_total_are_info_since_a_report_may_not_list_all) {
    add("t", Scope::Aggregate, 9);
    add("a", Scope::Part, 4);
    ASSERT_EQ(findings("total").size(), 1U);
    EXPECT_EQ(findings("total")[0].severity, Severity::Info);
    add("b", Scope::Part, 1).value.reset();
    EXPECT_TRUE(findings("total").empty());
}

TEST_F(Check, an_at_least_total_may_be_passed_by_its_parts) {
    add("t", Scope::Aggregate, 9).qualifier = Qualifier::AtLeast;
    add("a", Scope::Part, 12);
    EXPECT_TRUE(findings("total").empty());
}

TEST_F(Check, parts_of_another_indicator_or_category_belong_to_no_total_here) {
    add("t", Scope::Aggregate, 9);
    add("a", Scope::Part, 12).indicator = "tanks";
    add("b", Scope::Part, 12).category = "cattle";
    EXPECT_TRUE(findings("total").empty());
}

TEST_F(Check, the_same_statement_twice_is_a_warning_in_one_source_and_info_across_two) {
    add("a", Scope::Own, 4);
    add("b", Scope::Own, 4);
    ASSERT_EQ(findings("duplicate").size(), 1U);
    EXPECT_EQ(findings("duplicate")[0].severity, Severity::Warning);
    EXPECT_EQ(findings("duplicate")[0].about, "b");
    m_records[1].source = "S2";
    EXPECT_EQ(findings("duplicate").at(0).severity, Severity::Info);
    m_records[1].scope = Scope::Repeat;
    EXPECT_TRUE(findings("duplicate").empty());
}

TEST_F(Check, two_holders_or_two_villages_of_one_commune_are_no_duplicates) {
    add("a", Scope::Own, 4).holder = "HTX A";
    add("b", Scope::Own, 4).holder = "HTX B";
    EXPECT_TRUE(findings("duplicate").empty());
    m_records[1].holder = "HTX A";
    EXPECT_EQ(findings("duplicate").size(), 1U);
    for (Record& record : m_records) {
        record.places[0].text = "bản " + record.id;
        record.places[0].reasons = "exact;village";
    }
    EXPECT_TRUE(findings("duplicate").empty());
}

TEST_F(Check, two_wordings_of_the_subject_in_one_source_are_no_duplicates) {
    add("a", Scope::Own, 4).subjectAsWritten = "lợn bản địa";
    add("b", Scope::Own, 4).subjectAsWritten = "lợn đen bản địa";
    EXPECT_TRUE(findings("duplicate").empty());
    m_records[1].source = "S2";
    EXPECT_EQ(findings("duplicate").size(), 1U) << "another source words it differently";
}

TEST_F(Check, seedlings_and_produce_a_model_and_its_multiplication_are_no_duplicates) {
    add("a", Scope::Own, 4).subjectAsWritten = "cá lăng thương phẩm";
    add("b", Scope::Own, 4).subjectAsWritten = "ương nuôi giống cá lăng";
    m_records[1].source = "S2";
    EXPECT_TRUE(findings("duplicate").empty());
    m_records[0].subjectAsWritten = "mô hình nuôi cá lăng";
    m_records[1].subjectAsWritten = "nhân rộng mô hình nuôi cá lăng";
    EXPECT_TRUE(findings("duplicate").empty());
    m_records[1].subjectAsWritten = "nuôi cá lăng";
    EXPECT_EQ(findings("duplicate").size(), 1U);
}

TEST_F(Check, the_same_name_in_two_lists_of_one_source_is_no_duplicate) {
    addName("a", "bò").group = "models";
    addName("b", "bò").group = "replicated";
    EXPECT_TRUE(findings("duplicate").empty());
    m_records[1].group = "models";
    EXPECT_EQ(findings("duplicate").size(), 1U);
}

TEST_F(Check, a_table_that_came_twice_is_one_finding_whatever_its_length) {
    for (const char* source : {"bom", "bom-2"})
        for (int row = 0; row < 5; ++row)
            add(source + std::to_string(row), Scope::Own, row).source = source;
    const auto found = findings("duplicate");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_NE(found[0].sentence.en.find("5 of 5 rows of source 'bom-2' stand in 'bom'"),
              std::string::npos)
        << found[0].sentence.en;
}

TEST_F(Check, a_name_that_two_reports_mention_without_a_number_is_no_duplicate) {
    addName("a", "bò");
    addName("b", "bò").source = "S2";
    EXPECT_TRUE(findings("duplicate").empty());
}

TEST_F(Check, another_place_value_or_period_is_no_duplicate) {
    add("a", Scope::Own, 4);
    add("b", Scope::Own, 5);
    add("c", Scope::Own, 4).places = {place("03430@2004", "Bản Bo")};
    add("d", Scope::Own, 4).period.from = Date::of(2020, 1, 1);
    EXPECT_TRUE(findings("duplicate").empty());
}

TEST_F(Check, impossible_values_are_errors) {
    add("negative", Scope::Own, -1);
    Record& share = add("share", Scope::Own, 120);
    share.unit = "%";
    share.indicator = "edible_share";
    add("stars", Scope::Own, 6).indicator = "stars";
    add("range", Scope::Own, 6).valueMax = 5;
    add("period", Scope::Own, 6).period = {Date::of(2022, 1, 1), Date::of(2021, 1, 1)};
    Record& gain = add("gain", Scope::Own, 120);
    gain.unit = "%";
    gain.indicator = "yield_gain";
    const auto found = findings("impossible");
    ASSERT_EQ(found.size(), 5U);
    for (const Issue& finding : found) {
        EXPECT_EQ(finding.severity, Severity::Error);
        EXPECT_NE(finding.about, "gain");
    }
}

TEST_F(Check, an_area_larger_than_its_commune_is_a_warning) {
    Record& record = add("a", Scope::Own, 4700); // Bình Lư has 4,600 ha
    record.indicator = "area";
    record.unit = "ha";
    ASSERT_EQ(findings("area").size(), 1U);
    EXPECT_NE(findings("area")[0].sentence.en.find("4,600 ha"), std::string::npos);
    m_records[0].value = 4500;
    EXPECT_TRUE(findings("area").empty());
}

TEST_F(Check, a_place_outside_its_parents_is_a_warning) {
    add("in", Scope::Own, 1);
    add("out", Scope::Own, 2).places = {place("03433@2004", "Tân An")};
    add("above", Scope::Own, 3).places = {place("12@2004", "toàn tỉnh")};
    const auto found = findings("outside");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].about, "out");
    EXPECT_NE(found[0].sentence.en.find("huyện Tân Uyên"), std::string::npos);
}

TEST_F(Check, unresolved_places_are_listed) {
    add("a", Scope::Own, 1).places = {place("", "Bản Xyz")};
    ASSERT_EQ(findings("unresolved").size(), 1U);
    EXPECT_EQ(findings("unresolved")[0].severity, Severity::Warning);
    m_records[0].places[0].role = PlaceRole::NameComponent;
    EXPECT_EQ(findings("unresolved").at(0).severity, Severity::Info);
}

} // namespace
} // namespace terroir::records
