#include "core/records/selection.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>

namespace terroir::map {
namespace {

using testing::expectNoTextOnText;
using testing::expectTextsOnPage;
using testing::itemsOf;
using testing::MapFixture;
using testing::pages;
using testing::someFigures;
using testing::textOf;

TEST(ComposeMap, without_a_figure_there_is_no_total) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {{}});
    EXPECT_FALSE(map.evaluated.hasFigures());
    EXPECT_EQ(textOf(map.compose(), "legend").find("Tổng số"), std::string::npos);
    map.evaluated.layers[0].series[0].notAttributed.emplace_back();
    EXPECT_TRUE(map.evaluated.hasFigures());
    EXPECT_NE(textOf(map.compose(), "legend").find("Tổng số"), std::string::npos);
}

TEST(ComposeMap, a_map_without_any_figure_says_so_and_one_with_figures_has_its_note) {
    MapFixture map;
    map.evaluated.theme.note = {"Không cộng hai tiêu chuẩn.", "Do not add the two."};
    map.add(theme::LayerType::Choropleth, {{}});
    const std::string empty = textOf(map.compose(), "legend");
    EXPECT_NE(empty.find("không có số liệu nào"), std::string::npos) << empty;
    EXPECT_EQ(empty.find("Lưu ý"), std::string::npos) << empty;
    map.add(theme::LayerType::Symbols, {{3}});
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Lưu ý: Không cộng hai tiêu chuẩn."), std::string::npos) << legend;
    EXPECT_EQ(legend.find("không có số liệu nào"), std::string::npos) << legend;
}

TEST(ComposeMap, a_series_without_any_figure_is_left_out_of_the_legend) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Symbols, {{1, 2}, {}});
    auto& series = map.evaluated.theme.layers.front().series;
    series[0].label = {"Trâu, bò", ""};
    series[1].label = {"Ngựa", ""};
    EXPECT_TRUE(layer.series[1].cells.empty());
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Trâu, bò"), std::string::npos) << legend;
    EXPECT_EQ(legend.find("Ngựa"), std::string::npos) << legend;
}

TEST(ComposeMap, a_lower_bound_is_written_as_such) {
    MapFixture map;
    figures::Figures& figures = map.add(theme::LayerType::Choropleth, {someFigures}).series.front();
    figures.cells.begin()->second.lowerBound = true;
    figures.lowerBound = true;
    const map::Scene scene = map.compose();
    EXPECT_NE(textOf(scene, "labels").find("≥ 1"), std::string::npos);
    EXPECT_NE(textOf(scene, "legend").find("Tổng số: ≥ 37,5 ha"), std::string::npos);
}

TEST(ComposeMap, counts_in_the_legend_add_up_to_the_units) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const std::string legend = textOf(map.compose(), "legend");
    std::size_t sum = 0;
    for (std::size_t at = legend.find('('); at != std::string::npos; at = legend.find('(', at + 1))
        if (std::isdigit(static_cast<unsigned char>(legend[at + 1])) != 0)
            sum += static_cast<std::size_t>(std::atoi(legend.c_str() + at + 1));
    EXPECT_EQ(sum, map.evaluated.units.size()) << legend;
    EXPECT_NE(legend.find("Không có số liệu"), std::string::npos);
}

TEST(ComposeMap, circles_in_the_legend_are_as_large_as_on_the_map) {
    for (const map::Page& page : pages) {
        MapFixture map;
        map.add(theme::LayerType::Symbols, {{8, 4, 1}});
        const map::Scene scene = map.compose(page);
        const auto onMap = itemsOf<map::CircleItem>(scene, "symbols");
        const auto inLegend = itemsOf<map::CircleItem>(scene, "legend");
        ASSERT_FALSE(onMap.empty());
        ASSERT_GE(inLegend.size(), 3U); // 8, 4, 1, and the key of the series
        EXPECT_NEAR(inLegend[0].radiusMm, onMap[0].radiusMm, 1e-9);
        EXPECT_NEAR(inLegend[1].radiusMm, onMap[1].radiusMm, 1e-9);
        EXPECT_NEAR(inLegend[2].radiusMm, onMap[2].radiusMm, 1e-9);
    }
}

TEST(ComposeMap, no_circle_of_the_map_is_larger_than_those_of_the_key) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{1947, 610, 82.5}});
    const map::Scene scene = map.compose();
    double onMap = 0;
    for (const map::CircleItem& circle : itemsOf<map::CircleItem>(scene, "symbols"))
        onMap = std::max(onMap, circle.radiusMm);
    EXPECT_NEAR(itemsOf<map::CircleItem>(scene, "legend").front().radiusMm, onMap, 1e-9);
    EXPECT_NE(textOf(scene, "legend").find("1.947\n500\n100\n"), std::string::npos)
        << textOf(scene, "legend");
}

TEST(ComposeMap, what_is_not_on_the_map_has_its_unit_of_measure) {
    MapFixture map;
    figures::Figures& figures = map.add(theme::LayerType::Symbols, {{2, 3}}).series.front();
    figures::NotAttributed over;
    over.holder = 0;
    over.value = 300;
    over.lowerBound = true;
    over.reason = figures::NotAttributed::Reason::CoarserLevel;
    figures.notAttributed.push_back(over);
    figures.total += 300;
    figures.lowerBound = true;
    std::string legend = textOf(map.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("trên bản đồ 5 ha (2 xã), chưa rõ xã ≥ 300 ha"), std::string::npos)
        << legend;
    map.evaluated.theme.layers.front().series.front().measure = records::Measure::Count;
    legend = textOf(map.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("trên bản đồ 5 (2 xã), chưa rõ xã ≥ 300"), std::string::npos)
        << "a count says in its total of what: " << legend;
}

TEST(ComposeMap, the_grey_of_neighbours_has_a_key_where_there_are_any) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{2, 3}});
    EXPECT_EQ(textOf(map.compose(), "legend").find("Ngoài phạm vi bản đồ"), std::string::npos);
    map.data.context.units = {
        {0, {{{{103, 22}, {103.3, 22}, {103.3, 22.2}, {103, 22.2}, {103, 22}}, {}}}, {}}};
    const map::Scene scene = map.compose();
    EXPECT_NE(textOf(scene, "legend").find("Ngoài phạm vi bản đồ"), std::string::npos);
    const Colour grey = itemsOf<map::PathItem>(scene, "context").back().fill.colour;
    const auto keys = itemsOf<map::PathItem>(scene, "legend");
    EXPECT_TRUE(std::any_of(keys.begin(), keys.end(),
                            [&](const map::PathItem& key) { return key.fill.colour == grey; }));
}

TEST(ComposeMap, values_of_several_communes_are_listed_with_their_places) {
    MapFixture map;
    figures::Figures& figures = map.add(theme::LayerType::Choropleth, {someFigures}).series.front();
    figures::NotAttributed shared;
    shared.holder = 1;
    shared.places = {map.commune(0, 0), map.commune(1, 0)};
    shared.value = 2.28;
    shared.reason = figures::NotAttributed::Reason::SeveralUnits;
    figures.notAttributed.push_back(shared);
    figures.total += 2.28;
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Chưa xác định được xã"), std::string::npos) << legend;
    EXPECT_NE(legend.find("2,28 ha – TT. Bình Lư, Khun Há"), std::string::npos) << legend;
    EXPECT_NE(legend.find("Tổng số: 39,78 ha"), std::string::npos) << legend;
}

TEST(ComposeMap, a_commune_without_a_shape_is_named_beside_the_map) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    map.data.shapes.missing = {map.data.shapes.units.back().unit};
    map.data.shapes.units.pop_back();
    std::string legend = textOf(map.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' '); // wherever the lines are broken
    EXPECT_NE(legend.find("Không có ranh giới, không vẽ được (1 xã có số liệu): Nùng Nàng 2 "),
              std::string::npos)
        << legend;
}

TEST(ComposeMap, a_list_that_is_too_long_says_how_much_is_left_out) {
    MapFixture map(20, 12);
    map.evaluated.theme.list = true;
    figures::EvaluatedLayer& layer =
        map.add(theme::LayerType::Symbols, {std::vector<double>(240, 2)});
    for (auto& [unit, cell] : layer.series.front().cells)
        cell.subjects = {"chè Shan tuyết", "cá tầm"};
    const map::Scene scene = map.compose();
    const std::string legend = textOf(scene, "legend");
    EXPECT_NE(legend.find(" nữa: terroir table test"), std::string::npos);
    expectTextsOnPage(scene);
    const auto listed = static_cast<std::size_t>(
        std::count_if(legend.begin(), legend.end(), [](char c) { return c == ':'; }) - 2);
    const std::size_t at = legend.find("… và ");
    ASSERT_NE(at, std::string::npos);
    const int left = std::atoi(legend.c_str() + at + std::string("… và ").size());
    EXPECT_EQ(listed + static_cast<std::size_t>(left), 240U) << "every unit is listed or counted";
}

TEST(ComposeMap, a_long_entry_ends_with_how_many_more_and_where) {
    MapFixture map;
    map.evaluated.theme.list = true;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Symbols, {{7}});
    map.evaluated.theme.layers.back().series.front().measure = records::Measure::Subjects;
    std::vector<std::string>& subjects = layer.series.front().cells.begin()->second.subjects;
    for (int i = 1; i <= 90; ++i)
        subjects.push_back("giống lúa thuần số " + std::to_string(i));
    std::string legend = textOf(map.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    const std::size_t at = legend.find(" … và ");
    ASSERT_NE(at, std::string::npos) << legend;
    const int left = std::atoi(legend.c_str() + at + std::string(" … và ").size());
    EXPECT_NE(legend.find("số " + std::to_string(90 - left) + " … và "), std::string::npos)
        << "what is named and what is counted are all: " << legend;
    EXPECT_NE(legend.find("nữa: terroir table test"), std::string::npos);
}

TEST(ComposeMap, a_histogram_counts_every_unit_with_a_figure_in_the_colours_of_the_classes) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Choropleth, {someFigures});
    const auto barsOf = [&](const map::Scene& scene) {
        std::map<std::uint32_t, double> heights; // by colour
        for (const map::PathItem& bar : itemsOf<map::PathItem>(scene, "legend"))
            for (const figures::EvaluatedClass& each : layer.classes)
                if (bar.fill.colour == each.colour && bar.stroke.widthMm < 0.14) {
                    geometry::Box box;
                    for (const geometry::Point& point : bar.rings.front())
                        box.expand(point);
                    heights[std::uint32_t(each.count)] += box.height();
                }
        return heights;
    };
    EXPECT_TRUE(barsOf(map.compose()).empty()) << "on demand only";
    map.evaluated.theme.histogram = true;
    const map::Scene scene = map.compose();
    const std::string legend = textOf(scene, "legend");
    EXPECT_NE(legend.find("Phân bố số liệu theo giá trị"), std::string::npos) << legend;
    const auto heights = barsOf(scene);
    ASSERT_FALSE(heights.empty());
    const double perUnit = heights.begin()->second / heights.begin()->first;
    for (const auto& [count, height] : heights)
        EXPECT_NEAR(height, perUnit * count, 1e-6);
    expectTextsOnPage(scene);
    expectNoTextOnText(scene);
}

TEST(ComposeMap, the_note_on_a_source_stands_only_where_its_figures_are) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {someFigures});
    map.evaluated.sources = {"A"};
    map.evaluated.theme.sourceNotes = {{"A", {"Chưa đầy đủ.", "Not complete."}},
                                       {"B", {"Số ước tính.", "Estimates."}}};
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Lưu ý: Chưa đầy đủ."), std::string::npos) << legend;
    EXPECT_EQ(legend.find("ước tính"), std::string::npos) << legend;
}

TEST(ComposeMap, a_histogram_of_symbols_is_in_the_colour_of_the_series_or_says_why_not) {
    MapFixture map;
    map.evaluated.theme.histogram = true;
    map.add(theme::LayerType::Symbols, {someFigures});
    EXPECT_NE(textOf(map.compose(), "legend").find("Phân bố số liệu theo giá trị"),
              std::string::npos);
    MapFixture two;
    two.evaluated.theme.histogram = true;
    two.add(theme::LayerType::Symbols, {{{0, 5}, {1, 5}}});
    std::string legend = textOf(two.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("Không vẽ biểu đồ phân bố: có ít hơn ba"), std::string::npos) << legend;
    MapFixture beside; // of two series one has enough
    beside.evaluated.theme.histogram = true;
    beside.add(theme::LayerType::Symbols, {someFigures, {5, 5, 5}});
    legend = textOf(beside.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("Phân bố số liệu theo giá trị"), std::string::npos) << legend;
    EXPECT_NE(legend.find("Không vẽ biểu đồ phân bố của: "), std::string::npos) << legend;
    EXPECT_NE(legend.find("(ít hơn ba số liệu khác nhau)"), std::string::npos) << legend;
}

} // namespace
} // namespace terroir::map
