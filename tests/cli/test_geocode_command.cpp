#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

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
    const TextTable answers = parseCsv(folder.read("out.csv"), "out.csv");
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
