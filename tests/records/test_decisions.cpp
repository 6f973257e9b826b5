#include "core/base/error.hpp"
#include "core/records/decisions.hpp"
#include "core/records/record_store.hpp"
#include "tests/records/small_country.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

using geocode::Status;

class Decisions : public ::testing::Test {
protected:
    void SetUp() override {
        insertSource(workspace(), {"S1", "Báo cáo", "", "", "2022", "", {}});
        insertRecords(workspace(), {record()});
    }

    static Record record() {
        Record record;
        record.id = "S1-1";
        record.kind = "trial";
        record.scope = Scope::None;
        record.source = "S1";
        record.lookupDate = Date::of(2022, 4, 30);
        record.places.push_back({PlaceRole::Location, "Tân An", "", std::nullopt, Status::Ambiguous,
                                 "", 0.5, "03432:0.50|03433:0.50", "several-fit"});
        record.places.push_back({PlaceRole::Location, "Bản Bo", "", std::nullopt, Status::Matched,
                                 "03430@2004", 1, "03430:1.00", "exact;village"});
        record.places.push_back(
            {PlaceRole::Territory, "", "Sao Hỏa", std::nullopt, Status::Unmatched, "", 0, "", ""});
        return record;
    }

    store::WorkspaceFile& workspace() { return m_file.workspace; }
    Place place(std::size_t index) { return loadRecords(workspace()).at(0).places.at(index); }

private:
    tests::TemporaryWorkspace m_file;
};

TEST_F(Decisions, a_place_becomes_the_unit_that_was_decided) {
    decide(workspace(), "S1-1", 0, "03433@2004");
    EXPECT_EQ(place(0).status, Status::Matched);
    EXPECT_EQ(place(0).uid, "03433@2004");
    EXPECT_EQ(place(0).reasons, "decision;was:ambiguous;several-fit");
    EXPECT_EQ(place(0).candidates, "03432:0.50|03433:0.50") << "what was there to choose from";
    EXPECT_TRUE(isDecided(place(0)));
    EXPECT_FALSE(isDecided(place(1)));
    const auto decisions = loadDecisions(workspace());
    ASSERT_EQ(decisions.size(), 1U);
    EXPECT_EQ(decisions[0].text, "Tân An");
    EXPECT_EQ(decisions[0].uid, "03433@2004");
    EXPECT_EQ(decisions[0].day, Date::today().toString());
}

TEST_F(Decisions, none_of_the_candidates_is_a_decision_too) {
    decide(workspace(), "S1-1", 0, "");
    EXPECT_EQ(place(0).status, Status::Unmatched);
    EXPECT_EQ(place(0).uid, "");
    decide(workspace(), "S1-1", 1, "");
    EXPECT_EQ(place(1).status, Status::Unmatched) << "a match may be wrong as well";
}

TEST_F(Decisions, undoing_gives_the_answer_of_the_geocoder_back) {
    const Record before = loadRecords(workspace()).at(0);
    for (std::size_t index = 0; index < 3; ++index) {
        decide(workspace(), "S1-1", index, "03433@2004");
        decide(workspace(), "S1-1", index, "");
        decide(workspace(), "S1-1", index, "03390@2004");
        EXPECT_EQ(place(index).uid, "03390@2004");
        EXPECT_TRUE(undoDecision(workspace(), "S1-1", index));
        EXPECT_EQ(place(index).status, before.places[index].status);
        EXPECT_EQ(place(index).uid, before.places[index].uid);
        EXPECT_EQ(place(index).reasons, before.places[index].reasons);
        EXPECT_FALSE(undoDecision(workspace(), "S1-1", index));
    }
    EXPECT_TRUE(loadDecisions(workspace()).empty());
}

TEST_F(Decisions, they_outlive_their_record_and_count_again_when_it_comes_back) {
    decide(workspace(), "S1-1", 0, "03433@2004");
    decide(workspace(), "S1-1", 2, "03390@2004");
    removeSource(workspace(), "S1");
    EXPECT_EQ(loadDecisions(workspace()).size(), 2U);
    insertSource(workspace(), {"S1", "Báo cáo", "", "", "2022", "", {}});
    insertRecords(workspace(), {record()});
    EXPECT_EQ(place(0).uid, "03433@2004");
    EXPECT_EQ(place(2).uid, "03390@2004");
    EXPECT_TRUE(undoDecision(workspace(), "S1-1", 0));
    EXPECT_EQ(place(0).reasons, "several-fit");
}

TEST_F(Decisions, a_place_is_open_until_the_geocoder_or_a_person_has_settled_it) {
    EXPECT_TRUE(isOpen(place(0)));
    EXPECT_FALSE(isOpen(place(1)));
    EXPECT_EQ(countOpen(loadRecords(workspace())), 2U);
    decide(workspace(), "S1-1", 0, "");
    EXPECT_FALSE(isOpen(place(0))) << "none of the candidates is a decision, too";
    EXPECT_EQ(countOpen(loadRecords(workspace())), 1U);
}

TEST_F(Decisions, what_a_table_brings_again_is_open_only_where_nobody_has_decided) {
    decide(workspace(), "S1-1", 0, "03433@2004");
    const std::vector<Decision> kept = loadDecisions(workspace());
    Record again = record();
    EXPECT_EQ(countOpen(std::vector{again}), 2U);
    EXPECT_EQ(countOpen(std::vector{again}, kept), 1U);
    again.places[0].text = "Tân Ân"; // another text: the decision was about something else
    EXPECT_EQ(countOpen(std::vector{again}, kept), 2U);
    again.id = "S1-2";
    EXPECT_EQ(countOpen(std::vector{again}, kept), 2U);
}

TEST_F(Decisions, they_can_be_undone_when_their_record_is_gone) {
    decide(workspace(), "S1-1", 0, "03433@2004");
    removeSource(workspace(), "S1");
    EXPECT_TRUE(undoDecision(workspace(), "S1-1", 0));
    EXPECT_TRUE(loadDecisions(workspace()).empty());
}

TEST_F(Decisions, about_a_place_that_is_not_there_is_an_error) {
    EXPECT_THROW(decide(workspace(), "S1-1", 9, "03433@2004"), StoreError);
    EXPECT_THROW(decide(workspace(), "S1-2", 0, "03433@2004"), StoreError);
}

} // namespace
} // namespace terroir::records
