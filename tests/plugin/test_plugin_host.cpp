#include "core/base/input_file.hpp"
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
class PluginHostTest : public ::testing::Test {
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

LocalText messageOf(const PluginHost& host, const std::string& id) {
    try {
        (void)host.createPainter(id);
    } catch (const UsageError& error) {
        return error.text();
    }
    return {};
}

void expectParts(const LocalText& sentence, const std::string& vi, const std::string& en) {
    EXPECT_NE(sentence.vi.find(vi), std::string::npos) << sentence.vi;
    EXPECT_NE(sentence.en.find(en), std::string::npos) << sentence.en;
}

/// Why the only library of a folder was not loaded.
LocalText problemIn(const fs::path& folder) {
    const PluginHost host({folder});
    EXPECT_EQ(host.plugins().size(), 1U);
    EXPECT_TRUE(host.plugins().at(0).painters.empty());
    return host.plugins().at(0).problem.value_or(LocalText());
}

TEST_F(PluginHostTest, painters_of_two_libraries_are_offered_side_by_side) {
    const PluginHost host({THEMATIC_FOLDER, OUTLINE_FOLDER});
    ASSERT_EQ(host.plugins().size(), 2U);
    for (const LoadedPlugin& loaded : host.plugins()) {
        EXPECT_EQ(loaded.problem, std::nullopt);
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
    expectParts(problemIn(OUTDATED_FOLDER),
                "được làm cho phiên bản 0 của giao diện phần mở rộng, chương trình này dùng phiên "
                "bản 3",
                "was made for version 0 of the plugin interface, this program has version 3");
    EXPECT_EQ(std::getenv("TERROIR_OUTDATED_PLUGIN_RAN"), nullptr);
}

TEST_F(PluginHostTest, a_text_file_named_like_a_library_is_no_plugin) {
    put("notes.so", "Trồng 2 ha chè tại Bình Lư\n");
    expectParts(problemIn(m_folder), "notes.so' không phải là phần mở rộng Qt",
                "notes.so' is not a Qt plugin");
}

TEST_F(PluginHostTest, a_library_cut_short_is_refused) {
    const std::string whole = readFile(fs::path(OUTLINE_FOLDER) / "terroir_outline.so");
    put("part.so", whole.substr(0, 10000));
    put("head.so", whole.substr(0, 200));
    put("empty.so", "");
    const PluginHost host({m_folder});
    ASSERT_EQ(host.plugins().size(), 3U);
    for (const LoadedPlugin& loaded : host.plugins())
        expectParts(loaded.problem.value_or(LocalText()), loaded.file.filename().string(),
                    loaded.file.filename().string());
}

TEST_F(PluginHostTest, a_bad_library_does_not_keep_a_good_one_away) {
    put("notes.so", "text");
    const PluginHost host({m_folder, OUTDATED_FOLDER, OUTLINE_FOLDER});
    EXPECT_EQ(host.plugins().size(), 3U);
    EXPECT_NE(host.createPainter("outline"), nullptr);
}

TEST_F(PluginHostTest, an_unknown_painter_is_answered_with_the_nearest_one) {
    const PluginHost host({THEMATIC_FOLDER, OUTLINE_FOLDER});
    const LocalText message = messageOf(host, "thematik");
    expectParts(message, "'thematic'?", "Did you mean 'thematic'?");
    expectParts(message, "Các cách vẽ: thematic, outline.", "The painters are: thematic, outline.");
}

TEST_F(PluginHostTest, without_plugins_the_message_says_where_they_are_looked_for) {
    const PluginHost host({m_folder, "/nowhere/at/all"});
    const LocalText message = messageOf(host, "thematic");
    expectParts(message, m_folder.string(), m_folder.string());
    expectParts(message, "hoặc đặt TERROIR_PLUGIN_PATH", "or set TERROIR_PLUGIN_PATH");
}

TEST_F(PluginHostTest, when_no_plugin_could_be_loaded_the_message_says_why) {
    const PluginHost host({OUTDATED_FOLDER});
    expectParts(messageOf(host, "thematic"), "Không nạp được phần mở rộng nào để vẽ 'thematic'. '",
                "No plugin to paint 'thematic' with could be loaded. '");
    expectParts(messageOf(host, "thematic"), "phiên bản 0", "version 0");
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
