#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace terroir::cli_test {

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

TEST(Registries, a_saved_theme_is_listed_and_drawn_like_a_packaged_one) {
    const Folder folder;
    folder.addWorkspace();
    const auto own = folder.path() / "data home/terroir/themes";
    std::filesystem::create_directories(own);
    std::string theme = folder.read(TERROIR_SOURCE_DIR "/styles/livestock.theme.json");
    theme.replace(theme.find("\"livestock\""), 11, "\"my-cattle\"");
    folder.write("data home/terroir/themes/my-cattle.theme.json", theme);
    folder.write("data home/terroir/themes/broken.theme.json", "{");
    const Outcome list = folder.run({"themes"});
    EXPECT_EQ(list.code, 0) << list.err;
    EXPECT_NE(list.out.find("\nmy-cattle,"), std::string::npos) << list.out;
    EXPECT_NE(list.err.find("broken.theme.json"), std::string::npos) << list.err;
    const Outcome table = folder.run({"table", "my-cattle"});
    EXPECT_EQ(table.code, 0) << table.err;
    EXPECT_EQ(table.out, folder.run({"table", "livestock"}).out);
    const Outcome map = folder.run({"map", "my-cattle", "-o", "x.svg"});
    EXPECT_EQ(map.code, 0) << map.err;
    const Outcome broken = folder.run({"map", "broken", "-o", "y.svg"});
    EXPECT_NE(broken.code, 0);
    EXPECT_NE(broken.err.find("broken.theme.json"), std::string::npos) << broken.err;
}

} // namespace terroir::cli_test
