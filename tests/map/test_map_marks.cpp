#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::map {
namespace {

using testing::expectNoTextOnText;
using testing::expectTextsOnPage;
using testing::itemsOf;
using testing::MapFixture;
using testing::someFigures;
using testing::textOf;

TEST(ComposeMap, many_small_communes_keep_their_names_apart) {
    MapFixture map(14, 12);
    map.add(theme::LayerType::Choropleth, {std::vector<double>(14 * 12, 3)});
    const map::Scene scene = map.compose();
    expectTextsOnPage(scene);
    expectNoTextOnText(scene);
    EXPECT_GT(itemsOf<map::TextItem>(scene, "labels").size(), 30U);
}

TEST(ComposeMap, every_unit_with_a_figure_has_its_name_before_any_without) {
    MapFixture map(14, 12);
    std::vector<double> figures(14 * 12, 0);
    for (std::size_t i = 5; i < figures.size(); i += 7)
        figures[i] = double(i % 3 + 1);
    map.add(theme::LayerType::Symbols, {figures});
    const map::Scene scene = map.compose();
    EXPECT_EQ(scene.unitsWithData, 24U);
    EXPECT_TRUE(scene.unnamedUnits.empty());
    expectNoTextOnText(scene);
    const std::string labels = textOf(scene, "labels");
    EXPECT_EQ(labels.find(map.gazetteer.unit(map.evaluated.units[0]).name + "\n"),
              std::string::npos)
        << "144 without are too many to be named beside them";
}

TEST(ComposeMap, names_become_smaller_and_stand_outside_before_any_is_left_out) {
    MapFixture map(12, 9);
    map.add(theme::LayerType::Symbols, {std::vector<double>(12 * 9, 3)});
    const map::Scene scene = map.compose();
    EXPECT_EQ(scene.unitsWithData, 108U);
    EXPECT_EQ(scene.unnamedUnits.size(), 0U);
    expectTextsOnPage(scene);
    expectNoTextOnText(scene);
}

TEST(ComposeMap, a_figure_is_said_beside_the_name_or_in_the_circle) {
    MapFixture map(12, 9);
    std::vector<double> figures(12 * 9, 0);
    for (std::size_t i = 0; i < figures.size(); ++i)
        figures[i] = double(100 + i); // each another one, in circles that it fits in
    map.add(theme::LayerType::Symbols, {figures});
    const map::Scene scene = map.compose();
    const std::string labels = textOf(scene, "labels");
    for (std::size_t i = 0; i < figures.size(); ++i)
        EXPECT_NE(labels.find(std::to_string(100 + i) + "\n"), std::string::npos) << 100 + i;
    expectNoTextOnText(scene);
}

TEST(ComposeMap, units_with_figures_that_found_no_room_for_a_name_are_told) {
    MapFixture map(60, 50);
    map.add(theme::LayerType::Choropleth, {std::vector<double>(60 * 50, 3)});
    const map::Scene scene = map.compose();
    EXPECT_EQ(scene.unitsWithData, 3000U);
    EXPECT_EQ(scene.unnamedUnits.size(), 3000U);
    std::string legend = textOf(scene, "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("Không đủ chỗ ghi tên 3.000 xã có số liệu; xem bằng terroir table test"),
              std::string::npos)
        << legend;
}

TEST(ComposeMap, a_circle_without_a_name_beside_it_says_its_figure_itself) {
    MapFixture map(60, 50);
    std::vector<double> figures(60 * 50, 0);
    for (std::size_t row = 2; row < 50; row += 5)
        for (std::size_t column = 2; column < 60; column += 5)
            figures[row * 60 + column] = 20;
    map.add(theme::LayerType::Symbols, {figures});
    const map::Scene scene = map.compose();
    EXPECT_EQ(scene.unnamedUnits.size(), scene.unitsWithData) << "too many to be named";
    const std::vector<map::TextItem> labels = itemsOf<map::TextItem>(scene, "labels");
    const auto said = std::count_if(labels.begin(), labels.end(),
                                    [](const auto& label) { return label.text == "20"; });
    EXPECT_EQ(std::size_t(said), scene.unitsWithData);
    expectNoTextOnText(scene);
}

TEST(ComposeMap, communes_too_small_for_names_leave_room_for_the_districts_name) {
    MapFixture map(60, 50);
    map.add(theme::LayerType::Choropleth, {std::vector<double>(60 * 50, 3)});
    EXPECT_EQ(textOf(map.compose(), "labels"), "Tam Đường\n");
}

TEST(ComposeMap, a_few_tiny_communes_with_figures_are_named_all_the_same) {
    MapFixture map(60, 50);
    map.add(theme::LayerType::Symbols, {{3}});
    const map::Scene scene = map.compose();
    const std::string labels = textOf(scene, "labels");
    const std::string name = map.gazetteer.unit(map.evaluated.units.front()).name;
    EXPECT_NE(labels.find(name), std::string::npos) << labels;
    EXPECT_LE(itemsOf<map::TextItem>(scene, "labels").size(), 4U)
        << "the others stay without names";
    expectTextsOnPage(scene);
    expectNoTextOnText(scene);
}

TEST(ComposeMap, every_commune_with_a_figure_shows_its_name_and_the_figure) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const std::string labels = textOf(map.compose(), "labels");
    EXPECT_NE(labels.find("TT. Bình Lư"), std::string::npos) << "towns are marked";
    EXPECT_NE(labels.find("Bản Hon\n7,5"), std::string::npos) << labels;
    EXPECT_NE(labels.find("Thèn Sin\n"), std::string::npos) << "names also without a figure";
}

} // namespace
} // namespace terroir::map
