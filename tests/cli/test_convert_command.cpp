#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace {

/// The only answer to one text, as JSON.
nlohmann::json convertText(const Folder& folder, const std::string& text,
                           const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"convert", "--text", text, "--json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome run = folder.run(arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    const auto rows = nlohmann::json::parse(run.out);
    EXPECT_EQ(rows.size(), 1U) << run.out;
    return rows[0];
}

} // namespace

TEST(ConvertCommand, the_new_units_stand_behind_the_columns_of_geocode) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("places.csv", "stt,diadanh\n1,\"xã Sơn Bình, huyện Tam Đường, tỉnh Lai Châu\"\n"
                               "2,\"huyện Tam Đường, tỉnh Lai Châu\"\n3,\"Nơi Không Có\"\n");
    const Outcome run = folder.run({"convert", "places.csv", "--column", "diadanh", "--as-of",
                                    "2022-12-31", "--to", "2025-07-01"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.err, "2 matched, 0 ambiguous, 1 unmatched.\n");
    const Table table = parseCsv(run.out, "out");
    const std::vector<std::string> header = {
        "stt",        "diadanh",       "status",        "unit_code",    "unit_name",
        "unit_level", "province_code", "district_code", "commune_code", "valid_from",
        "valid_to",   "score",         "candidates",    "reasons",      "new_code",
        "new_name",   "share",         "kind",          "decree"};
    EXPECT_EQ(table.header, header);
    ASSERT_EQ(table.rows.size(), 3U);
    const auto tail = [&table](std::size_t row) {
        return std::vector<std::string>(table.rows[row].cells.begin() + 14,
                                        table.rows[row].cells.end());
    };
    EXPECT_EQ(tail(0), (std::vector<std::string>{"03390", "xã Bình Lư, tỉnh Lai Châu", "1.0000",
                                                 "whole", "1670/NQ-UBTVQH15"}));
    EXPECT_TRUE(tail(1)[0].starts_with("03390|03430|")) << tail(1)[0];
    EXPECT_TRUE(tail(1)[2].starts_with("0.2624|0.2255|")) << tail(1)[2];
    EXPECT_EQ(tail(2), std::vector<std::string>(5));
}

TEST(ConvertCommand, explode_gives_each_new_unit_a_row_with_the_whole_input) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"convert", "-", "--column", "h", "--as-of", "2022-12-31",
                                    "--to", "2025-07-01", "--explode"},
                                   "h,n\n\"huyện Tam Đường, tỉnh Lai Châu\",x\n");
    ASSERT_EQ(run.code, 0) << run.err;
    const Table table = parseCsv(run.out, "out");
    ASSERT_EQ(table.rows.size(), 6U);
    double sum = 0;
    for (const TableRow& row : table.rows) {
        EXPECT_EQ(row.cells[1], "x");
        EXPECT_EQ(row.cells[table.requireColumn("new_code")].size(), 5U);
        sum += std::stod(row.cells[table.requireColumn("share")]);
    }
    EXPECT_NEAR(sum, 1, 0.01);
    EXPECT_EQ(run.err, "1 matched, 0 ambiguous, 0 unmatched.\n") << "rows of the input";
}

TEST(ConvertCommand, back_in_time_it_names_what_a_unit_was_made_of) {
    const Folder folder;
    folder.addWorkspace();
    const auto row = convertText(folder, "xã Bình Lư, tỉnh Lai Châu",
                                 {"--as-of", "2025-07-01", "--to", "2022-12-31"});
    EXPECT_EQ(row["new_code"], "03413|03412|03390");
    EXPECT_EQ(row["kind"], "whole|whole|whole");
    EXPECT_NE(row["new_name"].get<std::string>().find("huyện Tam Đường"), std::string::npos);
}

TEST(ConvertCommand, a_unit_in_force_on_the_day_is_itself) {
    const Folder folder;
    folder.addWorkspace();
    const auto row = convertText(folder, "xã Bình Lư, tỉnh Lai Châu",
                                 {"--as-of", "2025-07-01", "--to", "2025-08-01"});
    EXPECT_EQ(row["new_code"], "03390");
    EXPECT_EQ(row["share"], "1.0000");
    EXPECT_TRUE(row["kind"].is_null());
    EXPECT_TRUE(row["decree"].is_null());
}

TEST(ConvertCommand, estimated_shares_and_parts_without_noticeable_area_are_labelled) {
    const Folder folder;
    folder.addWorkspace();
    const auto estimated = convertText(folder, "xã Mường Khoa, huyện Bắc Yên, tỉnh Sơn La",
                                       {"--as-of", "2005-01-01", "--to", "2010-01-01"});
    EXPECT_EQ(estimated["share"], "~0.5000|~0.5000") << estimated;
    EXPECT_EQ(estimated["decree"], "47/2008/NĐ-CP|47/2008/NĐ-CP");
    EXPECT_TRUE(estimated["reasons"].get<std::string>().ends_with(";estimated-share"));
    const auto tiny = convertText(folder, "phường Cát Linh, quận Đống Đa, thành phố Hà Nội",
                                  {"--as-of", "2024-01-01", "--to", "2025-07-01"});
    EXPECT_TRUE(tiny["share"].get<std::string>().ends_with("|0.0000")) << tiny;
    EXPECT_TRUE(tiny["reasons"].get<std::string>().ends_with(";tiny-part")) << tiny;
}

TEST(ConvertCommand, candidates_that_all_lead_to_one_unit_stay_ambiguous_with_that_reason) {
    const Folder folder;
    folder.addWorkspace();
    const auto row = convertText(folder, "Hát Lót, huyện Mai Sơn, tỉnh Sơn La",
                                 {"--as-of", "2022-12-31", "--to", "2025-07-01"});
    EXPECT_EQ(row["status"], "ambiguous") << row;
    EXPECT_TRUE(row["new_code"].is_null());
    EXPECT_NE(row["reasons"].get<std::string>().find("all-lead-to:04105"), std::string::npos)
        << row;
}

TEST(ConvertCommand, a_unit_whose_successor_the_gazetteer_does_not_know_says_so) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"convert", "-", "--column", "xa", "--as-of", "2012-12-31"},
                                   "xa\n\"xã An Vĩnh, huyện Lý Sơn\"\n");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.out.find("no-successor-known,,,,,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("Of 1 matched rows"), std::string::npos) << run.err;
}

TEST(ConvertCommand, without_a_day_for_the_names_it_says_which_one_it_took) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"convert", "--text", "xã Bình Lư, tỉnh Lai Châu"});
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.err.find("--as-of 2025-06-30"), std::string::npos) << run.err;
    EXPECT_EQ(folder.run({"convert", "--text", "xã Bình Lư, tỉnh Lai Châu", "-q"}).err, "");
}

TEST(ConvertCommand, a_day_that_is_none_or_too_early_is_wrong_usage) {
    const Folder folder;
    folder.addWorkspace();
    for (const char* day : {"1/7/2025", "1999-01-01", "2025-02-30"}) {
        const Outcome run = folder.run({"convert", "--text", "Hà Nội", "--to", day});
        EXPECT_EQ(run.code, 2) << day;
        EXPECT_TRUE(isOneSentence(run.err)) << run.err;
        EXPECT_NE(run.err.find("--to"), std::string::npos) << run.err;
    }
}

} // namespace terroir::cli_test
