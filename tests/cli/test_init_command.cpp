#include "core/store/database.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace fs = std::filesystem;

TEST(InitCommand, counts_what_it_built) {
    const Folder folder;
    const Outcome run = folder.run({"init", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.err, "");
    const auto counts = nlohmann::json::parse(run.out);
    EXPECT_EQ(counts[0]["item"], "units");
    EXPECT_GT(counts[0]["count"], 17000);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"terroir.sqlite"});
}

TEST(InitCommand, a_bad_row_of_the_data_stops_with_its_line_and_leaves_nothing) {
    const Folder folder;
    fs::copy(fs::path(TERROIR_SOURCE_DIR) / "data", folder.path() / "data",
             fs::copy_options::recursive);
    std::string units = folder.read("data/gazetteer/units.csv");
    const std::size_t second = units.find('\n') + 1;
    units.insert(units.find('\n', second) + 1,
                 units.substr(second, units.find('\n', second) + 1 - second));
    folder.write("data/gazetteer/units.csv", units);
    const Outcome run = folder.run({"init", "--data", "data"});
    EXPECT_EQ(run.code, 1);
    EXPECT_TRUE(isOneSentence(run.err)) << run.err;
    EXPECT_NE(run.err.find("units.csv, row 3"), std::string::npos) << run.err;
    EXPECT_EQ(folder.names(), std::vector<std::string>{"data"});
}

TEST(InitCommand, the_workspace_may_be_named_by_option_or_environment) {
    const Folder folder;
    EXPECT_EQ(folder.run({"-w", "mine.sqlite", "init", "--no-records", "-q"}).code, 0);
    const Outcome run = folder.shell("export TERROIR_WORKSPACE=mine.sqlite; $TERROIR info");
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.out.find("workspace,file,mine.sqlite"), std::string::npos);
}

} // namespace terroir::cli_test
