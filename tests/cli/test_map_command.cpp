#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

TEST(MapCommand, every_theme_goes_into_a_folder_as_picture_and_pdf) {
    const Folder folder;
    folder.addWorkspace();
    std::filesystem::create_directory(folder.path() / "maps");
    const Outcome run = folder.run(
        {"map", "--all", "-o", "maps/", "--format", "png,pdf", "--size", "400x300", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const auto written = nlohmann::json::parse(run.out);
    const auto themes = nlohmann::json::parse(folder.run({"themes", "--json"}).out);
    EXPECT_EQ(written.size(), 2 * (themes.size() - 3))
        << "there are no records of heads of animals and of states of tasks";
    for (const auto& row : written) {
        EXPECT_TRUE(folder.has(row["file"].get<std::string>())) << row;
        EXPECT_EQ(row["warning"], "approximate-boundaries") << row;
    }
}

} // namespace terroir::cli_test
