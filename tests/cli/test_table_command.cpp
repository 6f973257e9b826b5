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

TEST(TableCommand, rates_have_a_column_of_their_own_and_the_total_stays_absolute) {
    const Folder folder;
    folder.addWorkspace();
    const Table table = tableOf(folder, {"plantings", "--per", "km2", "--years", "2021"});
    const std::size_t figure = table.requireColumn("Planted area (ha; 2021)");
    const std::size_t rate = table.requireColumn("Planted area (ha/km²; 2021)");
    std::size_t rated = 0;
    for (const auto& row : rowsOf(table, "unit"))
        rated += !row[figure].empty() && !row[rate].empty() ? 1 : 0;
    EXPECT_EQ(rated, 2U);
    EXPECT_EQ(rowsOf(table, "total").at(0)[figure], "9.75");
    EXPECT_EQ(rowsOf(table, "total").at(0)[rate], "");
    const Table people = tableOf(folder, {"plantings", "--per", "1000-people"});
    for (const auto& row : rowsOf(people, "unit"))
        if (!row[5].empty()) {
            EXPECT_EQ(row[people.requireColumn("note")], "population unknown") << row[3];
        }
}

TEST(TableCommand, wrong_relations_and_years_are_refused_with_a_sentence) {
    const Folder folder;
    folder.addWorkspace();
    const std::pair<std::vector<std::string>, const char*> cases[] = {
        {{"plantings", "--per", "km"}, "--per 'km' is unknown. Did you mean 'km2'?"},
        {{"livestock", "--per", "km2"}, "has no layer that fills areas by classes"},
        {{"plantings", "--per", "km2", "--method", "given"}, "do not fit 'km2'"},
        {{"plantings", "--years", "2022-2021"}, "--years '2022-2021' is neither"},
    };
    for (const auto& [options, message] : cases) {
        std::vector<std::string> arguments{"table"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Outcome run = folder.run(arguments);
        EXPECT_EQ(run.code, 2) << message;
        EXPECT_TRUE(isOneSentence(run.err)) << run.err;
        EXPECT_NE(run.err.find(message), std::string::npos) << run.err;
    }
}

} // namespace terroir::cli_test
