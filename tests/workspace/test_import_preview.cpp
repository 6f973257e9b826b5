#include "core/base/error.hpp"
#include "core/sheets/read.hpp"
#include "core/workspace/import_preview.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace terroir::workspace {
namespace {

using terroir::testing::TemporaryFolder;

class ImportPreview : public ::testing::Test {
protected:
    Table preview(const std::string& kind, const std::string& csv,
                  Language language = Language::English) {
        std::ofstream(m_folder / "t.csv") << csv;
        const sheets::Workbook workbook = sheets::readWorkbook(m_folder / "t.csv");
        Workspace workspace(packagedFile(), store::Mode::ReadOnly);
        records::ImportOptions options;
        options.kind = kind;
        return toTable(
            previewRows(readImport(workbook, options, workspace), workspace.gazetteer(), language));
    }

    TemporaryFolder m_folder;
};

using Cells = std::vector<std::string>;

TEST_F(ImportPreview, ShowsWhatEachRowIsUnderstoodAs) {
    const Table rows = preview("trial", "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                                        "Lúa,Bản Bo,Tam Đường,Lai Châu,\"2,5\",2023\n"
                                        "Chè,Không Tên,Tam Đường,Lai Châu,1,2023\n"
                                        "Mắc ca,Bản Bo,Tam Đường,Lai Châu,nhiều,2023\n");
    ASSERT_EQ(rows.rows.size(), 3U);
    EXPECT_EQ(rows.header, (Cells{"row", "sheet", "outcome", "subject", "value", "place",
                                  "unit_name", "period", "sentence"}));
    EXPECT_EQ(rows.rows[0].cells, (Cells{"2", "", "accepted", "Lúa", "2.5 ha", "Bản Bo",
                                         "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu", "2023", ""}));
    // No unit is shown for a place that is not settled, nothing but the reason for a refused row.
    EXPECT_EQ(rows.rows[1].cells[2], "doubtful");
    EXPECT_EQ(rows.rows[1].cells[5], "Không Tên");
    EXPECT_EQ(rows.rows[1].cells[6], "");
    EXPECT_EQ(rows.rows[2].cells[2], "refused");
    EXPECT_EQ(Cells(rows.rows[2].cells.begin() + 3, rows.rows[2].cells.end() - 1), Cells(5));
    EXPECT_NE(rows.rows[2].cells[8], "");
}

TEST_F(ImportPreview, JoinsTheRecordsOfARowAndSpeaksBothLanguages) {
    const Table rows = preview("planting",
                               "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Sản lượng (tấn),Năm\n"
                               "Chè,Bản Bo,Tam Đường,Lai Châu,\"2,5\",20,2023\n",
                               Language::Vietnamese);
    ASSERT_EQ(rows.rows.size(), 1U);
    const Cells& cells = rows.rows[0].cells;
    EXPECT_EQ(cells[4], "2,5 ha; 20 tấn");
    EXPECT_EQ(cells[5], "Bản Bo"); // once, though two records say it
    EXPECT_EQ(cells[7], "2023");
}

TEST_F(ImportPreview, ColumnsCanBeChosenWhereTheTableCannotBeRead) {
    std::ofstream(m_folder / "t.csv") << "Thứ đã trồng,Xã,Tỉnh,Diện tích (ha)\n"
                                         "Lúa,Bản Bo,Lai Châu,1\n";
    const sheets::Workbook workbook = sheets::readWorkbook(m_folder / "t.csv");
    Workspace workspace(packagedFile(), store::Mode::ReadOnly);
    records::ImportOptions options;
    options.kind = "trial";
    options.columns["subject"] = "";
    EXPECT_THROW(readImport(workbook, options, workspace), InputError);
    const auto tables = understandTables(workbook, options, workspace);
    ASSERT_EQ(tables.size(), 1U);
    ASSERT_EQ(tables[0].columns.size(), 4U);
    EXPECT_EQ(tables[0].columns[0].header, "Thứ đã trồng");
    EXPECT_NE(tables[0].columns[0].field, "subject");
    EXPECT_EQ(tables[0].columns[1].field, "commune");
    EXPECT_EQ(tables[0].columns[3].field, "area");
}

} // namespace
} // namespace terroir::workspace
