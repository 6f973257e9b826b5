#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace {

Table tableOf(const Folder& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "table");
    const Outcome run = folder.run(arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    return parseCsv(run.out, "out");
}

std::vector<std::vector<std::string>> rowsOf(const Table& table, const std::string& kind) {
    std::vector<std::vector<std::string>> rows;
    for (const TableRow& row : table.rows)
        if (row.cells.front() == kind)
            rows.push_back(row.cells);
    return rows;
}

const std::vector<std::string> tamDuong2022 = {
    "livestock", "--within", "huyện Tam Đường, tỉnh Lai Châu", "--as-of", "2022-12-31"};

} // namespace

TEST(TableCommand, the_farms_of_tam_duong_by_commune_with_their_source_lines) {
    const Folder folder;
    folder.addWorkspace();
    const Table table = tableOf(folder, tamDuong2022);
    ASSERT_GE(table.header.size(), 9U);
    EXPECT_EQ(table.header[0], "row");
    EXPECT_EQ(table.header[3], "unit");
    bool isFound = false;
    for (const auto& row : rowsOf(table, "unit"))
        if (row[3] == "Sơn Bình") {
            isFound = true;
            EXPECT_EQ(row[2], "xã");
            EXPECT_EQ(row[4], "huyện Tam Đường");
            EXPECT_EQ((std::vector<std::string>{row[5], row[6]}),
                      (std::vector<std::string>{"4", "1"}));
            EXPECT_NE(row[table.requireColumn("sources")].find("line 112"), std::string::npos);
        }
    EXPECT_TRUE(isFound);
}

TEST(TableCommand, no_data_is_an_empty_cell_and_never_zero) {
    const Folder folder;
    folder.addWorkspace();
    const Table table = tableOf(folder, tamDuong2022);
    bool isFound = false;
    for (const auto& row : rowsOf(table, "unit")) {
        for (std::size_t c = 5; c < table.requireColumn("mark"); ++c)
            EXPECT_NE(row[c], "0") << row[3];
        if (row[3] == "Tả Lèng") {
            isFound = true;
            for (std::size_t c = 5; c < row.size(); ++c)
                EXPECT_EQ(row[c], "");
        }
    }
    EXPECT_TRUE(isFound);
}

TEST(TableCommand, shared_plantings_stand_once_as_not_attributed_and_the_total_counts_them_once) {
    const Folder folder;
    folder.addWorkspace();
    const Table table = tableOf(folder, {"plantings", "--within", "huyện Tam Đường, tỉnh Lai Châu",
                                         "--as-of", "2022-12-31"});
    EXPECT_EQ(rowsOf(table, "not_attributed").size(), 2U);
    const auto total = rowsOf(table, "total");
    ASSERT_EQ(total.size(), 1U);
    EXPECT_EQ(total[0][5], "9.75");
}

TEST(TableCommand, can_be_json_or_a_spreadsheet) {
    const Folder folder;
    folder.addWorkspace();
    std::vector<std::string> json = {"table", "livestock", "--json"};
    const auto rows = nlohmann::json::parse(folder.run(json).out);
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows.back()["row"], "total");
    const Outcome run = folder.run({"table", "livestock", "-o", "livestock.xlsx"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_TRUE(folder.read("livestock.xlsx").starts_with("PK"));
}

} // namespace terroir::cli_test
