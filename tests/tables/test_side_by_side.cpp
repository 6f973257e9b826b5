#include "core/tables/side_by_side.hpp"

#include <gtest/gtest.h>

namespace terroir::tables {
namespace {

sheets::Sheet sheetOf(const std::vector<std::vector<const char*>>& rows) {
    sheets::Sheet sheet;
    sheet.name = "Biểu";
    for (const auto& texts : rows) {
        sheets::Row row;
        row.line = sheet.rows.size() + 1;
        for (const char* text : texts) {
            sheets::Cell cell;
            cell.text = std::string_view(text);
            row.cells.push_back(cell);
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

TEST(SideBySide, TablesOfTheSameHeaderAreASheetEach) {
    const sheets::Sheet sheet =
        sheetOf({{"DIỆN TÍCH NĂM 2023"},
                 {"A. NGÔ", "", "", "", "B. MẬN"},
                 {"TT", "Xã", "Diện tích (ha)", "", "TT", "Xã", "Diện tích (ha)"},
                 {"1", "Bản Bo", "12", "", "1", "Bình Lư", "3"},
                 {"2", "Bình Lư", "5"}});
    const auto parts = splitSideBySide(sheet);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].columns, "A-C");
    EXPECT_EQ(parts[1].columns, "E-G");
    EXPECT_EQ(parts[1].sheet.name, "Biểu"); // it may be a place
    EXPECT_EQ(parts[0].sheet.rows.size(), 5U);
    ASSERT_EQ(parts[1].sheet.rows.size(), 4U);
    EXPECT_EQ(parts[1].sheet.rows[0].text(0), "DIỆN TÍCH NĂM 2023"); // of both
    EXPECT_EQ(parts[0].sheet.rows[1].text(4), "");
    EXPECT_EQ(parts[1].sheet.rows[1].text(0), "");
    EXPECT_EQ(parts[1].sheet.rows[1].text(4), "B. MẬN");
    EXPECT_EQ(parts[1].sheet.rows[3].line, 4U);
    EXPECT_EQ(parts[1].sheet.rows[3].text(1), "");
    EXPECT_EQ(parts[1].sheet.rows[3].text(5), "Bình Lư");
}

TEST(SideBySide, MeasuresOfSeveralCropsOrYearsAreOneTable) {
    const std::vector<std::vector<const char*>> headers[] = {
        {{"TT", "Xã", "Diện tích", "Năng suất", "Sản lượng", "Diện tích", "Năng suất", "Sản lượng"},
         {"1", "Bản Bo", "1", "2", "3", "4", "5", "6"}},
        {{"TT", "Xã", "Diện tích", "TT", "Xã", "Sản lượng"},
         {"1", "Bản Bo", "1", "1", "Bình Lư", "3"}},
        {{"", "Lúa", "", "", "Ngô", "", ""},
         {"", "Diện tích", "Năng suất", "Sản lượng", "Diện tích", "Năng suất", "Sản lượng"},
         {"Bản Bo", "1", "2", "3", "4", "5", "6"}},
        {{"Xã", "Diện tích", "Xã", "Diện tích", "Ghi chú"}, {"Bản Bo", "1", "Bình Lư", "3", ""}},
    };
    for (const auto& rows : headers)
        EXPECT_TRUE(splitSideBySide(sheetOf(rows)).empty()) << rows[0][2];
}

} // namespace
} // namespace terroir::tables
