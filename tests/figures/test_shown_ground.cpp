#include "core/figures/theme_figures.hpp"
#include "core/theme/read_theme.hpp"
#include "core/workspace/record_edits.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

namespace terroir::figures {
namespace {

// TD22-097: four farms of buffalo and cattle in Sơn Bình, huyện Tam Đường.
class ShownGroundTest : public ::testing::Test {
protected:
    void SetUp() override { std::filesystem::copy_file(workspace::packagedFile(), m_file); }

    EvaluatedTheme evaluated() {
        workspace::Workspace workspace(m_file, store::Mode::ReadOnly);
        theme::Settings settings;
        settings.asOf = Date::of(2022, 4, 15);
        settings.within = "huyện Tam Đường, tỉnh Lai Châu";
        return figuresOf(
            theme::readTheme(TERROIR_SOURCE_DIR "/styles/livestock.theme.json"), settings, workspace,
            Language::Vietnamese);
    }
    void put(const std::string& id) {
        workspace::Workspace workspace(m_file, store::Mode::ReadWrite);
        workspace::changeRecord(
            workspace, "Lan", id, {},
            workspace::GroundChange::to(
                {{{{103.62, 22.34}}, {}, {}}, records::Accuracy::Surveyed, {}}));
    }
    /// Of all cells.
    static std::pair<double, double> sums(const EvaluatedTheme& evaluated) {
        double value = 0, onGround = 0;
        for (const EvaluatedLayer& layer : evaluated.layers)
            for (const Figures& figures : layer.series)
                for (const auto& [unit, cell] : figures.cells) {
                    value += cell.value;
                    onGround += cell.onGround;
                }
        return {value, onGround};
    }

    testing::TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "w.sqlite";
};

TEST_F(ShownGroundTest, sums_stay_and_say_what_of_them_lies_by_itself) {
    const EvaluatedTheme before = evaluated();
    EXPECT_TRUE(before.ground.empty());
    EXPECT_EQ(sums(before).second, 0);
    put("TD22-097");
    const EvaluatedTheme after = evaluated();
    ASSERT_EQ(after.ground.size(), 1U);
    EXPECT_EQ(after.ground.front().record, "TD22-097");
    EXPECT_EQ(after.ground.front().accuracy, records::Accuracy::Surveyed);
    EXPECT_NE(after.ground.front().unit, gazetteer::noUnit);
    EXPECT_EQ(sums(after).first, sums(before).first);
    EXPECT_EQ(sums(after).second, 4);
}

TEST_F(ShownGroundTest, records_that_the_theme_does_not_count_are_not_shown) {
    put("SL20-078"); // of another district
    EXPECT_TRUE(evaluated().ground.empty());
}

} // namespace
} // namespace terroir::figures
