#include "core/records/accepted_findings.hpp"
#include "tests/records/check_test.hpp"

namespace terroir::records {
namespace {

class AcceptedFindings : public CheckTest {
protected:
    void SetUp() override {
        add("t", Scope::Aggregate, 9);
        add("a", Scope::Part, 4);
        add("b", Scope::Part, 7);
        add("x", Scope::Own, -1).group.clear();
    }

    store::WorkspaceFile& workspace() { return m_file.workspace; }
    std::vector<Issue> all() const { return check(m_records, m_sources, m_geocoder, m_gazetteer); }
    /// Those that are not accepted.
    std::vector<Issue> open() {
        std::vector<Issue> findings = all();
        removeAccepted(findings, loadAcceptedFindings(workspace()));
        return findings;
    }

private:
    tests::TemporaryWorkspace m_file;
};

TEST_F(AcceptedFindings, an_accepted_finding_is_not_found_again) {
    ASSERT_EQ(open().size(), 2U);
    acceptFinding(workspace(), findings("total").at(0), "two farms moved");
    std::vector<Issue> found = all();
    const auto accepted = removeAccepted(found, loadAcceptedFindings(workspace()));
    ASSERT_EQ(accepted.size(), 1U);
    EXPECT_EQ(accepted[0].kind, "total");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, "impossible");
    const auto stored = loadAcceptedFindings(workspace());
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0].reason, "two farms moved");
    EXPECT_EQ(stored[0].record, "t");
    EXPECT_EQ(stored[0].day, Date::today().toString());
}

TEST_F(AcceptedFindings, it_comes_back_when_its_numbers_change_and_not_when_others_do) {
    acceptFinding(workspace(), findings("total").at(0), "so");
    m_records[3].value = -2;
    m_records[2].note = "a word";
    EXPECT_EQ(open().size(), 1U);
    m_records[2].value = 8;
    EXPECT_EQ(open().size(), 2U);
    m_records[2].value = 7;
    EXPECT_EQ(open().size(), 1U) << "as it was accepted";
}

TEST_F(AcceptedFindings, a_reason_can_be_replaced_and_an_acceptance_taken_back) {
    const Issue finding = findings("total").at(0);
    acceptFinding(workspace(), finding, "one");
    acceptFinding(workspace(), finding, "two");
    ASSERT_EQ(loadAcceptedFindings(workspace()).size(), 1U);
    EXPECT_EQ(loadAcceptedFindings(workspace())[0].reason, "two");
    EXPECT_TRUE(takeBackAccepted(workspace(), findingKey(finding)));
    EXPECT_FALSE(takeBackAccepted(workspace(), findingKey(finding)));
    EXPECT_EQ(open().size(), 2U);
}

TEST_F(AcceptedFindings, a_workspace_of_before_has_none_and_takes_the_first) {
    workspace().database().execute("DROP TABLE accepted_finding");
    EXPECT_TRUE(loadAcceptedFindings(workspace()).empty());
    EXPECT_FALSE(takeBackAccepted(workspace(), "000000000000"));
    acceptFinding(workspace(), findings("total").at(0), "so");
    EXPECT_EQ(open().size(), 1U);
}

TEST_F(AcceptedFindings, keys_tell_rules_records_and_numbers_apart) {
    const Issue one{Severity::Warning, "total", "t", {}, "9 2 11", {"a", "b"}};
    EXPECT_EQ(findingKey(one), "abd3b12c9978")
        << "keys are kept in workspaces: they must not change";
    Issue other = one;
    other.sentence = {"khác", "in other words"};
    other.severity = Severity::Info;
    other.others = {"b", "a"};
    EXPECT_EQ(findingKey(other), findingKey(one));
    other.says = "9 2 12";
    EXPECT_NE(findingKey(other), findingKey(one));
    other = one;
    other.kind = "named";
    EXPECT_NE(findingKey(other), findingKey(one));
    other = one;
    other.about = "u";
    EXPECT_NE(findingKey(other), findingKey(one));
}

} // namespace
} // namespace terroir::records
