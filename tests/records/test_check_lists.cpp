#include "tests/records/check_test.hpp"

namespace terroir::records {
namespace {

/// Stated numbers, and the rows that name what they count.
class CheckLists : public CheckTest {
protected:
    void SetUp() override { m_sources.push_back({"P", "t", "", "", "2022", "tỉnh Lai Châu", {}}); }

    Record& product(std::string id, std::string subject) {
        Record& record = add(std::move(id), Scope::Part, 4);
        record.kind = "ocop";
        record.category = "4";
        record.indicator = "stars";
        record.unit = "sao";
        record.subjects = {std::move(subject)};
        return record;
    }
    Record& products(std::string id, double count) {
        Record& record = add(std::move(id), Scope::Aggregate, count);
        record.kind = "ocop";
        record.category = "4";
        record.indicator = "products";
        record.unit = "sản phẩm";
        record.places = {coverage("106@2004", "toàn huyện")};
        return record;
    }
    Record& mark(std::string id, std::string subject) {
        Record& record = addName(std::move(id), std::move(subject));
        record.kind = "title";
        record.category = "certification_mark";
        record.group = "claims";
        record.places = {coverage("106@2004", "toàn huyện")};
        return record;
    }
    /// The marks of the province, complete.
    void listOfMarks(const std::vector<std::string>& subjects) {
        Record& count = add("P-0", Scope::Aggregate, double(subjects.size()));
        count.unit = "nhãn hiệu";
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            Record& one = add("P-" + std::to_string(i + 1), Scope::Part, 1);
            one.unit = "văn bằng";
            one.qualifier = Qualifier::Implied;
            one.subjects = {subjects[i]};
        }
        for (Record& record : m_records)
            if (record.id.starts_with("P-")) {
                record.kind = "title";
                record.category = "certification_mark";
                record.indicator = "titles";
                record.source = "P";
                record.group = "marks";
                record.places = {coverage("12@2004", "toàn tỉnh")};
            }
    }
    static Place coverage(std::string uid, std::string text) {
        Place place = CheckTest::place(std::move(uid), std::move(text));
        place.role = PlaceRole::Coverage;
        return place;
    }
};

TEST_F(CheckLists, three_products_said_and_two_named_is_a_warning) {
    products("t", 3);
    product("a", "rượu ngô");
    product("b", "hạt dẻ");
    const auto found = findings("named");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].about, "t");
    EXPECT_EQ(found[0].others, (std::vector<std::string>{"a", "b"}));
    EXPECT_NE(found[0].sentence.en.find("says 3 sản phẩm and names 2"), std::string::npos)
        << found[0].sentence.en;
    product("c", "mắc khén");
    EXPECT_TRUE(findings("named").empty());
}

TEST_F(CheckLists, farms_by_commune_are_numbers_and_no_names) {
    add("t", Scope::Aggregate, 9);
    add("a", Scope::Part, 8);
    add("b", Scope::Part, 1).places = {place("03430@2004", "Bản Bo")};
    EXPECT_TRUE(findings("named").empty());
}

TEST_F(CheckLists, four_enterprises_of_which_one_won_twice_are_three) {
    add("t", Scope::Aggregate, 4).unit = "doanh nghiệp";
    for (const char* id : {"a", "b", "c", "d"})
        add(id, Scope::Part, 1).unit = "giải thưởng";
    m_records[1].holder = m_records[2].holder = "Công ty A";
    m_records[2].period.from = Date::of(2021, 1, 1);
    m_records[3].holder = "Công ty B";
    EXPECT_TRUE(findings("named").empty()) << "one of them bears no name";
    m_records[4].holder = "Công ty C";
    const auto found = findings("named");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].sentence.en.find("says 4 doanh nghiệp and names 3 in 4 rows"),
              std::string::npos)
        << found[0].sentence.en;
    m_records[2].holder = "Công ty D";
    EXPECT_TRUE(findings("named").empty());
}

TEST_F(CheckLists, a_list_in_the_line_of_its_number_is_held_against_it) {
    Record& count = add("t", Scope::Part, 3);
    count.line = "7";
    count.group = "fields";
    for (const char* id : {"a", "b"}) {
        Record& topic = addName(id, id);
        topic.line = "7";
        topic.group = "topics";
    }
    ASSERT_EQ(findings("named").size(), 1U);
    EXPECT_EQ(findings("named")[0].about, "t");
    m_records[0].line = "8";
    EXPECT_TRUE(findings("named").empty()) << "another line";
    m_records[0].line = "7";
    m_records[0].category = "cattle";
    EXPECT_TRUE(findings("named").empty()) << "another field";
    m_records[0].category = "pigs";
    m_records[0].unit = "ha";
    EXPECT_TRUE(findings("named").empty()) << "hectares count no topics";
}

TEST_F(CheckLists, two_more_products_elsewhere_in_the_report_are_told) {
    products("t", 2);
    product("a", "rượu ngô");
    product("b", "hạt dẻ");
    products("t2", 1).places = {place("03405@2004", "Bình Lư")};
    product("c", "mắc khén");
    m_records[3].group = m_records[4].group = "coop";
    const auto found = findings("named");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].about, "t");
    EXPECT_NE(found[0].sentence.en.find("3 in all"), std::string::npos) << found[0].sentence.en;
    m_records[4].subjects = {"hạt dẻ"};
    EXPECT_TRUE(findings("named").empty()) << "one of the two, told again";
}

TEST_F(CheckLists, a_mark_among_the_products_of_its_line_is_one_of_them) {
    products("t", 2);
    product("a", "rượu ngô");
    product("b", "hạt dẻ");
    for (const char* id : {"m", "m1", "m2"}) {
        Record& mark = add(id, id == std::string("m") ? Scope::Aggregate : Scope::Part, 1);
        mark.kind = "title";
        mark.category = "trademark";
        mark.indicator = "titles";
        mark.group = "marks";
        mark.unit = "sản phẩm";
    }
    m_records[3].value = 2;
    m_records[4].subjects = {"rượu ngô"};
    m_records[5].subjects = {"chè"};
    for (Record& record : m_records)
        record.line = "9";
    const auto found = findings("membership");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].about, "m");
    EXPECT_NE(found[0].sentence.en.find("'chè' is not among the 2 sản phẩm"), std::string::npos)
        << found[0].sentence.en;
    m_records[4].subjects = {"cá"};
    EXPECT_TRUE(findings("membership").empty()) << "lists with nothing in common";
    m_records[4].subjects = {"rượu ngô"};
    m_records[5].subjects = {"hạt dẻ"};
    EXPECT_TRUE(findings("membership").empty());
}

TEST_F(CheckLists, a_mark_that_no_complete_list_has_is_a_warning) {
    listOfMarks({"rượu ngô", "hạt dẻ"});
    mark("a", "rượu ngô");
    mark("b", "mắc khén");
    const auto found = findings("membership");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].about, "b");
    EXPECT_EQ(found[0].others, std::vector<std::string>{"P-0"});
    EXPECT_NE(found[0].sentence.vi.find("mắc khén"), std::string::npos);
}

TEST_F(CheckLists, a_mark_is_not_missed_in_lists_that_cannot_have_it) {
    listOfMarks({"rượu ngô", "hạt dẻ"});
    mark("a", "mắc khén");
    m_records.back().period.from = Date::of(2023, 1, 1);
    for (Record& record : m_records)
        if (record.source == "P")
            record.period = {Date::of(2018, 1, 1), Date::of(2021, 1, 1)};
    EXPECT_TRUE(findings("membership").empty()) << "a later one";
    m_records.back().period.from = Date::of(2019, 1, 1);
    ASSERT_EQ(findings("membership").size(), 1U);
    m_records.back().category = "unstated";
    EXPECT_TRUE(findings("membership").empty()) << "of a kind that is not said";
    m_records.back().category = "certification_mark";
    m_records.back().state = State::Proposed;
    EXPECT_TRUE(findings("membership").empty()) << "asked for";
    m_records.back().state = State::Done;
    m_records.back().places = {coverage("430@2004", "huyện Nam Đàn")};
    EXPECT_TRUE(findings("membership").empty()) << "of another province";
    m_records.back().places = {coverage("106@2004", "toàn huyện")};
    m_records.front().value = 3;
    EXPECT_TRUE(findings("membership").empty()) << "a list that is not complete";
}

} // namespace
} // namespace terroir::records
