#include "core/figures/theme_figures.hpp"
#include "core/theme/read_theme.hpp"
#include "core/workspace/record_edits.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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
        return figuresOf(theme::readTheme(TERROIR_SOURCE_DIR "/styles/livestock.theme.json"),
                         settings, workspace, Language::Vietnamese);
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

TEST_F(ShownGroundTest, on_a_map_of_change_ground_has_the_colour_of_its_unit_not_that_of_growth) {
    put("TD22-097");
    workspace::Workspace workspace(m_file, store::Mode::ReadOnly);
    const std::string series = R"({"selection": {"kinds": ["livestock"], "indicators": ["farms"],
        "categories": ["cattle_over_15"]}})";
    const theme::Theme change = theme::parseTheme(R"({"id": "x", "title": "X", "asOf": "2022-04-15",
        "within": "huyện Tam Đường, tỉnh Lai Châu", "layers": [{"type": "change",
        "series": [)" + series + ", " + series + "]}]}",
                                                  "x.json");
    const EvaluatedTheme evaluated =
        figuresOf(change, theme::Settings(), workspace, Language::Vietnamese);
    ASSERT_EQ(evaluated.ground.size(), 1U);
    const Colour& colour = evaluated.ground.front().colour;
    EXPECT_LT(std::max({colour.r, colour.g, colour.b}) - std::min({colour.r, colour.g, colour.b}),
              12)
        << "no change has no hue: " << colour.toHex();
}

} // namespace
} // namespace terroir::figures
