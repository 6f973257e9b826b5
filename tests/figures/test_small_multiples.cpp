#include "core/base/error.hpp"
#include "core/figures/small_multiples.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::figures {
namespace {

using theme::MultiplesBy;

class Multiples : public ::testing::Test {
protected:
    figures::Multiples made(const theme::Theme& theme, MultiplesBy by) {
        return multiplesOf(
            theme, by,
            [&](const theme::Theme& one) {
                return figuresOf(one, {}, m_workspace, Language::Vietnamese);
            },
            m_workspace.gazetteer());
    }
    static theme::Theme styleOf(const std::string& id) {
        return theme::readTheme(std::filesystem::path(TERROIR_SOURCE_DIR) / "styles" /
                                (id + ".theme.json"));
    }
    workspace::Workspace m_workspace{workspace::packagedFile(), store::Mode::ReadOnly,
                                     store::Spatial::Yes};
};

TEST_F(Multiples, of_ocop_by_years_have_one_scale_and_the_sum_of_each_year) {
    const figures::Multiples years = made(styleOf("ocop"), MultiplesBy::Years);
    ASSERT_GE(years.frames.size(), 3U);
    ASSERT_LE(years.frames.size(), theme::mostMultiples);
    for (std::size_t i = 1; i < years.frames.size(); ++i)
        EXPECT_LT(years.frames[i - 1].name.vi, years.frames[i].name.vi);
    for (const Multiple& frame : years.frames) {
        EXPECT_EQ(frame.evaluated.units, years.whole.units);
        EXPECT_EQ(frame.evaluated.layers[0].largestSymbol,
                  years.frames[0].evaluated.layers[0].largestSymbol);
        EXPECT_TRUE(frame.evaluated.hasFigures());
        EXPECT_GT(frame.evaluated.layers[0].noData, 0U) << "provinces without any are said";
    }
}

TEST_F(Multiples, filled_have_the_classes_of_all_frames_and_counts_of_their_own) {
    theme::Theme filled = theme::filledTheme(styleOf("crop-areas"));
    filled.within = "country";
    filled.level = gazetteer::Level::Province;
    filled.layers[0].series[0].selection = {};
    filled.layers[0].series[0].selection.kinds = {"ocop"};
    filled.layers[0].series[0].measure = records::Measure::Subjects;
    const figures::Multiples stars = made(filled, MultiplesBy::Kinds);
    ASSERT_EQ(stars.frames.size(), 3U) << "of three, four and five stars";
    const EvaluatedLayer& first = stars.frames[0].evaluated.layers[0];
    ASSERT_FALSE(first.classes.empty());
    for (const Multiple& frame : stars.frames) {
        const EvaluatedLayer& layer = frame.evaluated.layers[0];
        EXPECT_EQ(layer.breaks.borders, first.breaks.borders);
        std::size_t counted = 0, cells = 0;
        for (std::size_t i = 0; i < layer.classes.size(); ++i) {
            EXPECT_EQ(layer.classes[i].colour, first.classes[i].colour);
            EXPECT_EQ(layer.classes[i].label, first.classes[i].label);
            counted += layer.classes[i].count;
        }
        for (const auto& [unit, cell] : layer.series[0].cells) {
            cells += cell.value > 0 ? 1 : 0;
            EXPECT_TRUE(layer.breaks.classOf(cell.value)) << "all figures have a class";
        }
        EXPECT_EQ(counted, cells) << frame.name.vi;
    }
}

TEST_F(Multiples, of_dots_have_one_value) {
    theme::Theme dots = styleOf("ocop");
    dots.layers[0].type = theme::LayerType::Dots;
    const figures::Multiples stars = made(dots, MultiplesBy::Kinds);
    ASSERT_EQ(stars.frames.size(), 3U);
    for (const Multiple& frame : stars.frames)
        EXPECT_EQ(frame.evaluated.layers[0].dots.value,
                  stars.frames[0].evaluated.layers[0].dots.value);
}

TEST_F(Multiples, of_provinces_are_those_with_figures) {
    const figures::Multiples provinces =
        made(styleOf("geographical-indications"), MultiplesBy::Provinces);
    EXPECT_EQ(provinces.provinces.size(), theme::mostMultiples);
    EXPECT_TRUE(provinces.frames.empty());
    EXPECT_NE(provinces.leftOut.en.find("Without a frame: "), std::string::npos);
}

TEST_F(Multiples, of_one_thing_are_refused) {
    EXPECT_THROW(made(styleOf("plantings"), MultiplesBy::Provinces), UsageError);
    EXPECT_THROW(made(styleOf("crop-areas"), MultiplesBy::Years), UsageError) << "of 2022 alone";
}

} // namespace
} // namespace terroir::figures
