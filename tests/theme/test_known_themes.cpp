#include "core/theme/known_themes.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/write_theme.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace terroir::theme {
namespace {

using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

/// One's own themes in a folder of the test's own.
class OwnThemes : public ::testing::Test {
protected:
    void SetUp() override { ::setenv("XDG_DATA_HOME", m_folder.path().c_str(), 1); }
    void TearDown() override { ::unsetenv("XDG_DATA_HOME"); }

    TemporaryFolder m_folder;
    theme::Theme m_theme =
        theme::readTheme(TERROIR_SOURCE_DIR "/tests/data/themes/areas-by-class.theme.json");
};

TEST(ThemeId, comes_from_the_title) {
    EXPECT_EQ(theme::themeIdOf("Cây ăn quả 2022"), "cay-an-qua-2022");
    EXPECT_EQ(theme::themeIdOf("  Đất & nước (ha) "), "dat-nuoc-ha");
    EXPECT_EQ(theme::themeIdOf("…"), "");
}

TEST_F(OwnThemes, are_written_where_they_are_read_again) {
    m_theme.id = "plantings-2022";
    m_theme.layers[0].classes.colours = {{1, 2, 3, 255}, {4, 5, 6, 255}, {7, 8, 9, 255}};
    const std::filesystem::path file = theme::saveOwnTheme(m_theme, Overwrite::Refuse);
    EXPECT_EQ(file, theme::ownThemesFolder() / "plantings-2022.theme.json");
    m_theme.file = file;
    EXPECT_EQ(theme::readTheme(file), m_theme);
    EXPECT_NE(errorOf([&] { theme::saveOwnTheme(m_theme, Overwrite::Refuse); }), "no error");
    EXPECT_EQ(errorOf([&] { theme::saveOwnTheme(m_theme, Overwrite::Allow); }), "no error");
}

TEST_F(OwnThemes, that_nobody_could_read_are_refused) {
    m_theme.id = "Plantings 2022";
    EXPECT_EQ(
        errorOf([&] { theme::saveOwnTheme(m_theme, Overwrite::Allow); }),
        "'Plantings 2022' is no name for a theme. Use a to z, digits and hyphens, for example "
        "tea-2022.");
    m_theme.id = "plantings";
    EXPECT_EQ(errorOf([&] { theme::saveOwnTheme(m_theme, Overwrite::Allow); }),
              "'plantings' is the name of a packaged theme; choose another.");
    m_theme.id = "mine";
    m_theme.layers[0].classes.colours = {{1, 2, 3, 255}};
    EXPECT_NE(
        errorOf([&] { theme::saveOwnTheme(m_theme, Overwrite::Allow); }).find("make 3 classes"),
        std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(theme::ownThemesFolder() / "mine.theme.json"));
}

TEST_F(OwnThemes, that_have_no_title_are_not_saved) {
    m_theme = theme::withTitle(std::move(m_theme), {"…", ""});
    EXPECT_EQ(m_theme.id, "");
    EXPECT_EQ(errorOf([&] { theme::saveOwnTheme(m_theme, Overwrite::Allow); }),
              "The title has no letter; write one by which the theme is found again.");
}

TEST_F(OwnThemes, have_the_id_of_their_title_and_one_title_stands_for_the_other) {
    m_theme = theme::withTitle(std::move(m_theme), {"", "Fruit 2022"});
    EXPECT_EQ(m_theme.id, "fruit-2022");
    EXPECT_EQ(m_theme.title, (LocalText{"Fruit 2022", "Fruit 2022"}));
    EXPECT_EQ(theme::withTitle(m_theme, {"Cây ăn quả", "Fruit"}).id, "cay-an-qua");
    EXPECT_FALSE(theme::isOwnTheme("fruit-2022"));
    theme::saveOwnTheme(m_theme, Overwrite::Refuse);
    EXPECT_TRUE(theme::isOwnTheme("fruit-2022"));
}

TEST_F(OwnThemes, are_known_everywhere_and_a_named_folder_comes_last) {
    m_theme = theme::withTitle(std::move(m_theme), {"Của tôi", "Mine"});
    theme::saveOwnTheme(m_theme, Overwrite::Refuse);
    EXPECT_EQ(theme::knownThemes().find("cua-toi").title.en, "Mine");
    const TemporaryFolder more;
    m_theme.title.en = "Another";
    theme::writeTheme(m_theme, more / "cua-toi.theme.json", Overwrite::Refuse);
    EXPECT_EQ(theme::knownThemes(more.path().string()).find("cua-toi").title.en, "Another");
    EXPECT_EQ(errorOf([] { theme::knownThemes().find("cua-to"); }),
              errorOf([] { theme::findTheme(theme::knownThemes().themes, "cua-to"); }));
}

TEST_F(OwnThemes, that_cannot_be_read_say_why_when_they_are_asked_for) {
    std::filesystem::create_directories(theme::ownThemesFolder());
    std::ofstream(theme::ownThemesFolder() / "bad.theme.json") << "{ \"id\": \"bad\" ";
    EXPECT_EQ(theme::knownThemes().problems.size(), 1U);
    EXPECT_EQ(theme::knownThemes().find("livestock").id, "livestock");
    EXPECT_NE(errorOf([] { theme::knownThemes().find("bad"); }).find("bad.theme.json"),
              std::string::npos);
}

} // namespace
} // namespace terroir::theme
