#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>

namespace terroir::cli_test {

// What the README promises: a planner's own table of trials, in communes of two provinces that the
// packaged records say nothing about, goes from file to map in three commands.
TEST(Story, a_table_of_ones_own_becomes_a_map_in_three_commands) {
    const Folder folder;
    folder.write("khao-nghiem.csv", "Cây trồng,Giống,Xã,Tỉnh,Diện tích (ha),Năm\n"
                                    "Lúa,ST25,Long Phú,Cần Thơ,\"12,5\",2025\n"
                                    "Cà phê,TR4,Cư M'gar,Đắk Lắk,3,2025\n");
    const Outcome init = folder.run({"init", "--no-records"});
    ASSERT_EQ(init.code, 0) << init.err;
    const Outcome import = folder.run({"import", "khao-nghiem.csv", "--as", "trial",
                                       "--source-date", "31/12/2025", "--report", "report.csv"});
    ASSERT_EQ(import.code, 0) << import.err;
    EXPECT_NE(import.err.find("2 rows accepted, 0 doubtful, 0 refused"), std::string::npos)
        << import.err << folder.read("report.csv");
    const Outcome map =
        folder.run({"map", "models", "--source", "khao-nghiem", "-o", "khao-nghiem.png"});
    ASSERT_EQ(map.code, 0) << map.err;
    EXPECT_EQ(map.err, "");
    EXPECT_TRUE(folder.read("khao-nghiem.png").starts_with("\x89PNG"));

    const TextTable table =
        parseCsv(folder.run({"table", "models", "--source", "khao-nghiem"}).out, "out");
    std::size_t withFigures = 0;
    for (const TextRow& row : table.rows)
        withFigures +=
            row.cells[0] == "unit" && !row.cells[table.requireColumn("sources")].empty() ? 1 : 0;
    EXPECT_EQ(withFigures, 2U);
}

} // namespace terroir::cli_test
