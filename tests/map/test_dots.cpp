#include "core/figures/dots.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace terroir::map {
namespace {

using testing::expectNoTextOnText;
using testing::expectTextsOnPage;
using testing::itemsOf;
using testing::MapFixture;
using testing::pages;
using testing::textOf;

/// Dots of the figures of a layer, on the shapes of the fixture's communes.
void setDots(MapFixture& map, figures::EvaluatedLayer& layer, double value) {
    std::vector<figures::DottedGround> grounds;
    for (const boundaries::UnitShape& shape : map.data.shapes.units) {
        figures::DottedGround ground{
            shape.unit, map.gazetteer.unit(shape.unit).uid, shape.shape, {}};
        for (const figures::Figures& figures : layer.series) {
            const auto cell = figures.cells.find(shape.unit);
            ground.values.push_back(cell == figures.cells.end() ? 0 : cell->second.value);
        }
        grounds.push_back(std::move(ground));
    }
    layer.dots = figures::dotsOn(grounds, value);
}

TEST(DotMap, has_every_dot_in_its_unit_under_the_symbols) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Dots, {{50, 20}, {10}});
    layer.series[1].cells.begin()->second.value = 10;
    setDots(map, layer, 1);
    const Scene scene = map.compose();
    const std::vector<CircleItem> dots = itemsOf<CircleItem>(scene, "dots");
    ASSERT_EQ(dots.size(), 80U);
    const std::string uid = map.gazetteer.unit(map.commune(0, 0)).uid;
    geometry::Box first;
    for (const PathItem& path : itemsOf<PathItem>(scene, "unit:" + uid))
        for (const geometry::Point& corner : path.rings.front())
            first.expand(corner);
    EXPECT_EQ(std::count_if(dots.begin(), dots.end(),
                            [&](const CircleItem& dot) {
                                return dot.centre.x > first.minX && dot.centre.x < first.maxX &&
                                       dot.centre.y > first.minY && dot.centre.y < first.maxY;
                            }),
              60);
    std::set<double> radii;
    for (const CircleItem& dot : dots)
        radii.insert(dot.radiusMm);
    EXPECT_EQ(radii.size(), 1U) << "all dots are equal";
}

TEST(DotMap, the_legend_says_the_value_and_what_rounding_leaves) {
    for (const Page& page : pages) {
        MapFixture map;
        figures::EvaluatedLayer& layer = map.add(theme::LayerType::Dots, {{1900, 47.5}});
        setDots(map, layer, 5);
        const Scene scene = map.compose(page);
        const std::string legend = textOf(scene, "legend");
        EXPECT_NE(legend.find("1 điểm = 5 ha"), std::string::npos) << legend;
        EXPECT_NE(legend.find("390 điểm: 1.950 trên 1.947,5 ha"), std::string::npos) << legend;
        expectTextsOnPage(scene);
        expectNoTextOnText(scene);
    }
}

TEST(DotMap, no_data_is_hatched_as_on_a_map_of_circles_and_zero_is_not) {
    for (const theme::LayerType type : {theme::LayerType::Symbols, theme::LayerType::Dots}) {
        MapFixture map;
        figures::EvaluatedLayer& layer = map.add(type, {{5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 0, 5}});
        layer.series[0].cells[map.evaluated.units[11]].value = 0;
        if (type == theme::LayerType::Dots)
            setDots(map, layer, 1);
        const auto hatchOf = [&](std::size_t unit) {
            const std::string uid = map.gazetteer.unit(map.evaluated.units[unit]).uid;
            return itemsOf<PathItem>(map.compose(), "unit:" + uid).front().fill.hatch;
        };
        EXPECT_EQ(hatchOf(10), Hatch::Diagonal);
        EXPECT_EQ(hatchOf(11), Hatch::None);
    }
}

TEST(DotMap, figures_of_no_single_unit_are_told_beside_it) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Dots, {{30, 40}});
    figures::NotAttributed& left = layer.series[0].notAttributed.emplace_back();
    left.value = 5;
    layer.series[0].total += 5;
    setDots(map, layer, 1);
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("70 điểm: 70 trên 70 ha"), std::string::npos) << legend;
    EXPECT_NE(legend.find("chưa rõ xã 5"), std::string::npos) << legend;
}

} // namespace
} // namespace terroir::map
