#include "core/base/csv.hpp"
#include "core/base/error.hpp"
#include "plugin/paint/plugin_host.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

namespace terroir::paint {
namespace {

namespace fs = std::filesystem;

/// A folder of this test's own, removed at the end.
class PluginHostTest : public testing::Test {
protected:
    PluginHostTest()
        : m_folder(fs::temp_directory_path() / ("terroir-plugins-" + std::to_string(getpid()))) {
        fs::create_directories(m_folder);
    }
    ~PluginHostTest() override { fs::remove_all(m_folder); }
    void put(const std::string& name, const std::string& content) const {
        std::ofstream(m_folder / name, std::ios::binary) << content;
    }
    const fs::path m_folder;
};

std::string messageOf(const PluginHost& host, const std::string& id) {
    try {
        (void)host.createPainter(id);
    } catch (const UsageError& error) {
        return error.what();
    }
    return {};
}

TEST_F(PluginHostTest, painters_of_two_libraries_are_offered_side_by_side) {
    const PluginHost host({THEMATIC_FOLDER, OUTLINE_FOLDER});
    ASSERT_EQ(host.plugins().size(), 2U);
    for (const LoadedPlugin& loaded : host.plugins()) {
        EXPECT_EQ(loaded.problem, "");
        ASSERT_EQ(loaded.painters.size(), 1U);
    }
    EXPECT_EQ(host.plugins()[0].painters[0].id, QStringLiteral("thematic"));
    EXPECT_EQ(host.plugins()[1].painters[0].nameVi, QStringLiteral("Nét vẽ"));
    EXPECT_NE(host.createPainter("thematic"), nullptr);
    EXPECT_NE(host.createPainter("outline"), nullptr);
}

TEST_F(PluginHostTest, a_library_in_two_folders_is_listed_once) {
    const PluginHost host({OUTLINE_FOLDER, std::string(OUTLINE_FOLDER) + "/."});
    EXPECT_EQ(host.plugins().size(), 1U);
}

TEST_F(PluginHostTest, another_interface_version_is_refused_before_its_code_runs) {
    const PluginHost host({OUTDATED_FOLDER});
    ASSERT_EQ(host.plugins().size(), 1U);
    EXPECT_NE(host.plugins()[0].problem.find(
                  "was made for version 0 of the plugin interface, this program has version 1"),
              std::string::npos)
        << host.plugins()[0].problem;
    EXPECT_EQ(std::getenv("TERROIR_OUTDATED_PLUGIN_RAN"), nullptr);
}

TEST_F(PluginHostTest, a_text_file_named_like_a_library_is_no_plugin) {
    put("notes.so", "Trồng 2 ha chè tại Bình Lư\n");
    const PluginHost host({m_folder});
    ASSERT_EQ(host.plugins().size(), 1U);
    EXPECT_NE(host.plugins()[0].problem.find("notes.so' is not a Qt plugin"), std::string::npos);
    EXPECT_TRUE(host.plugins()[0].painters.empty());
}

TEST_F(PluginHostTest, a_library_cut_short_is_refused) {
    const std::string whole = readFile(fs::path(OUTLINE_FOLDER) / "terroir_outline.so");
    put("part.so", whole.substr(0, 10000));
    put("head.so", whole.substr(0, 200));
    put("empty.so", "");
    const PluginHost host({m_folder});
    ASSERT_EQ(host.plugins().size(), 3U);
    for (const LoadedPlugin& loaded : host.plugins())
        EXPECT_NE(loaded.problem.find(loaded.file.filename().string()), std::string::npos);
}

TEST_F(PluginHostTest, a_bad_library_does_not_keep_a_good_one_away) {
    put("notes.so", "text");
    const PluginHost host({m_folder, OUTDATED_FOLDER, OUTLINE_FOLDER});
    EXPECT_EQ(host.plugins().size(), 3U);
    EXPECT_NE(host.createPainter("outline"), nullptr);
}

TEST_F(PluginHostTest, an_unknown_painter_is_answered_with_the_nearest_one) {
    const PluginHost host({THEMATIC_FOLDER, OUTLINE_FOLDER});
    const std::string message = messageOf(host, "thematik");
    EXPECT_NE(message.find("Did you mean 'thematic'?"), std::string::npos) << message;
    EXPECT_NE(message.find("thematic, outline"), std::string::npos) << message;
}

TEST_F(PluginHostTest, without_plugins_the_message_says_where_they_are_looked_for) {
    const PluginHost host({m_folder, "/nowhere/at/all"});
    const std::string message = messageOf(host, "thematic");
    EXPECT_NE(message.find(m_folder.string()), std::string::npos) << message;
    EXPECT_NE(message.find("TERROIR_PLUGIN_PATH"), std::string::npos) << message;
}

TEST_F(PluginHostTest, when_no_plugin_could_be_loaded_the_message_says_why) {
    const PluginHost host({OUTDATED_FOLDER});
    const std::string message = messageOf(host, "thematic");
    EXPECT_NE(message.find("version 0"), std::string::npos) << message;
}

TEST(PluginFolders, the_folders_of_the_variable_come_first) {
    setenv("TERROIR_PLUGIN_PATH", "/a/b::/c", 1);
    const std::vector<fs::path> folders = pluginFolders();
    unsetenv("TERROIR_PLUGIN_PATH");
    ASSERT_EQ(folders.size(), 4U);
    EXPECT_EQ(folders[0], "/a/b");
    EXPECT_EQ(folders[1], "/c");
    EXPECT_EQ(folders[3].filename(), "plugins");
}

} // namespace
} // namespace terroir::paint
