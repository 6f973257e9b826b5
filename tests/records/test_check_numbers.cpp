#include "tests/records/check_test.hpp"

namespace terroir::records {
namespace {

/// Shares, relations, ratios, units, values as written, overlaps.
class CheckNumbers : public CheckTest {
protected:
    Record& value(std::string id, Scope scope, double number, std::string indicator,
                  std::string unit) {
        Record& record = add(std::move(id), scope, number);
        record.indicator = std::move(indicator);
        record.unit = std::move(unit);
        return record;
    }
    Record& share(std::string id, double number, std::string written, std::string category) {
        Record& record = value(std::move(id), Scope::Part, number, "task_share", "%");
        record.valueAsWritten = std::move(written);
        record.category = std::move(category);
        return record;
    }
    Record& atPlace(Record& record, const char* uid, const char* text) {
        record.places = {place(uid, text)};
        return record;
    }
};

TEST_F(CheckNumbers, a_share_is_its_part_of_the_total_as_far_as_it_is_written) {
    struct Case {
        double share;
        const char* written;
        bool isRight;
    };
    for (const Case& one :
         {Case{28.6, "28,6", true}, Case{29, "29", true}, Case{28.5, "28,5", false},
          Case{28.57, "28,57", true}, Case{28, "28", false}}) {
        m_records.clear(); // 2 of 7: 28.571 %
        value("a", Scope::Part, 2, "tasks_by_field", "đề tài").category = "crops";
        value("b", Scope::Part, 5, "tasks_by_field", "đề tài").category = "herds";
        share("s", one.share, one.written, "crops");
        EXPECT_EQ(findings("share").size(), one.isRight ? 0U : 1U) << one.written;
    }
    EXPECT_EQ(findings("share").at(0).severity, Severity::Warning);
    EXPECT_NE(findings("share").at(0).sentence.en.find("2 of 7 is 28.57 %, the source says 28 %"),
              std::string::npos)
        << findings("share").at(0).sentence.en;
}

TEST_F(CheckNumbers, a_share_is_of_the_total_that_the_source_states) {
    value("a", Scope::Part, 2, "tasks_by_field", "đề tài").category = "crops";
    share("s", 20, "20", "crops");
    EXPECT_TRUE(findings("share").empty()) << "no total";
    value("t", Scope::Aggregate, 10, "tasks", "nhiệm vụ").group = "all";
    EXPECT_TRUE(findings("share").empty());
    m_records.back().value = 20;
    EXPECT_EQ(findings("share").size(), 1U);
}

TEST_F(CheckNumbers, a_share_without_a_part_must_fit_a_whole_number) {
    value("t", Scope::Aggregate, 12, "tasks", "nhiệm vụ");
    share("s", 40, "40", "crops").group.clear(); // 4.8 of 12; 5 are 41.7 %
    ASSERT_EQ(findings("share").size(), 1U);
    EXPECT_EQ(findings("share")[0].severity, Severity::Warning);
    m_records[1].qualifier = Qualifier::About;
    EXPECT_EQ(findings("share").at(0).severity, Severity::Info) << "about 40 %";
    m_records[1].value = 42;
    m_records[1].valueAsWritten = "42";
    EXPECT_TRUE(findings("share").empty());
}

TEST_F(CheckNumbers, approved_tasks_that_were_not_carried_out_are_asked_for) {
    value("a", Scope::Own, 8, "tasks_approved", "nhiệm vụ");
    value("b", Scope::Own, 4, "tasks_approved", "nhiệm vụ");
    value("t", Scope::Aggregate, 9, "tasks", "nhiệm vụ").group = "all";
    const auto found = findings("relation");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].others, (std::vector<std::string>{"b", "t"}));
    EXPECT_NE(found[0].sentence.en.find("the other 3"), std::string::npos) << found[0].sentence.en;
    m_records[2].value = 13;
    EXPECT_NE(findings("relation").at(0).sentence.en.find("cannot be more"), std::string::npos);
    m_records[2].value = 12;
    EXPECT_TRUE(findings("relation").empty());
    m_records[2].value = 9;
    m_records[2].period.from = Date::of(2020, 1, 1);
    EXPECT_TRUE(findings("relation").empty()) << "of other years";
}

TEST_F(CheckNumbers, outcomes_do_not_pass_what_was_inspected) {
    value("t", Scope::Aggregate, 20, "establishments_inspected", "cơ sở");
    value("a", Scope::Part, 12, "establishments_reminded", "cơ sở");
    value("b", Scope::Part, 3, "establishments_fined", "cơ sở");
    EXPECT_NE(findings("relation").at(0).sentence.en.find("the other 5"), std::string::npos);
    m_records[1].value = 17;
    EXPECT_TRUE(findings("relation").empty());
    m_records[1].value = 19;
    EXPECT_EQ(findings("relation").size(), 1U);
}

TEST_F(CheckNumbers, marks_applied_for_hold_those_in_force_which_hold_those_of_a_kind) {
    value("a", Scope::Aggregate, 60, "titles_applied", "nhãn hiệu");
    value("b", Scope::Aggregate, 21, "titles_protected", "nhãn hiệu");
    value("c", Scope::Aggregate, 4, "titles", "nhãn hiệu").category = "certification_mark";
    EXPECT_TRUE(findings("relation").empty());
    m_records[2].value = 22;
    ASSERT_EQ(findings("relation").size(), 1U);
    EXPECT_EQ(findings("relation")[0].about, "b");
}

TEST_F(CheckNumbers, another_breakdown_of_a_total_has_its_sum) {
    value("t", Scope::Aggregate, 7, "tasks", "nhiệm vụ");
    value("a", Scope::Part, 4, "tasks_by_type", "đề tài");
    value("b", Scope::Part, 3, "tasks_by_type", "dự án");
    EXPECT_TRUE(findings("relation").empty());
    m_records[2].value = 2;
    EXPECT_NE(findings("relation").at(0).sentence.en.find("add up to 6"), std::string::npos);
}

TEST_F(CheckNumbers, a_site_with_four_times_the_tanks_of_the_others_is_far) {
    struct At {
        const char* uid;
        const char* text;
        double sites, tanks;
    };
    for (const At& at : {At{"03405@2004", "Bình Lư", 10, 100}, At{"03430@2004", "Bản Bo", 4, 30},
                         At{"03431@2004", "Khun Há", 1, 40}}) {
        atPlace(value(std::string("s") + at.uid, Scope::Part, at.sites, "sites", "cơ sở"), at.uid,
                at.text);
        atPlace(value(std::string("t") + at.uid, Scope::Part, at.tanks, "tanks", "bể"), at.uid,
                at.text);
    }
    const auto found = findings("ratio");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].about, "t03431@2004");
    EXPECT_NE(found[0].sentence.en.find("'Khun Há' has 40 bể for 1 cơ sở"), std::string::npos)
        << found[0].sentence.en;
    m_records.back().value = 25;
    EXPECT_TRUE(findings("ratio").empty());
    m_records.back().value = 40;
    m_records.erase(m_records.begin(), m_records.begin() + 2);
    EXPECT_TRUE(findings("ratio").empty()) << "two places show no rule";
}

TEST_F(CheckNumbers, lots_and_devices_are_no_breakdown_of_establishments) {
    value("t", Scope::Aggregate, 50, "establishments_inspected", "cơ sở");
    value("a", Scope::Own, 120, "lots_checked", "lô");
    EXPECT_TRUE(findings("unit").empty()) << "one other number says something else";
    value("b", Scope::Own, 75, "devices_checked", "phương tiện đo");
    ASSERT_EQ(findings("unit").size(), 1U);
    EXPECT_EQ(findings("unit")[0].about, "t");
    value("c", Scope::Part, 20, "establishments_fined", "cơ sở");
    EXPECT_TRUE(findings("unit").empty()) << "it has parts of its own";
}

TEST_F(CheckNumbers, a_value_is_the_number_that_is_written) {
    struct Case {
        double value;
        const char* unit;
        const char* written;
        bool isRight;
    };
    for (const Case& one : {
             Case{16, "°Bx", "160 Bx", false},
             Case{16, "°Bx", "16 Bx", true},
             Case{1947, "con", "1.947", true},
             Case{1.947, "con", "1.947", true},
             Case{3000, "con", "3 000", true},
             Case{80000, "con", "80 nghìn", true},
             Case{7, "con", "07", true},
             Case{7, "con", "70", false},
             Case{2.5, "ha", "25.000", true}, // the header may say m²
             Case{0.9, "ha", "2,5 sào", true},
             Case{2.5, "ha", "2,6 ha", false},
         }) {
        m_records.clear();
        value("a", Scope::Own, one.value, "x", one.unit).valueAsWritten = one.written;
        EXPECT_EQ(findings("written").size(), one.isRight ? 0U : 1U) << one.written;
    }
}

TEST_F(CheckNumbers, a_sugar_content_of_180_is_hardly_true) {
    value("a", Scope::Own, 180, "brix", "°Bx");
    ASSERT_EQ(findings("range").size(), 1U);
    m_records[0].value = 18;
    EXPECT_TRUE(findings("range").empty());
}

TEST_F(CheckNumbers, a_standard_has_the_editions_that_it_has) {
    struct Case {
        const char* text;
        bool isRight;
    };
    for (const Case& one : {Case{"TCVN ISO 9001:2008", true}, Case{"ISO 9001:2006", false},
                            Case{"ISO 22000:2018", true}, Case{"TCVN ISO/IEC 17025:2017", true},
                            Case{"ISO 9001:2031", true}, Case{"ISO 9001", true},
                            Case{"TCVN ISO 9001 năm 2006", true}, Case{"lợn 9001:2006", true}}) {
        m_records.clear();
        add("a", Scope::Own, 1).subjectAsWritten = one.text;
        EXPECT_EQ(findings("edition").size(), one.isRight ? 0U : 1U) << one.text;
    }
}

TEST_F(CheckNumbers, two_certificates_may_lie_on_one_field) {
    value("a", Scope::Own, 12, "area", "ha").category = "vietgap";
    value("b", Scope::Own, 30, "area", "ha").category = "organic";
    for (Record& record : m_records)
        record.kind = "certification";
    const auto found = findings("overlap");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_NE(found[0].sentence.en.find("42 ha"), std::string::npos) << found[0].sentence.en;
    m_records[1].category = "vietgap";
    EXPECT_TRUE(findings("overlap").empty());
}

TEST_F(CheckNumbers, whether_farms_over_50_hold_those_over_100_is_told_as_open) {
    add("a", Scope::Aggregate, 6).category = "goats_over_50";
    add("b", Scope::Aggregate, 2).category = "goats_over_100";
    const auto found = findings("nested");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::Info);
    m_records[1].indicator = "tanks";
    EXPECT_TRUE(findings("nested").empty());
}

TEST_F(CheckNumbers, one_value_of_two_communes_is_told_as_shared) {
    add("a", Scope::Shared, 6).places.push_back(place("03430@2004", "Bản Bo"));
    const auto found = findings("shared");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_NE(found[0].sentence.en.find("2 places"), std::string::npos);
}

TEST_F(CheckNumbers, two_reports_with_two_totals_contradict_each_other) {
    add("a", Scope::Aggregate, 46).source = "S2";
    add("b", Scope::Aggregate, 36);
    for (Record& record : m_records)
        record.period = {Date::of(2020, 1, 1), Date::of(2022, 1, 1)};
    ASSERT_EQ(findings("conflict").size(), 1U);
    m_records[1].period.to = Date::of(2023, 1, 1);
    EXPECT_TRUE(findings("conflict").empty()) << "six until 2020 and seven until 2022 is no matter";
}

} // namespace
} // namespace terroir::records
