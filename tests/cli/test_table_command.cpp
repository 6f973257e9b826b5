#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace {

TextTable tableOf(const Folder& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "table");
    const Outcome run = folder.run(arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    return parseCsv(run.out, "out");
}

std::vector<std::vector<std::string>> rowsOf(const TextTable& table, const std::string& kind) {
    std::vector<std::vector<std::string>> rows;
    for (const TextRow& row : table.rows)
        if (row.cells.front() == kind)
            rows.push_back(row.cells);
    return rows;
}

const std::vector<std::string> tamDuong2022 = {
    "livestock", "--within", "huyện Tam Đường, tỉnh Lai Châu", "--as-of", "2022-12-31"};

} // namespace

TEST(TableCommand, no_data_is_an_empty_cell_and_never_zero) {
    const Folder folder;
    folder.addWorkspace();
    const TextTable table = tableOf(folder, tamDuong2022);
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

TEST(TableCommand, rates_have_a_column_of_their_own_and_the_total_stays_absolute) {
    const Folder folder;
    folder.addWorkspace();
    const TextTable table = tableOf(folder, {"plantings", "--per", "km2", "--years", "2021"});
    const std::size_t figure = table.requireColumn("Planted area (ha; 2021)");
    const std::size_t rate = table.requireColumn("Planted area (ha/100 km²; 2021)");
    std::size_t rated = 0;
    for (const auto& row : rowsOf(table, "unit"))
        rated += !row[figure].empty() && !row[rate].empty() ? 1 : 0;
    EXPECT_EQ(rated, 2U);
    EXPECT_EQ(rowsOf(table, "total").at(0)[figure], "9.75");
    EXPECT_EQ(rowsOf(table, "total").at(0)[rate], "");
    const TextTable people = tableOf(folder, {"plantings", "--per", "1000-people"});
    for (const auto& row : rowsOf(people, "unit"))
        if (!row[5].empty()) {
            EXPECT_EQ(row[people.requireColumn("note")], "population unknown") << row[3];
        }
}

} // namespace terroir::cli_test
