#include "core/base/error.hpp"
#include "core/figures/bivariate.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/write_theme.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace terroir::map {
namespace {

using testing::itemsOf;
using testing::MapFixture;
using testing::pages;
using testing::textOf;

/// Tea and rice of twelve communes: nine with both, one of each alone, one with neither.
const std::vector<std::vector<double>> teaAndRice{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
                                                  {30, 1, 20, 3, 40, 5, 60, 7, 80, 0, 9}};

figures::EvaluatedLayer& square(MapFixture& map, std::size_t count) {
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Bivariate, teaAndRice);
    theme::Layer& style = map.evaluated.theme.layers.front();
    style.palette = "DkViolet";
    style.classes = {"quantile", count, {}, {}, {}};
    style.secondClasses = {"jenks", count, {}, {}, {}};
    figures::setBivariate(layer, Language::Vietnamese);
    layer.noData = 1;
    return layer;
}

std::string squareJson(const std::string& members) {
    const std::string series = R"({"unit": "ha", "selection": {"kinds": ["production_zone"],
        "indicators": ["area"]}})";
    return R"({"id": "x", "title": "X", "layers": [{"type": "bivariate", )" + members +
           R"("series": [)" + series + ", " + series + "]}]}";
}

std::string whyRefused(const std::string& members) {
    try {
        theme::parseTheme(squareJson(members), "x.json");
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Bivariate, every_unit_is_counted_once_in_the_square_beside_it_or_without_data) {
    for (const std::size_t count : {3U, 4U}) {
        MapFixture map;
        const figures::EvaluatedLayer& layer = square(map, count);
        EXPECT_EQ(figures::pairsOf(layer), count * count);
        ASSERT_EQ(layer.categories.size(), count * count + 2);
        const auto sum = [](std::size_t all, const figures::EvaluatedClass& entry) {
            return all + entry.count;
        };
        EXPECT_EQ(
            std::accumulate(layer.categories.begin(), layer.categories.end(), std::size_t(0), sum),
            11U);
        EXPECT_EQ(layer.categories[count * count].count, 1U) << "tea alone";
        EXPECT_EQ(layer.categories[count * count + 1].count, 1U) << "rice alone";
        EXPECT_FALSE(layer.categoryOf.contains(map.commune(3, 2))) << "neither";
    }
}

TEST(Bivariate, the_colour_of_a_unit_is_that_of_both_its_classes) {
    MapFixture map;
    const figures::EvaluatedLayer& layer = square(map, 3);
    const theme::Palette& palette = theme::findPalette("DkViolet");
    for (std::size_t i = 0; i < 9; ++i)
        EXPECT_EQ(layer.categories[i].colour, palette.colours[i]) << i;
    const std::size_t most = layer.categoryOf.at(map.evaluated.units[8]);
    EXPECT_EQ(layer.categories[most].colour, palette.colours[8]) << "most tea, most rice";
    const std::size_t teaOnly = layer.categoryOf.at(map.evaluated.units[9]);
    EXPECT_EQ(layer.categories[teaOnly].label, "chỉ có Cây trồng 1 (ha)");
}

TEST(Bivariate, the_square_of_the_legend_has_its_counts_and_borders_on_every_page) {
    for (const std::size_t count : {3U, 4U})
        for (const Page& page : pages) {
            MapFixture map;
            const figures::EvaluatedLayer& layer = square(map, count);
            const Scene scene = map.compose(page);
            const std::string legend = textOf(scene, "legend");
            for (const char* said : {"→ Cây trồng 1 (ha)", "↑ Cây trồng 2 (ha)",
                                     "Chỉ có Cây trồng 1 (ha)", "Không có số liệu"})
                EXPECT_NE(legend.find(said), std::string::npos) << said << "\n" << legend;
            std::size_t cells = 0;
            for (const PathItem& item : itemsOf<PathItem>(scene, "legend"))
                for (std::size_t i = 0; i < figures::pairsOf(layer); ++i)
                    cells += item.fill.colour == layer.categories[i].colour;
            EXPECT_EQ(cells, count * count);
            testing::expectTextsOnPage(scene);
            testing::expectNoTextOnText(scene);
        }
}

TEST(Bivariate, has_as_many_classes_on_both_sides_three_or_four) {
    EXPECT_EQ(whyRefused(""), "accepted");
    EXPECT_EQ(whyRefused(R"("classes": {"method": "jenks", "count": 4},
                             "secondClasses": {"method": "equal", "count": 4}, )"),
              "accepted");
    EXPECT_NE(whyRefused(R"("classes": {"method": "jenks", "count": 4}, )").find("4 × 3"),
              std::string::npos);
    EXPECT_NE(whyRefused(R"("classes": {"method": "jenks", "count": 5},
                             "secondClasses": {"method": "jenks", "count": 5}, )")
                  .find("both three, or both four"),
              std::string::npos);
    EXPECT_NE(whyRefused(R"("palette": "YlGn", )").find("palette for two figures"),
              std::string::npos);
    const theme::Theme read = theme::parseTheme(
        squareJson(R"("classes": {"method": "given", "breaks": [0, 1, 5, 9]}, )"), "x.json");
    EXPECT_EQ(theme::parseTheme(theme::toJson(read), "x.json").layers, read.layers);
}

TEST(Bivariate, long_numbers_under_the_square_lie_over_no_other) {
    for (const std::size_t count : {3U, 4U}) {
        MapFixture map;
        std::vector<std::vector<double>> large = teaAndRice;
        for (std::vector<double>& values : large)
            for (double& value : values)
                value *= 123456.25;
        figures::EvaluatedLayer& layer = map.add(theme::LayerType::Bivariate, large);
        theme::Layer& style = map.evaluated.theme.layers.front();
        style.palette = "DkViolet";
        style.classes = style.secondClasses = {"quantile", count, {}, {}, {}};
        figures::setBivariate(layer, Language::Vietnamese);
        for (const Page& page : pages)
            testing::expectNoTextOnText(map.compose(page));
    }
}

} // namespace
} // namespace terroir::map
