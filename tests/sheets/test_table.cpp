#include "core/base/error.hpp"
#include "core/geometry/table_writer.hpp"
#include "core/sheets/table.hpp"
#include "tests/support/values_of.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace terroir::sheets {
namespace {

const std::filesystem::path tableFiles = TERROIR_SOURCE_DIR "/tests/data/sheets";

std::filesystem::path scratch(const std::string& name) {
    return std::filesystem::path(::testing::TempDir()) /
           ("terroir_table_" + std::to_string(::getpid()) + "_" + name);
}

std::string refusal(const std::filesystem::path& file, const std::string& sheet = {}) {
    try {
        readTable(file, sheet);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(ReadTable,
     xlsx_and_ods_keep_leading_zeros_and_row_numbers_and_show_dates_and_numbers_plainly) {
    for (const char* name : {"trials.xlsx", "trials.ods"}) {
        const TextTable table = readTable(tableFiles / name);
        EXPECT_EQ(table.header,
                  (std::vector<std::string>{"mã xã", "2022", "ngày", "diện tích (ha)"}))
            << name;
        ASSERT_EQ(table.rows.size(), 2U) << name;
        EXPECT_EQ(table.rows[0].line, 4U) << name;
        EXPECT_EQ(table.rows[1].line, 5U) << name;
        EXPECT_EQ(table.rows[0].cells,
                  (std::vector<std::string>{"03390", "0.3", "2024-01-05", "1947"}))
            << name;
        EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"03399", "", "", "2.28"})) << name;
    }
}

TEST(ReadTable, csv_has_its_names_in_the_first_row_and_no_numbers_by_type) {
    const auto file = scratch("a.csv");
    std::ofstream(file) << "code;ha\n03390;1,5\n";
    const TextTable table = readTable(file);
    EXPECT_EQ(table.rows.at(0).cells, (std::vector<std::string>{"03390", "1,5"}));
    EXPECT_TRUE(table.rows.at(0).numbers.empty());
}

TEST(ReadTable, a_sheet_is_found_by_name_and_an_unknown_one_lists_the_sheets) {
    EXPECT_EQ(readTable(tableFiles / "trials.ods", "Khảo nghiệm").rows.size(), 2U);
    EXPECT_NE(refusal(tableFiles / "trials.ods", "Khảo nghiêm").find("Did you mean 'Khảo nghiệm'?"),
              std::string::npos);
    EXPECT_NE(refusal(tableFiles / "trials.ods", "?").find("Khảo nghiệm, Ghi chú"),
              std::string::npos);
    const auto file = scratch("b.csv");
    std::ofstream(file) << "code\n1\n";
    EXPECT_NE(refusal(file, "Sheet1").find("no sheets"), std::string::npos);
}

TEST(ReadTable, what_is_no_table_is_refused_in_one_sentence) {
    EXPECT_NE(refusal("nowhere.xlsx").find("does not exist"), std::string::npos);
    EXPECT_NE(refusal("nowhere.csv").find("does not exist"), std::string::npos);
    const auto pdf = scratch("map.pdf");
    std::ofstream(pdf) << "%PDF-1.7\n";
    EXPECT_NE(refusal(pdf).find("terroir extract"), std::string::npos);
    const auto file = scratch("broken.xlsx");
    std::ofstream(file) << "PK this is no spreadsheet";
    ::testing::internal::CaptureStderr();
    EXPECT_NE(refusal(file).find("is damaged or cut"), std::string::npos);
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(WriteTable, what_is_written_is_read_back_the_same) {
    TextTable table;
    table.header = {"commune_code", "name", "ha", "note"};
    table.rows = {{2, {"12", "Bản Bo", "2.28", ""}}, {3, {"03390", "Bình Lư, xã", "0.9", "\"x\""}}};
    for (const char* name : {"c.csv", "c.xlsx", "c.ods"}) {
        const auto file = scratch(name);
        std::filesystem::remove(file);
        geometry::writeTable(terroir::testing::valuesOf(table), file);
        const TextTable back = readTable(file);
        EXPECT_EQ(back.header, table.header) << name;
        ASSERT_EQ(back.rows.size(), 2U) << name;
        EXPECT_EQ(back.rows[0].cells, table.rows[0].cells) << name;
        EXPECT_EQ(back.rows[1].cells, table.rows[1].cells) << name;
    }
}

TEST(ReadTable, a_column_of_numbers_of_a_sheet_is_known_from_text_that_looks_like_them) {
    TextTable table;
    table.header = {"name", "ha", "code"};
    table.rows = {{2, {"Bản Bo", "1.947", "03390"}}, {3, {"1.947", "", "03405"}}};
    const auto file = scratch("numbers.xlsx");
    std::filesystem::remove(file);
    geometry::writeTable(terroir::testing::valuesOf(table), file);
    for (const TextRow& row : readTable(file).rows) {
        EXPECT_FALSE(row.isNumber(0));
        EXPECT_TRUE(row.isNumber(1));
        EXPECT_FALSE(row.isNumber(2));
    }
}

TEST(ReadTable, a_row_with_more_cells_than_there_are_names_is_refused) {
    const auto file = scratch("wide.csv");
    std::ofstream(file) << "a,b\n1,2,3\n";
    EXPECT_NE(refusal(file).find("row 2: the row has 3 cells but the header has 2"),
              std::string::npos);
}

} // namespace
} // namespace terroir::sheets
