#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace terroir::cli_test {

namespace {

std::vector<std::string> column(const std::vector<std::string>& arguments,
                                const std::string& name) {
    const Outcome run = Folder().run(arguments);
    EXPECT_EQ(run.code, 0) << run.err;
    std::vector<std::string> values;
    for (const auto& row : nlohmann::json::parse(run.out))
        values.push_back(row[name].is_null() ? "" : row[name].get<std::string>());
    return values;
}

bool has(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

TEST(Registries, need_no_workspace) {
    EXPECT_TRUE(has(column({"themes", "--json"}, "id"), "livestock"));
    EXPECT_TRUE(has(column({"methods", "--json"}, "id"), "jenks"));
    EXPECT_TRUE(has(column({"methods", "--palettes", "--json"}, "name"), "YlGn"));
    EXPECT_TRUE(has(column({"methods", "--per", "--json"}, "id"), "km2"));
    EXPECT_TRUE(has(column({"formats", "--json"}, "extension"), ".gpkg"));
    EXPECT_TRUE(has(column({"formats", "--kinds", "--json"}, "id"), "trial"));
    EXPECT_TRUE(has(column({"formats", "--columns", "--json"}, "field"), "subject"));
    EXPECT_TRUE(has(column({"plugins", "--json"}, "painter"), "thematic"));
}

TEST(Registries, a_theme_of_ones_own_stands_beside_the_packaged_ones) {
    const Folder folder;
    const Outcome packaged = folder.run({"themes"});
    std::filesystem::copy_file(std::filesystem::path(TERROIR_SOURCE_DIR) /
                                   "styles/livestock.theme.json",
                               folder.path() / "own.theme.json");
    std::string own = folder.read("own.theme.json");
    own.replace(own.find("\"livestock\""), 11, "\"own\"");
    folder.write("own.theme.json", own);
    const Outcome both = folder.run({"themes", "--styles", "."});
    EXPECT_EQ(both.code, 0) << both.err;
    EXPECT_EQ(linesOf(both.out).size(), linesOf(packaged.out).size() + 1);
    EXPECT_NE(both.out.find("\nown,"), std::string::npos);
}

} // namespace terroir::cli_test
