#include "core/base/error.hpp"
#include "core/records/accepted_findings.hpp"
#include "core/records/decisions.hpp"
#include "core/records/import.hpp"
#include "core/records/record_store.hpp"
#include "core/store/change_recorder.hpp"
#include "tests/records/small_country.hpp"
#include "tests/support/dump.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace terroir::records {
namespace {

using store::applyChanges;
using store::Changes;
using terroir::testing::dump;

constexpr const char* twoTrials = "Giống,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                                  "Séng Cù; J02,Bình Lư,Tam Đường,Lai Châu,\"2,5\",2022\n"
                                  "LVN10,Tân An,,Lai Châu,1,2022\n"; // which of the two?
constexpr const char* oneTrialCorrected = "Giống,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                                          "Séng Cù,Bản Bo,Tam Đường,Lai Châu,3,2022\n";

class Undo : public ::testing::Test {
protected:
    void SetUp() override { database().execute("PRAGMA foreign_keys=ON"); }

    store::Database& database() { return m_file.workspace.database(); }

    template <typename Edit>
    Changes changesOf(Edit edit) {
        store::ChangeRecorder recorder(database());
        store::Transaction transaction(database());
        edit();
        transaction.commit();
        return recorder.take();
    }

    Changes importTable(const char* csv) {
        const TextTable table = parseCsv(csv, "Khảo nghiệm.csv");
        ImportOptions options{"trial", {}, {}};
        options.source = tableSource(table, {});
        std::vector<Record> found;
        readRecords(table, options, {}, m_geocoder, m_gazetteer, found);
        EXPECT_FALSE(found.empty());
        return changesOf([&] {
            removeSource(m_file.workspace, options.source.id);
            insertSource(m_file.workspace, options.source);
            insertRecords(m_file.workspace, found);
        });
    }

    /// Undone, redone, and undone again.
    void expectThereAndBack(const Changes& changes, const std::string& before) {
        const std::string after = dump(database());
        EXPECT_NE(after, before);
        applyChanges(database(), changes.inverted());
        EXPECT_EQ(dump(database()), before);
        applyChanges(database(), changes);
        EXPECT_EQ(dump(database()), after);
    }

    tests::TemporaryWorkspace m_file;
    gazetteer::Gazetteer m_gazetteer = tests::smallCountry();
    geocode::Geocoder m_geocoder{m_gazetteer};
};

TEST_F(Undo, an_imported_table_goes_and_comes_back) {
    const std::string before = dump(database());
    expectThereAndBack(importTable(twoTrials), before);
}

TEST_F(Undo, a_table_that_was_replaced_has_its_former_rows_again) {
    importTable(twoTrials);
    const std::string before = dump(database());
    expectThereAndBack(importTable(oneTrialCorrected), before);
}

TEST_F(Undo, an_import_is_undone_under_decisions_that_were_undone_first) {
    const std::string before = dump(database());
    const Changes imported = importTable(twoTrials);
    const std::string id = loadRecords(m_file.workspace).at(1).id;
    const std::string undecided = dump(database());
    const Changes decided = changesOf([&] { decide(m_file.workspace, id, 0, "03433@2004"); });
    EXPECT_THROW(applyChanges(database(), imported.inverted()), StoreError)
        << "the place is not as the import left it";
    expectThereAndBack(decided, undecided);
    const std::string first = dump(database());
    const Changes again = changesOf([&] { decide(m_file.workspace, id, 0, "03432@2004"); });
    expectThereAndBack(again, first);
    const std::string second = dump(database());
    const Changes takenBack = changesOf([&] { undoDecision(m_file.workspace, id, 0); });
    expectThereAndBack(takenBack, second);
    for (const Changes& changes : {takenBack, again, decided, imported})
        applyChanges(database(), changes.inverted());
    EXPECT_EQ(dump(database()), before);
}

TEST_F(Undo, an_accepted_finding_goes_and_comes_back_with_its_reason) {
    const Issue finding{Severity::Warning, "total", "t", {}, "9 11"};
    const std::string before = dump(database());
    expectThereAndBack(changesOf([&] { acceptFinding(m_file.workspace, finding, "one"); }), before);
    const std::string accepted = dump(database());
    expectThereAndBack(changesOf([&] { acceptFinding(m_file.workspace, finding, "two"); }),
                       accepted);
    const std::string replaced = dump(database());
    expectThereAndBack(changesOf([&] { takeBackAccepted(m_file.workspace, findingKey(finding)); }),
                       replaced);
}

TEST_F(Undo, an_accepted_finding_is_undone_in_a_workspace_of_before) {
    database().execute("DROP TABLE accepted_finding");
    m_file.workspace.addAcceptedFindings();
    const std::string before = dump(database());
    const Issue finding{Severity::Warning, "total", "t", {}, "9 11"};
    expectThereAndBack(changesOf([&] { acceptFinding(m_file.workspace, finding, "one"); }), before);
}

TEST_F(Undo, a_removed_source_comes_back_with_its_records) {
    importTable(twoTrials);
    const std::string before = dump(database());
    expectThereAndBack(changesOf([&] {
                           database().execute("DELETE FROM record");
                           database().execute("DELETE FROM source");
                       }),
                       before);
}

} // namespace
} // namespace terroir::records
