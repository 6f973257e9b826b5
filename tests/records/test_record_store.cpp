#include "core/base/error.hpp"
#include "core/records/record_store.hpp"
#include "tests/records/small_country.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

Source source() {
    return {"S1",
            "Báo cáo",
            "Sở",
            "12/BC",
            "2022-04",
            "huyện Tam Đường",
            {Date::of(2012, 1, 1), Date::end()}};
}

Record full() {
    Record record;
    record.id = "S1-1";
    record.kind = "planting";
    record.subjects = {"mận", "lê"};
    record.subjectAsWritten = "mận, lê";
    record.category = "fruit";
    record.indicator = "area";
    record.value = 0.9;
    record.valueMax = 1.2;
    record.unit = "ha";
    record.qualifier = Qualifier::Range;
    record.valueAsWritten = "0,9-1,2";
    record.scope = Scope::Shared;
    record.group = "g";
    record.state = State::Planned;
    record.periodAsWritten = "2022";
    record.period = {Date::of(2022, 1, 1), Date::of(2023, 1, 1)};
    record.holder = "HTX";
    record.source = "S1";
    record.line = "162";
    record.facts = "001-168;001-169";
    record.note = "ghi chú";
    record.details = {{"code", "LCH-0417"}, {"market", "nội địa; xuất khẩu"}};
    record.lookupDate = Date::of(2022, 4, 30);
    record.places.push_back({PlaceRole::Location, "xã Tân An", "Tam Đường",
                             gazetteer::Level::Commune, geocode::Status::Ambiguous, "", 0.9,
                             "03432:0.90|03433:0.90", "exact"});
    record.places.push_back({PlaceRole::NameComponent, "Sa Pa", "", std::nullopt,
                             geocode::Status::Unmatched, "", 0, "", ""});
    return record;
}

Record plain(std::string id, std::string kind) {
    Record record;
    record.id = std::move(id);
    record.kind = std::move(kind);
    record.subjects = {"chè"};
    record.scope = Scope::None;
    record.source = "S1";
    record.lookupDate = Date::of(2022, 4, 30);
    return record;
}

void store(store::WorkspaceFile& workspace, const std::vector<Record>& records) {
    store::Transaction transaction(workspace.database());
    insertSource(workspace, source());
    insertRecords(workspace, records);
    transaction.commit();
}

TEST(RecordStore, gives_back_what_was_put_in) {
    tests::TemporaryWorkspace file;
    store(file.workspace, {plain("S1-2", "trial"), full()});
    const auto records = loadRecords(file.workspace);
    ASSERT_EQ(records.size(), 2U);
    const Record &got = records[0], expected = full();
    EXPECT_EQ(got.id, expected.id);
    EXPECT_EQ(got.subjects, expected.subjects);
    EXPECT_EQ(got.subjectAsWritten, expected.subjectAsWritten);
    EXPECT_EQ(got.category, expected.category);
    EXPECT_EQ(got.indicator, expected.indicator);
    EXPECT_EQ(got.value, expected.value);
    EXPECT_EQ(got.valueMax, expected.valueMax);
    EXPECT_EQ(got.unit, expected.unit);
    EXPECT_EQ(got.qualifier, expected.qualifier);
    EXPECT_EQ(got.valueAsWritten, expected.valueAsWritten);
    EXPECT_EQ(got.scope, expected.scope);
    EXPECT_EQ(got.group, expected.group);
    EXPECT_EQ(got.state, expected.state);
    EXPECT_EQ(got.periodAsWritten, expected.periodAsWritten);
    EXPECT_EQ(got.period, expected.period);
    EXPECT_EQ(got.holder, expected.holder);
    EXPECT_EQ(got.line, expected.line);
    EXPECT_EQ(got.facts, expected.facts);
    EXPECT_EQ(got.note, expected.note);
    EXPECT_EQ(got.details, expected.details);
    EXPECT_EQ(got.lookupDate, expected.lookupDate);
    ASSERT_EQ(got.places.size(), 2U);
    EXPECT_EQ(got.places[0].text, "xã Tân An");
    EXPECT_EQ(got.places[0].context, "Tam Đường");
    EXPECT_EQ(got.places[0].level, gazetteer::Level::Commune);
    EXPECT_EQ(got.places[0].status, geocode::Status::Ambiguous);
    EXPECT_EQ(got.places[0].candidates, "03432:0.90|03433:0.90");
    EXPECT_EQ(got.places[1].role, PlaceRole::NameComponent);
    EXPECT_FALSE(got.places[1].level);
    EXPECT_FALSE(records[1].value);
    EXPECT_EQ(records[1].period, Period{});
    EXPECT_TRUE(records[1].places.empty());
}

TEST(RecordStore, gives_back_the_sources) {
    tests::TemporaryWorkspace file;
    store(file.workspace, {});
    const auto sources = loadSources(file.workspace);
    ASSERT_EQ(sources.size(), 1U);
    EXPECT_EQ(sources[0].number, "12/BC");
    EXPECT_EQ(sources[0].date, "2022-04");
    EXPECT_EQ(sources[0].covers, source().covers);
}

TEST(RecordStore, loads_one_kind_with_its_own_subjects_and_places) {
    tests::TemporaryWorkspace file;
    store(file.workspace, {full(), plain("S1-2", "trial"), plain("S1-3", "model")});
    const auto records = loadRecords(file.workspace, std::vector<std::string>{"trial"});
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].subjects, std::vector<std::string>{"chè"});
    EXPECT_TRUE(records[0].places.empty());
}

TEST(RecordStore, the_same_table_does_not_come_in_twice) {
    tests::TemporaryWorkspace file;
    store(file.workspace, {full()});
    try {
        store(file.workspace, {full()});
        FAIL() << "stored twice";
    } catch (const StoreError& error) {
        EXPECT_NE(std::string(error.what()).find("already imported"), std::string::npos)
            << error.what();
    }
    EXPECT_EQ(loadRecords(file.workspace).size(), 1U);
}

TEST(RecordStore, a_workspace_made_before_there_were_details_is_read_and_gets_them) {
    tests::TemporaryWorkspace file;
    file.workspace.database().execute("DROP TABLE record_detail");
    EXPECT_TRUE(loadRecords(file.workspace).empty());
    store(file.workspace, {full()});
    EXPECT_EQ(loadRecords(file.workspace).at(0).details, full().details);
    removeSource(file.workspace, "S1");
    EXPECT_EQ(file.workspace.database().queryText("SELECT count(*) FROM record_detail"), "0");
}

TEST(RecordStore, an_id_of_another_source_is_not_overwritten) {
    tests::TemporaryWorkspace file;
    store(file.workspace, {full()});
    EXPECT_THROW(insertRecords(file.workspace, {full()}), StoreError);
}

TEST(RecordStore, a_source_can_replace_itself_and_a_persons_decision_stays) {
    tests::TemporaryWorkspace file;
    store(file.workspace, {full(), plain("S1-2", "trial")});
    file.workspace.database().execute(
        "INSERT INTO decision VALUES('S1-1', 0, 'xã Tân An', '03433@2004', '2024-01-01')");
    store::Transaction transaction(file.workspace.database());
    EXPECT_EQ(removeSource(file.workspace, "S1"), 2U);
    EXPECT_FALSE(hasSource(file.workspace, "S1"));
    EXPECT_EQ(file.workspace.database().queryText("SELECT count(*) FROM record_place"), "0");
    insertSource(file.workspace, source());
    insertRecords(file.workspace, {full()});
    transaction.commit();
    const auto records = loadRecords(file.workspace);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].places[0].status, geocode::Status::Matched);
    EXPECT_EQ(records[0].places[0].uid, "03433@2004");
    EXPECT_EQ(records[0].places[0].reasons, "decision;was:ambiguous;exact");
}

TEST(RecordStore, a_decision_about_another_text_is_not_applied) {
    tests::TemporaryWorkspace file;
    file.workspace.database().execute(
        "INSERT INTO decision VALUES('S1-1', 0, 'xã Tân Anh', '03433@2004', '2024-01-01')");
    store(file.workspace, {full()});
    EXPECT_EQ(loadRecords(file.workspace)[0].places[0].status, geocode::Status::Ambiguous);
}

} // namespace
} // namespace terroir::records
