#include "core/map/bars.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::map {
namespace {

using testing::expectNoTextOnText;
using testing::expectTextsOnPage;
using testing::itemsOf;
using testing::MapFixture;
using testing::pages;
using testing::textOf;

geometry::Box boxOfBar(const PathItem& item) {
    geometry::Box box;
    for (const geometry::Point& corner : item.rings.front())
        box.expand(corner);
    return box;
}

double lengthOf(const PathItem& item) {
    return boxOfBar(item).height();
}

TEST(Bars, of_twice_the_value_are_twice_as_long_and_all_are_as_wide) {
    MapFixture map;
    map.add(theme::LayerType::Bars, {{5, 10, 20, 80}});
    std::vector<double> lengths, widths;
    for (const PathItem& item : itemsOf<PathItem>(map.compose(), "symbols")) {
        lengths.push_back(lengthOf(item));
        widths.push_back(boxOfBar(item).width());
    }
    ASSERT_EQ(lengths.size(), 4U);
    std::sort(lengths.begin(), lengths.end());
    EXPECT_NEAR(lengths[3] / lengths[2], 4, 1e-6);
    EXPECT_NEAR(lengths[2] / lengths[1], 2, 1e-6);
    EXPECT_NEAR(*std::max_element(widths.begin(), widths.end()),
                *std::min_element(widths.begin(), widths.end()), 1e-9);
}

TEST(Bars, of_one_unit_stand_side_by_side_on_one_line) {
    MapFixture map;
    map.add(theme::LayerType::Bars, {{30}, {10}, {20}});
    const auto bars = itemsOf<PathItem>(map.compose(), "symbols");
    ASSERT_EQ(bars.size(), 3U);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        EXPECT_NEAR(boxOfBar(bars[i]).maxY, boxOfBar(bars[0]).maxY, 1e-9);
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(testing::crosses(boxOfBar(bars[i]), boxOfBar(bars[j])));
    }
}

TEST(Bars, stacked_are_as_long_as_the_sum_of_their_parts) {
    MapFixture map;
    map.add(theme::LayerType::StackedBars, {{30, 40}, {10, 0}, {0, 40}});
    const auto parts = itemsOf<PathItem>(map.compose(), "symbols");
    ASSERT_EQ(parts.size(), 4U) << "30 and 10; 40 and 40; nothing is no part";
    std::map<double, double> byLeft;
    for (const PathItem& part : parts)
        byLeft[boxOfBar(part).minX] += lengthOf(part);
    ASSERT_EQ(byLeft.size(), 2U);
    EXPECT_NEAR(std::prev(byLeft.end())->second / byLeft.begin()->second, 2, 1e-6);
}

TEST(Bars, the_key_has_the_longest_bar_of_the_map_and_says_each_length) {
    for (const theme::LayerType type : {theme::LayerType::Bars, theme::LayerType::StackedBars})
        for (const Page& page : pages) {
            MapFixture map;
            map.add(type, {{30, 400, 7}, {10, 0, 9}});
            const Scene scene = map.compose(page);
            double longest = 0, inKey = 0;
            std::map<double, double> byLeft;
            for (const PathItem& part : itemsOf<PathItem>(scene, "symbols"))
                longest = std::max(longest, byLeft[boxOfBar(part).minX] += lengthOf(part));
            for (const PathItem& item : itemsOf<PathItem>(scene, "legend"))
                if (!item.open)
                    inKey = std::max(inKey, lengthOf(item));
            EXPECT_NEAR(inKey, longest, 1e-6);
            EXPECT_NE(textOf(scene, "legend").find("400"), std::string::npos);
            expectTextsOnPage(scene);
            expectNoTextOnText(scene);
        }
}

TEST(Bars, next_to_nothing_is_seen_and_the_legend_says_below_what) {
    MapFixture map;
    map.add(theme::LayerType::Bars, {{20000, 0.03}});
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Cột thấp nhất: dưới "), std::string::npos) << legend;
    EXPECT_EQ(legend.find("Vòng"), std::string::npos) << legend;
}

TEST(Bars, figures_of_no_single_unit_are_told_beside_them) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::StackedBars, {{30, 40}, {10}});
    figures::NotAttributed& left = layer.series[0].notAttributed.emplace_back();
    left.value = 5;
    layer.series[0].total += 5;
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("75"), std::string::npos) << legend;
    EXPECT_NE(legend.find("chưa rõ xã 5"), std::string::npos) << legend;
}

} // namespace
} // namespace terroir::map
