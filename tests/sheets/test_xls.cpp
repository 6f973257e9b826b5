#include "tests/sheets/sheet_files.hpp"

#include <gtest/gtest.h>

namespace terroir::sheets {
namespace {

using Lines = std::vector<std::string>;

const std::filesystem::path modelsFile = TERROIR_SOURCE_DIR "/tests/data/sheets/models.xls";

TEST(Xls, cells_days_merges_and_what_is_hidden_are_read_from_old_excel) {
    const Workbook book = readWorkbook(modelsFile);
    ASSERT_EQ(book.sheets.size(), 2U);
    const Sheet& sheet = book.sheets[0];
    EXPECT_EQ(sheet.name, "Mô hình");
    EXPECT_EQ(shown(sheet), (Lines{"1: DANH SÁCH MÔ HÌNH", "2: TT | Xã | Diện tích (ha) | Ngày",
                                   "3: #1 | Bình Lư | #1.947 | @2024-11-18",
                                   "4: #2 |  | 1.947 | @2024-11-18 10:11:12",
                                   "5 hidden: #3 | Bản Bo | #26016.1"}));
    EXPECT_EQ(sheet.hiddenColumns, (std::vector<std::size_t>{2}));
    ASSERT_EQ(sheet.merges.size(), 2U);
    EXPECT_EQ(sheet.merges[1].firstLine, 3U);
    EXPECT_EQ(sheet.merges[1].lastLine, 4U);
    EXPECT_FALSE(sheet.isHidden);
    EXPECT_TRUE(book.sheets[1].isHidden);
    EXPECT_EQ(sheetNames(modelsFile), (Lines{"Mô hình", "Ẩn"}));
    EXPECT_EQ(readWorkbook(modelsFile, "Ẩn").sheets.size(), 1U);
    EXPECT_NE(refusal(modelsFile, "x").find("The sheets are: Mô hình, Ẩn"), std::string::npos);
}

TEST(Xls, the_content_counts_and_not_the_name) {
    EXPECT_EQ(readWorkbook(written("t.xlsx", bytesOf(modelsFile))).sheets.size(), 2U);
    const Workbook text = readWorkbook(written("t.xls", "Xã\tha\nBản Bo\t2,5\n"));
    EXPECT_EQ(shown(text.sheets.at(0)), (Lines{"1: Xã | ha", "2: Bản Bo | 2,5"}));
    const Workbook page =
        readWorkbook(written("t.xls", "<html><table><tr><th>Xã<th>ha</tr><tr><td>Bản Bo<td>2,5</tr>"
                                      "<tr><td>Sơn Bình<td>4</tr></table></html>"));
    EXPECT_EQ(shown(page.sheets.at(0)),
              (Lines{"1: Xã | ha", "2: Bản Bo | 2,5", "3: Sơn Bình | 4"}));
}

TEST(Xls, a_file_that_is_cut_is_refused) {
    const std::string whole = bytesOf(modelsFile);
    for (std::size_t size = 512; size + 512 < whole.size(); size += 512)
        EXPECT_NE(refusal(written("t.xls", whole.substr(0, size))), "accepted") << size;
}

TEST(Xls, a_file_with_changed_bytes_does_no_harm) {
    const std::string whole = bytesOf(modelsFile);
    for (std::size_t at = 0; at < whole.size(); at += 19) {
        std::string changed = whole;
        changed[at] = char(changed[at] ^ 0xff);
        refusal(written("t.xls", changed));
    }
}

} // namespace
} // namespace terroir::sheets
