#include "core/atlas/bar_chart.hpp"
#include "tests/atlas/atlas_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::atlas {
namespace {

struct Made {
    explicit Made(const char* id)
        : workspace(workspace::packagedFile(), store::Mode::ReadOnly),
          evaluated(evaluate(id, workspace)) {}

    static figures::EvaluatedTheme evaluate(const char* id, workspace::Workspace& workspace) {
        theme::Settings settings;
        settings.level = gazetteer::Level::Commune;
        settings.within = "huyện Tam Đường, tỉnh Lai Châu";
        settings.asOf = Date::of(2022, 4, 15);
        return figures::figuresOf(theme::knownThemes().find(id), settings, workspace,
                                  Language::Vietnamese);
    }
    gazetteer::UnitIndex unit(std::string_view name) const {
        for (const gazetteer::UnitIndex one : evaluated.units)
            if (units().unit(one).name == name)
                return one;
        return gazetteer::noUnit;
    }
    std::vector<std::string> texts(gazetteer::UnitIndex marked, double heightMm) const {
        const map::MeasureText measure = testing::measureHalfEm;
        const figures::PageWords words(evaluated, units());
        map::Scene scene;
        scene.groups.push_back(barChart(evaluated, marked, words, "Nguồn: thử.",
                                        {0, 0, 150, heightMm}, map::Typesetter(measure, 1)));
        std::vector<std::string> out;
        for (const map::TextItem& text : testing::textsOf(scene))
            out.push_back(text.text);
        return out;
    }
    const gazetteer::Gazetteer& units() const { return workspace.gazetteer(); }

    mutable workspace::Workspace workspace;
    figures::EvaluatedTheme evaluated;
};

bool has(const std::vector<std::string>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

TEST(bar_chart, farms_of_all_kinds_stand_in_one_bar_with_their_sum_a_legend_and_the_source) {
    const Made made("livestock");
    const auto texts = made.texts(made.unit("Sơn Bình"), 90);
    EXPECT_EQ(texts.front(), "Cơ sở chăn nuôi tập trung (cơ sở)");
    EXPECT_TRUE(has(texts, "Trâu, bò trên 15 con"));
    EXPECT_TRUE(has(texts, "Nguồn: thử."));
    const auto unit = std::find(texts.begin(), texts.end(), "Sơn Bình");
    ASSERT_NE(unit, texts.end());
    EXPECT_EQ(*(unit + 1), "8") << "4 and 1 and 3";
}

TEST(bar_chart, what_may_count_in_two_series_is_not_added) {
    const Made made("models");
    const auto texts = made.texts(made.unit("Tam Đường"), 90);
    const auto unit = std::find(texts.begin(), texts.end(), "TT. Tam Đường");
    ASSERT_NE(unit, texts.end());
    EXPECT_EQ(*(unit + 1), "2 + 6") << "models and trials of the same crop";
}

TEST(bar_chart, sums_of_other_units_of_measure_are_not_put_behind_the_first) {
    const Made made("aquaculture");
    const auto texts = made.texts(made.unit("Sơn Bình"), 90);
    const auto unit = std::find(texts.begin(), texts.end(), "Sơn Bình");
    ASSERT_NE(unit, texts.end());
    EXPECT_EQ(*(unit + 1), "23") << "farms without their 323 tanks";
}

TEST(bar_chart, the_marked_unit_is_shown_however_few_bars_have_room_and_the_rest_is_counted) {
    const Made made("livestock");
    const auto texts = made.texts(made.unit("Thèn Sin"), 34);
    EXPECT_TRUE(has(texts, "Thèn Sin"));
    EXPECT_TRUE(std::any_of(texts.begin(), texts.end(),
                            [](const std::string& text) { return text.starts_with("… và "); }));
}

TEST(bar_chart, a_theme_without_figures_says_so) {
    const Made made("poultry");
    const figures::PageWords words(made.evaluated, made.units());
    EXPECT_TRUE(has(made.texts(made.unit("Sơn Bình"), 60), words.noFigures()));
}

} // namespace
} // namespace terroir::atlas
