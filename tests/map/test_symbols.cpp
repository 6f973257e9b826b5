#include "core/records/selection.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace terroir::map {
namespace {

using testing::itemsOf;
using testing::MapFixture;
using testing::textOf;

TEST(ComposeMap, places_in_names_are_hollow_circles) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{1}, {1}});
    map.evaluated.theme.layers.front().series[1].places = records::PlaceUse::Names;
    const auto circles = itemsOf<map::CircleItem>(map.compose(), "symbols");
    ASSERT_EQ(circles.size(), 2U);
    const auto hollow =
        std::count_if(circles.begin(), circles.end(), [](const map::CircleItem& circle) {
            return circle.fill.colour == Colour{255, 255, 255, 255} && circle.stroke.widthMm > 0.3;
        });
    EXPECT_EQ(hollow, 1);
}

TEST(ComposeMap, a_circle_of_twice_the_value_has_twice_the_area) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{1, 2, 4, 8}});
    std::vector<double> radii;
    for (const map::CircleItem& circle : itemsOf<map::CircleItem>(map.compose(), "symbols"))
        radii.push_back(circle.radiusMm);
    ASSERT_EQ(radii.size(), 4U);
    EXPECT_TRUE(std::is_sorted(radii.rbegin(), radii.rend())) << "small ones lie over large ones";
    for (std::size_t i = 0; i + 1 < radii.size(); ++i)
        EXPECT_NEAR(radii[i] * radii[i] / (radii[i + 1] * radii[i + 1]), 2, 1e-9);
}

TEST(ComposeMap, a_little_beside_much_has_a_circle_that_is_seen_and_the_legend_says_below_what) {
    for (const theme::LayerType type : {theme::LayerType::Symbols, theme::LayerType::Pie}) {
        MapFixture map;
        figures::EvaluatedLayer& layer = map.add(type, {{2000, 0.03}});
        std::vector<double> radii;
        for (const map::CircleItem& circle : itemsOf<map::CircleItem>(map.compose(), "symbols"))
            radii.push_back(circle.radiusMm);
        ASSERT_EQ(radii.size(), 2U);
        EXPECT_NEAR(radii[0] / radii[1],
                    map.evaluated.theme.layers[0].maxSizeMm / figures::leastSymbolMm, 1e-9);
        const std::string legend = textOf(map.compose(), "legend");
        EXPECT_NE(legend.find("Vòng nhỏ nhất: dưới "), std::string::npos) << legend;
        layer.series[0].cells.rbegin()->second.value = 200;
        EXPECT_EQ(textOf(map.compose(), "legend").find("Vòng nhỏ nhất"), std::string::npos);
    }
}

TEST(ComposeMap, a_pies_area_shows_the_sum_and_its_slices_the_parts) {
    MapFixture map;
    map.add(theme::LayerType::Pie, {{3, 4}, {1, 0}});
    const map::Scene scene = map.compose();
    const auto slices = itemsOf<map::PathItem>(scene, "symbols");
    const auto discs = itemsOf<map::CircleItem>(scene, "symbols");
    ASSERT_EQ(slices.size(), 2U) << "3 and 1 of the first commune";
    ASSERT_EQ(discs.size(), 1U) << "4 of the second, whole";
    const auto radiusOf = [](const map::PathItem& slice) {
        const auto& ring = slice.rings.front();
        return std::hypot(ring[1].x - ring[0].x, ring[1].y - ring[0].y);
    };
    EXPECT_NEAR(radiusOf(slices[0]), discs[0].radiusMm, 1e-9) << "both sum to 4";
}

TEST(ComposeMap, a_map_whose_largest_count_is_one_has_dots_and_a_legend_of_one) {
    MapFixture ones, tens;
    ones.add(theme::LayerType::Symbols, {{1, 1, 0, 1}});
    tens.add(theme::LayerType::Symbols, {{10, 1, 0, 1}});
    const auto largest = [](const map::Scene& scene) {
        double radius = 0;
        for (const map::CircleItem& circle : itemsOf<map::CircleItem>(scene, "symbols"))
            radius = std::max(radius, circle.radiusMm);
        return radius;
    };
    const map::Scene scene = ones.compose();
    EXPECT_LT(largest(scene), 0.6 * largest(tens.compose()));
    const auto key = itemsOf<map::CircleItem>(scene, "legend");
    ASSERT_GE(key.size(), 2U) << "one size, and the series";
    EXPECT_NEAR(key.front().radiusMm, largest(scene), 1e-9);
    EXPECT_EQ(textOf(scene, "legend").find("10\n"), std::string::npos) << "no such figure";
}

} // namespace
} // namespace terroir::map
