#include "core/base/error.hpp"
#include "core/sheets/read.hpp"
#include "core/workspace/table_import.hpp"
#include "tests/support/dump.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace terroir::workspace {
namespace {

using terroir::testing::dump;
using terroir::testing::TemporaryFolder;

/// A total, an open place, a row that is refused.
constexpr const char* mixedRows = "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                                  "Tổng cộng,,Tam Đường,Lai Châu,6,2023\n"
                                  "Lúa,Bản Bo,Tam Đường,Lai Châu,1,2023\n"
                                  "Chè,Không Tên,Tam Đường,Lai Châu,2,2023\n"
                                  "Ngô,Bản Bo,Tam Đường,Lai Châu,nhiều,2023\n"
                                  "Mắc ca,Bình Lư,Tam Đường,Lai Châu,3,2023\n";

class ImportStored : public ::testing::Test {
protected:
    void SetUp() override {
        m_former = open("former.sqlite");
        m_workspace = open("w.sqlite");
    }

    std::unique_ptr<Workspace> open(const char* name) const {
        std::filesystem::copy_file(packagedFile(), m_folder / name);
        return std::make_unique<Workspace>(m_folder / name, store::Mode::ReadWrite,
                                           store::Spatial::Yes);
    }
    sheets::Workbook workbook(const std::string& csv) const {
        std::ofstream(m_folder / "t.csv") << csv;
        return sheets::readWorkbook(m_folder / "t.csv");
    }
    static records::ImportOptions options() {
        records::ImportOptions options;
        options.kind = "trial";
        return options;
    }
    StoredImport import(const std::string& csv, ImportSteps steps = {}) const {
        steps.recordsAtOnce = 2;
        return importWorkbook(workbook(csv), options(), *m_workspace, {}, steps);
    }

    TemporaryFolder m_folder;
    std::unique_ptr<Workspace> m_former, m_workspace;
};

/// Compared with ==: to tell what differs takes minutes.
std::string dump(Workspace& workspace) {
    return dump(workspace.file().database());
}

std::string said(const records::ImportReport& report) {
    return toCsv(reportRows(report, Language::English));
}

TEST_F(ImportStored, a_table_stored_as_it_is_read_is_what_reading_and_storing_it_gives) {
    const TableImport taken = readImport(workbook(mixedRows), options(), *m_former);
    storeImport(taken, *m_former);
    const StoredImport stored = import(mixedRows);
    EXPECT_TRUE(dump(*m_workspace) == dump(*m_former));
    EXPECT_EQ(said(stored.taken.report), said(taken.report));
    EXPECT_EQ(stored.records, 3U);
    EXPECT_TRUE(stored.taken.records.empty());
    EXPECT_EQ(stored.openPlaces, 1U);
    EXPECT_EQ(stored.openPlaces, countOpenPlaces(taken, *m_former));
}

TEST_F(ImportStored, rows_with_coordinates_find_their_units_while_others_are_stored) {
    std::string rows = "Cây trồng,Kinh độ,Vĩ độ,Diện tích (ha),Năm\n";
    for (int i = 0; i < 40; ++i)
        rows += "Lúa,103." + std::to_string(400 + i) + ",22.300,1,2023\n";
    const TableImport taken = readImport(workbook(rows), options(), *m_former);
    storeImport(taken, *m_former);
    const StoredImport stored = import(rows);
    EXPECT_EQ(stored.records, 40U);
    EXPECT_TRUE(dump(*m_workspace) == dump(*m_former));
    EXPECT_EQ(said(stored.taken.report), said(taken.report));
    EXPECT_NE(taken.records.back().places.front().uid, "");
}

TEST_F(ImportStored, a_table_that_replaces_its_former_self_leaves_nothing_of_it) {
    import(mixedRows);
    const std::string once = dump(*m_workspace);
    EXPECT_TRUE(import(mixedRows).taken.replaces);
    EXPECT_TRUE(dump(*m_workspace) == once);
}

TEST_F(ImportStored, a_doubt_that_was_settled_comes_back_only_with_another_row) {
    const auto doubts = [&] {
        std::size_t count = 0;
        for (const records::Record& record : m_workspace->records())
            for (const records::Detail& detail : record.details)
                count += record.source == "t" && detail.field == records::doubtField ? 1U : 0U;
        return count;
    };
    import(mixedRows);
    ASSERT_EQ(doubts(), 1U); // of the place that nobody knows
    const auto& all = m_workspace->records();
    const auto open = std::find_if(all.begin(), all.end(), [](const records::Record& record) {
        return record.source == "t" &&
               std::any_of(record.details.begin(), record.details.end(),
                           [](const auto& detail) { return detail.field == records::doubtField; });
    });
    ASSERT_NE(open, all.end());
    const std::string id = open->id;
    {
        store::Transaction transaction(m_workspace->file().database());
        records::decide(m_workspace->file(), id, 0, "03424@2004");
        transaction.commit();
    }
    m_workspace->forgetRecords();
    ASSERT_EQ(doubts(), 0U);
    import(mixedRows);
    EXPECT_EQ(doubts(), 0U);
    std::string other = mixedRows;
    other.replace(other.find("Lai Châu,2,"), std::string("Lai Châu,2,").size(), "Lai Châu,5,");
    import(other);
    EXPECT_EQ(doubts(), 1U);
}

TEST_F(ImportStored, nothing_is_written_where_an_import_is_stopped_on_its_way) {
    const std::string untouched = dump(*m_workspace);
    const auto stop = [](const TableImport&) { throw InputError(LocalText{"dừng", "stop"}); };
    std::string thousandRows = "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n";
    for (int i = 0; i < 1'000; ++i)
        thousandRows += "Lúa,Bản Bo,Tam Đường,Lai Châu,1,2023\n";
    EXPECT_THROW(import(mixedRows, {stop}), InputError);
    EXPECT_TRUE(dump(*m_workspace) == untouched);
    EXPECT_THROW(import(mixedRows, {{}, stop}), InputError);
    EXPECT_TRUE(dump(*m_workspace) == untouched);
    EXPECT_THROW(import(thousandRows, {{}, {}, [](double, const LocalText&) { return false; }}),
                 Error);
    EXPECT_TRUE(dump(*m_workspace) == untouched);
    // Behind the first ones that are stored, a record of another source has the same id.
    m_workspace->file().database().execute(
        "INSERT INTO source(id, title) VALUES('x', 'x');"
        "INSERT INTO record(id, kind, qualifier, scope, state, source, lookup_date) "
        "VALUES('t-r4', 'trial', '', 'own', 'done', 'x', '2022-12-31')");
    const std::string known = dump(*m_workspace);
    EXPECT_THROW(import(thousandRows), StoreError);
    EXPECT_TRUE(dump(*m_workspace) == known);
}

TEST_F(ImportStored, a_table_of_which_no_row_is_accepted_changes_nothing) {
    const std::string untouched = dump(*m_workspace);
    std::string steps;
    const StoredImport stored = import(
        "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha)\n"
        ",Bản Bo,Tam Đường,Lai Châu,1\n"
        "Mắc ca,Bản Bo,Tam Đường,Lai Châu,nhiều\n",
        {[&](const TableImport&) { steps += "store "; },
         [&](const TableImport& taken) {
             steps += "report " + std::to_string(taken.report.count(records::RowOutcome::Refused));
         }});
    EXPECT_EQ(stored.records, 0U);
    EXPECT_EQ(steps, "store report 2");
    EXPECT_TRUE(dump(*m_workspace) == untouched);
}

TEST_F(ImportStored, rows_that_another_file_holds_already_are_told_however_they_are_stored) {
    const std::string rows = "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                             "Lúa,Bản Bo,Tam Đường,Lai Châu,1,2023\n"
                             "Chè,Bình Lư,Tam Đường,Lai Châu,2,2023\n"
                             "Ngô,Bản Bo,Tam Đường,Lai Châu,4,2023\n";
    import(rows);
    const auto twins = [&](const std::string& csv) {
        std::ofstream(m_folder / "copy.csv") << csv;
        const sheets::Workbook copy = sheets::readWorkbook(m_folder / "copy.csv");
        const std::string read = said(readImport(copy, options(), *m_workspace).report);
        ImportSteps steps;
        steps.recordsAtOnce = 1;
        steps.beforeCommit = [](const TableImport& taken) {
            throw InputError(LocalText{said(taken.report), said(taken.report)});
        };
        try {
            importWorkbook(copy, options(), *m_workspace, {}, steps);
        } catch (const InputError& error) {
            EXPECT_NE(std::string(error.what()).find(read), std::string::npos) << error.what();
        }
        return read.find("3 of 3 records stand in 't' already") != std::string::npos;
    };
    EXPECT_TRUE(twins(rows));
    const auto otherwise = [&](const std::string& was, const std::string& is) {
        std::string changed = rows;
        for (std::size_t at = 0; (at = changed.find(was, at)) != std::string::npos; at += is.size())
            changed.replace(at, was.size(), is);
        return twins(changed);
    };
    EXPECT_FALSE(otherwise(",2023\n", ",2022\n")) << "another year";
    EXPECT_FALSE(otherwise("Bản Bo", "Sơn Bình")) << "other places";
    EXPECT_FALSE(otherwise(",4,", ",5,")) << "two of three, and three are wanted";
}

} // namespace
} // namespace terroir::workspace
