#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

TEST(GeocodeCommand, all_input_columns_come_first_then_the_answer) {
    const Folder folder;
    folder.addWorkspace();
    folder.write(
        "places.csv",
        "stt,diadanh,ghi chú\n1,\"xã Bản Hon, huyện Tam Đường, tỉnh Lai Châu\",\"a, b\"\n");
    const Outcome run =
        folder.run({"geocode", "places.csv", "--column", "diadanh", "--as-of", "2022-12-31"});
    ASSERT_EQ(run.code, 0) << run.err;
    const Table table = parseCsv(run.out, "out");
    const std::vector<std::string> header = {
        "stt",        "diadanh",    "ghi chú",       "status",        "unit_code",
        "unit_name",  "unit_level", "province_code", "district_code", "commune_code",
        "valid_from", "valid_to",   "score",         "candidates",    "reasons"};
    EXPECT_EQ(table.header, header);
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].cells[2], "a, b");
    EXPECT_EQ(table.rows[0].cells[3], "matched");
    EXPECT_EQ(table.rows[0].cells[5], "xã Bản Hon");
    EXPECT_EQ(run.err, "1 matched, 0 ambiguous, 0 unmatched.\n");
}

TEST(GeocodeCommand, columns_are_told_apart_by_their_names_in_any_order) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("places.csv", "xa,huyen,tinh\nBản Hon,Tam Đường,Lai Châu\n");
    const Outcome run = folder.run(
        {"geocode", "places.csv", "--columns", "xa,huyen,tinh", "--as-of", "2022-12-31"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.out.find("matched,03"), std::string::npos) << run.out;
}

TEST(GeocodeCommand, the_day_may_differ_from_row_to_row) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"geocode", "-", "--column", "xa", "--as-of-column", "ngay"},
                                   "xa,ngay\n\"xã Bình Lư, tỉnh Lai Châu\",2022-12-31\n"
                                   "\"xã Bình Lư, tỉnh Lai Châu\",2025-08-01\n");
    ASSERT_EQ(run.code, 0) << run.err;
    const Table table = parseCsv(run.out, "out");
    ASSERT_EQ(table.rows.size(), 2U);
    const std::size_t to = table.requireColumn("valid_to");
    EXPECT_EQ(table.rows[0].cells[to], "2025-07-01");
    EXPECT_EQ(table.rows[1].cells[to], "");
}

TEST(GeocodeCommand, a_day_that_is_none_is_named_with_its_row) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"geocode", "-", "--column", "xa", "--as-of-column", "ngay"},
                                   "xa,ngay\nBản Hon,2022-12-31\nBản Hon,31/13/2022\n");
    EXPECT_EQ(run.code, 1);
    EXPECT_NE(run.err.find("row 3, column 'ngay'"), std::string::npos) << run.err;
}

TEST(GeocodeCommand, days_are_read_as_vietnamese_tables_write_them) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"geocode", "-", "--column", "xa", "--as-of-column", "ngay"},
                                   "xa,ngay\n\"xã Bình Lư, Lai Châu\",31/12/2022\n"
                                   "\"xã Bình Lư, Lai Châu\",1/7/2025\n");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.out.find("31/12/2022,matched,03412"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("1/7/2025,matched,03390"), std::string::npos) << run.out;
}

TEST(GeocodeCommand, one_text_is_answered_as_json) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run(
        {"geocode", "--text", "huyen tam duong, tinh lai chau", "--as-of", "2022-12-31", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const auto answer = nlohmann::json::parse(run.out);
    EXPECT_EQ(answer[0]["status"], "matched");
    EXPECT_EQ(answer[0]["unit_name"], "huyện Tam Đường");
    EXPECT_EQ(answer[0]["district_code"], "106");
}

TEST(GeocodeCommand, a_long_table_keeps_its_rows_in_order_and_names_the_line_of_a_fault) {
    const Folder folder;
    folder.addWorkspace();
    // More than one piece of the reader.
    std::string table = "stt,xa\n";
    const std::string filling(200, '.');
    for (int i = 0; i < 40000; ++i)
        table += std::to_string(i) + ",\"Bản Hon, Tam Đường, " + filling + "\"\n";
    folder.write("long.csv", table);
    const Outcome run =
        folder.run({"geocode", "long.csv", "--column", "xa", "-o", "out.csv", "-q"});
    ASSERT_EQ(run.code, 0) << run.err;
    const Table answers = parseCsv(folder.read("out.csv"), "out.csv");
    ASSERT_EQ(answers.rows.size(), 40000U);
    EXPECT_EQ(answers.rows.back().cells[0], "39999");
    folder.write("long.csv", table + "a,b,c\n");
    const Outcome broken =
        folder.run({"geocode", "long.csv", "--column", "xa", "-o", "broken.csv"});
    EXPECT_EQ(broken.code, 1);
    EXPECT_NE(broken.err.find("row 40002"), std::string::npos) << broken.err;
    EXPECT_FALSE(folder.has("broken.csv"));
}

} // namespace terroir::cli_test
