#include "core/base/error.hpp"
#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme_history.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <thread>
#include <vector>

namespace terroir::theme {
namespace {

using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

/// One's own themes in a folder of the test's own.
class KeptThemes : public ::testing::Test {
protected:
    void SetUp() override { ::setenv("XDG_DATA_HOME", m_folder.path().c_str(), 1); }
    void TearDown() override { ::unsetenv("XDG_DATA_HOME"); }

    TemporaryFolder m_folder;
    theme::Theme m_theme =
        theme::readTheme(TERROIR_SOURCE_DIR "/tests/data/themes/areas-by-class.theme.json");
};

TEST_F(KeptThemes, a_damaged_one_is_removed_and_comes_back_to_the_byte) {
    const auto file = theme::ownThemesFolder() / "hong.theme.json";
    std::filesystem::create_directories(theme::ownThemesFolder());
    const std::string damaged = std::string("{\"id\": \"") + char(0xff) + '\0' + char(0xc3);
    std::ofstream(file, std::ios::binary) << damaged;
    theme::removeOwnTheme("hong");
    EXPECT_FALSE(std::filesystem::exists(file));
    undoThemeEdit(*newestThemeEdit());
    EXPECT_EQ(theme::readOwnTheme("hong")->text, damaged);
}

TEST_F(KeptThemes, come_back_as_they_were_step_by_step_and_the_history_tells_it) {
    m_theme = theme::withTitle(std::move(m_theme), {"Chè 2022", "Tea 2022"});
    theme::saveOwnTheme(m_theme, Overwrite::Refuse);
    theme::renameOwnTheme("che-2022", "Chè Tam Đường");
    theme::renameOwnTheme("che-tam-duong", "chè tam đường"); // the same id
    theme::removeOwnTheme("che-tam-duong");
    const auto undo = [] {
        const auto newest = newestThemeEdit();
        undoThemeEdit(*newest);
        return newest->what.vi;
    };
    EXPECT_EQ(undo(), "xóa chủ đề che-tam-duong");
    EXPECT_EQ(theme::knownThemes().find("che-tam-duong").title.vi, "chè tam đường");
    EXPECT_EQ(undo(), "đổi tên chủ đề che-tam-duong");
    EXPECT_EQ(theme::knownThemes().find("che-tam-duong").title.vi, "Chè Tam Đường");
    EXPECT_EQ(undo(), "đổi tên chủ đề che-2022");
    EXPECT_FALSE(theme::isOwnTheme("che-tam-duong"));
    EXPECT_EQ(theme::knownThemes().find("che-2022").title.en, "Tea 2022");
    redoThemeEdit(themeEdits()[2]);
    EXPECT_TRUE(theme::isOwnTheme("che-tam-duong") && !theme::isOwnTheme("che-2022"));
    EXPECT_EQ(undo(), "đổi tên chủ đề che-2022");
    EXPECT_EQ(undo(), "lưu chủ đề che-2022");
    EXPECT_FALSE(theme::isOwnTheme("che-2022"));
    EXPECT_FALSE(newestThemeEdit());
    EXPECT_EQ(themeEdits().size(), 4U);
}

TEST_F(KeptThemes, of_programs_that_save_at_once_are_all_in_the_history) {
    std::vector<std::thread> programs;
    for (int i = 0; i < 6; ++i)
        programs.emplace_back([this, i] {
            const std::string title = "Chè " + std::to_string(i);
            theme::saveOwnTheme(theme::withTitle(m_theme, {title, title}), Overwrite::Refuse);
        });
    for (std::thread& program : programs)
        program.join();
    EXPECT_EQ(themeEdits().size(), 6U);
    for (int i = 0; i < 6; ++i)
        undoThemeEdit(*newestThemeEdit());
    EXPECT_FALSE(newestThemeEdit());
    for (int i = 0; i < 6; ++i)
        EXPECT_FALSE(theme::isOwnTheme("che-" + std::to_string(i)));
}

// Whatever was done, taking all of it back leaves one's own themes as they were.
TEST_F(KeptThemes, any_sequence_of_edits_and_undos_leaves_them_as_they_were) {
    const auto contents = [] {
        std::map<std::string, std::string> files;
        for (const auto& file : std::filesystem::directory_iterator(theme::ownThemesFolder()))
            if (file.is_regular_file()) {
                std::ifstream stream(file.path());
                files[file.path().filename().string()] =
                    std::string(std::istreambuf_iterator<char>(stream), {});
            }
        return files;
    };
    theme::saveOwnTheme(theme::withTitle(m_theme, {"Gốc", "First"}), Overwrite::Refuse);
    std::vector<std::map<std::string, std::string>> states{contents()};
    std::mt19937 random(20261130);
    const std::vector<std::string> titles{"Gốc", "Chè", "Lúa", "CHÈ"};
    for (int step = 0; step < 60; ++step) {
        const std::string &title = titles[random() % titles.size()],
                          &other = titles[random() % titles.size()];
        const std::string id = theme::themeIdOf(title);
        const auto what = random() % 4;
        if (what == 0 && states.size() > 1) {
            undoThemeEdit(*newestThemeEdit());
            states.pop_back();
            ASSERT_EQ(contents(), states.back()) << "step " << step;
            continue;
        }
        try {
            if (what == 1)
                theme::saveOwnTheme(theme::withTitle(m_theme, {title, other}), Overwrite::Allow);
            else if (what == 2)
                theme::removeOwnTheme(id);
            else
                theme::renameOwnTheme(id, other);
        } catch (const Error&) {
            ASSERT_EQ(contents(), states.back()) << "what is refused changes nothing";
            continue;
        }
        states.push_back(contents());
    }
    ASSERT_GT(states.size(), 5U);
    while (states.size() > 1) {
        undoThemeEdit(*newestThemeEdit());
        states.pop_back();
        ASSERT_EQ(contents(), states.back());
    }
}

TEST_F(KeptThemes, that_were_changed_since_are_left_as_they_are) {
    m_theme = theme::withTitle(std::move(m_theme), {"Chè", "Tea"});
    const auto file = theme::saveOwnTheme(m_theme, Overwrite::Refuse);
    theme::renameOwnTheme("che", "Chè xanh");
    std::ofstream(file) << "{}"; // somebody else's
    EXPECT_EQ(errorOf([] { undoThemeEdit(*newestThemeEdit()); }),
              "The theme 'che' has been changed since and cannot be taken back; change its file '" +
                  file.string() + "'.");
    EXPECT_TRUE(theme::isOwnTheme("che-xanh"));
    EXPECT_FALSE(newestThemeEdit()->isUndone);
    // A damaged file of the history takes nothing else away.
    std::ofstream(theme::ownThemesFolder() / "history" / "999999.edit.json") << "{";
    EXPECT_EQ(themeEdits().size(), 2U);
    theme::removeOwnTheme("che-xanh");
    EXPECT_EQ(themeEdits().size(), 3U);
}

} // namespace
} // namespace terroir::theme
