#include "core/map/ink.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

namespace terroir::map {
namespace {

using testing::MapFixture;
using testing::textOf;

TEST(ChangeMap, says_what_is_compared_and_what_is_not) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Change, {{1, 2, 3}, {4, 2, 0}});
    theme::Layer& style = map.evaluated.theme.layers.front();
    style.series[0].selection.period = Period{Date::of(2020, 1, 1), Date::of(2021, 1, 1)};
    style.series[1].selection.period = Period{Date::of(2024, 1, 1), Date::of(2025, 1, 1)};
    layer.rates[map.commune(0, 0)] = {3};
    layer.rates[map.commune(1, 0)] = {0};
    layer.notCompared[map.commune(2, 0)] = figures::NotCompared::OneOnly;
    layer.rateUnit = "ha";
    layer.breaks.borders = {0, 0, 3};
    layer.classes = {{0, 0, {247, 247, 247}, "không đổi", 1, 0}, {0, 3, {67, 147, 195}, "3", 1, 0}};
    layer.noData = 10;
    const Scene scene = map.compose();
    const std::string legend = textOf(scene, "legend");
    for (const char* said : {"năm 2020 → năm 2024", "không đổi", "Không có số liệu", "(10 xã)",
                             "1 xã không so sánh được vì"})
        EXPECT_NE(legend.find(said), std::string::npos) << said << "\n" << legend;
    for (const PathItem& item : testing::itemsOf<PathItem>(scene, "legend"))
        EXPECT_TRUE(item.fill.hatch != Hatch::None || item.fill.colour != Colour(ink::noDataFill))
            << "no data would look like no change";
    EXPECT_NE(textOf(scene, "labels").find("+3"), std::string::npos) << textOf(scene, "labels");
}

} // namespace
} // namespace terroir::map
