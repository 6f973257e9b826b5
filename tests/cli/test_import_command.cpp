#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace {

constexpr const char* trials = "Cây trồng,Giống,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                               "Lúa,Séng cù,Bản Bo,Tam Đường,Lai Châu,\"2,5\",2023\n"
                               "Chè,Kim Tuyên,Không Có Xã Này,Tam Đường,Lai Châu,1,2023\n"
                               "Mắc ca,,Bản Bo,Tam Đường,Lai Châu,nhiều,2023\n";

std::size_t countOf(const Outcome& info, const std::string& topic, const std::string& item) {
    for (const auto& row : nlohmann::json::parse(info.out))
        if (row["topic"] == topic && row["item"] == item)
            return row["value"];
    return 0;
}

} // namespace

TEST(ImportCommand, each_row_is_accepted_doubtful_or_refused_and_the_report_says_why) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("khao nghiem 2023.csv", trials);
    const Outcome run =
        folder.run({"import", "khao nghiem 2023.csv", "--as", "trial", "--report", "report.csv"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err.find("1 rows accepted, 1 doubtful, 1 refused"), std::string::npos) << run.err;
    const Table report = readCsv(folder.path() / "report.csv");
    EXPECT_EQ(report.header, (std::vector<std::string>{"row", "outcome", "record", "sentence"}));
    const Outcome info = folder.run({"info", "--json"});
    EXPECT_EQ(countOf(info, "records", "trial"),
              countOf(Folder().run({"-w", READY_WORKSPACE, "info", "--json"}), "records", "trial") +
                  2);
}

TEST(ImportCommand, a_dry_run_writes_nothing) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("t.csv", trials);
    const std::string before = folder.read("terroir.sqlite");
    const Outcome run = folder.run({"import", "t.csv", "--as", "trial", "--dry-run"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.err.find("dry run"), std::string::npos);
    EXPECT_TRUE(folder.read("terroir.sqlite") == before);
}

TEST(ImportCommand, the_same_table_twice_is_refused_and_replaced_only_with_O) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("t.csv", trials);
    ASSERT_EQ(folder.run({"import", "t.csv", "--as", "trial"}).code, 0);
    const std::size_t once = countOf(folder.run({"info", "--json"}), "records", "trial");
    const Outcome again = folder.run({"import", "t.csv", "--as", "trial"});
    EXPECT_EQ(again.code, 1);
    EXPECT_TRUE(isOneSentence(again.err)) << again.err;
    EXPECT_EQ(folder.run({"import", "t.csv", "--as", "trial", "-O"}).code, 0);
    EXPECT_EQ(countOf(folder.run({"info", "--json"}), "records", "trial"), once);
}

TEST(ImportCommand, a_report_that_cannot_be_written_stops_the_import) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("t.csv", trials);
    folder.write("report.csv", "mine");
    const std::string before = folder.read("terroir.sqlite");
    EXPECT_EQ(folder.run({"import", "t.csv", "--as", "trial", "--report", "report.csv"}).code, 1);
    EXPECT_EQ(folder.read("report.csv"), "mine");
    EXPECT_TRUE(folder.read("terroir.sqlite") == before);
}

TEST(ImportCommand, a_column_of_another_name_can_be_mapped) {
    const Folder folder;
    folder.addWorkspace();
    folder.write("t.csv", "Thứ đã trồng,Xã,Tỉnh\nLúa,Bản Bo,Lai Châu\n");
    const Outcome unmapped = folder.run({"import", "t.csv", "--as", "trial"});
    EXPECT_EQ(unmapped.code, 1);
    EXPECT_TRUE(isOneSentence(unmapped.err)) << unmapped.err;
    const Outcome run =
        folder.run({"import", "t.csv", "--as", "trial", "--map", "subject=Thứ đã trồng"});
    EXPECT_EQ(run.code, 0) << run.err;
}

TEST(CheckCommand, findings_are_a_table_and_a_count) {
    const Folder folder;
    folder.addWorkspace();
    const Outcome run = folder.run({"check", "--all"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(linesOf(run.out).front(), "severity,rule,record,sentence");
    EXPECT_NE(run.err.find(" errors, "), std::string::npos);
}

} // namespace terroir::cli_test
