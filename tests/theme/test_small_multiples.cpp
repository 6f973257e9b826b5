#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/small_multiples.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace terroir::theme {
namespace {

Theme styleOf(const std::string& id) {
    return readTheme(std::filesystem::path(TERROIR_SOURCE_DIR) / "styles" / (id + ".theme.json"));
}

TEST(SmallMultiples, of_years_have_the_figures_of_one_year_each) {
    const std::vector<int> years{2019, 2021};
    const std::vector<MultipleTheme> frames = themesOfYears(styleOf("livestock"), years);
    ASSERT_EQ(frames.size(), 2U);
    EXPECT_EQ(frames[1].name.vi, "2021");
    for (const Layer& layer : frames[1].theme.layers)
        for (const Series& series : layer.series)
            EXPECT_EQ(yearsText(*series.selection.period), "2021");
}

TEST(SmallMultiples, of_kinds_are_the_series_else_the_categories_of_the_one) {
    const std::vector<MultipleTheme> crops = themesOfKinds(styleOf("hectares-by-crop"));
    ASSERT_EQ(crops.size(), styleOf("hectares-by-crop").layers[0].series.size());
    EXPECT_EQ(crops[0].name.vi, "Chè");
    ASSERT_EQ(crops[0].theme.layers.size(), 1U);
    EXPECT_EQ(crops[0].theme.layers[0].series.size(), 1U);
    EXPECT_EQ(crops[0].theme.layers[0].type, LayerType::Symbols) << "one part is no pie";
    bool hasMaize = false;
    for (const MultipleTheme& frame : themesOfKinds(styleOf("crop-areas")))
        hasMaize = hasMaize || frame.name.en == "maize";
    EXPECT_TRUE(hasMaize);
}

TEST(SmallMultiples, share_a_legend_or_are_refused) {
    EXPECT_THROW(themesOfKinds(styleOf("models")), UsageError) << "things and hectares";
    const Theme categories = parseTheme(
        R"({"id": "x", "title": "X", "layers": [{"type": "categories", "series": [
            {"selection": {"kinds": ["model"]}}]}]})",
        "x.theme.json");
    EXPECT_THROW(themesOfYears(categories, std::vector<int>{2020, 2021}), UsageError)
        << "which colour is whose depends on what there is";
}

TEST(SmallMultiples, are_asked_for_by_plain_words) {
    EXPECT_EQ(multiplesWords(), (std::vector<std::string>{"years", "kinds", "provinces"}));
    EXPECT_EQ(parseMultiplesBy("provinces"), MultiplesBy::Provinces);
    EXPECT_FALSE(parseMultiplesBy("year"));
}

} // namespace
} // namespace terroir::theme
