#include "core/figures/shared_figures.hpp"
#include "core/map/unit_fills.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace terroir::map {
namespace {

using testing::itemsOf;
using testing::MapFixture;
using testing::textOf;

/// The first three communes of the lower row have a figure together.
void share(MapFixture& map, figures::EvaluatedLayer& layer, double value) {
    figures::SharedFigures shared;
    shared.cells.resize(layer.series.size());
    shared.cells[0].emplace();
    shared.cells[0]->value = value;
    layer.shared[{map.commune(0, 0), map.commune(1, 0), map.commune(2, 0)}] = shared;
    figures::fillFromGroups(layer);
    layer.largestSymbol = figures::largestSymbolValue(layer);
}

TEST(UnitGroups, are_filled_alike_under_one_outline_with_one_value) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Choropleth, {{0, 0, 0, 1}});
    share(map, layer, 4);
    const Scene scene = map.compose();

    const auto outlines = itemsOf<PathItem>(scene, "groups");
    ASSERT_EQ(outlines.size(), 1U);
    EXPECT_TRUE(outlines[0].stroke.dashed);
    EXPECT_EQ(outlines[0].rings.size(), 1U) << "the communes are joined";
    const UnitFills fills(map.evaluated);
    for (int column = 0; column < 3; ++column)
        EXPECT_EQ(fills.of(map.commune(column, 0)).colour, layer.classes[1].colour);
    EXPECT_EQ(fills.of(map.commune(3, 0)).colour, layer.classes[0].colour);
    EXPECT_FALSE(fills.hasData(map.commune(0, 1)));

    const std::string labels = textOf(scene, "labels"), legend = textOf(scene, "legend");
    EXPECT_NE(labels.find("chung 3 xã\n4\n"), std::string::npos) << labels;
    EXPECT_EQ(labels.find("\n4\n"), labels.rfind("\n4\n")) << "once";
    EXPECT_NE(legend.find("Số liệu chung của nhiều xã"), std::string::npos) << legend;
    EXPECT_NE(legend.find("(1 nhóm, 3 xã)"), std::string::npos) << legend;
    EXPECT_NE(legend.find("> 2 – 5\n(chung 3 xã)"), std::string::npos) << legend;
    EXPECT_NE(legend.find("Không có số liệu\n(8 xã)"), std::string::npos) << legend;
}

TEST(UnitGroups, of_one_old_district_are_outlined_as_the_district_was) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Choropleth, {{0, 0, 0, 1}});
    share(map, layer, 4);
    constexpr gazetteer::UnitIndex district = 1;
    layer.shared.begin()->second.named = district;
    const auto widthOf = [&] {
        const std::vector<PathItem> outlines = itemsOf<PathItem>(map.compose(), "groups");
        geometry::Box box;
        for (const geometry::Point& point : outlines.at(0).rings.at(0))
            box.expand(point);
        return box.width();
    };
    const double joined = widthOf();
    geometry::MultiPolygon old = map.data.shapes.units.front().shape; // a third of the communes
    map.data.formers.units = {{district, old, boundaries::Origin::Official}};
    EXPECT_NEAR(widthOf() / joined, 1.0 / 3, 0.01);
    map.data.formers.units.front().unit = map.commune(3, 2);
    EXPECT_NEAR(widthOf(), joined, 0.01) << "the outline of another unit";
}

TEST(UnitGroups, with_islands_are_outlined_where_dashes_have_room) {
    MapFixture map;
    share(map, map.add(theme::LayerType::Choropleth, {{0, 0, 0, 1}}), 4);
    auto& shapes = map.data.shapes.units;
    const auto first = std::find_if(shapes.begin(), shapes.end(), [&](const auto& one) {
        return one.unit == map.commune(0, 0);
    });
    ASSERT_NE(first, shapes.end());
    const geometry::Box box = geometry::boxOf(first->shape);
    const double side = (box.maxX - box.minX) * 0.02, x = box.minX - 10 * side, y = box.minY;
    first->shape.push_back(
        {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}});
    const Scene scene = map.compose();
    const auto outlines = itemsOf<PathItem>(scene, "groups");
    ASSERT_EQ(outlines.size(), 1U);
    EXPECT_EQ(outlines[0].rings.size(), 1U) << "the island is drawn as a unit and has no dashes";
}

TEST(UnitGroups, have_one_symbol_that_stands_on_no_other) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Symbols, {{0, 9}});
    share(map, layer, 16);
    const Scene scene = map.compose();
    const auto circles = itemsOf<CircleItem>(scene, "symbols");
    ASSERT_EQ(circles.size(), 2U);
    EXPECT_NEAR(circles[0].radiusMm / circles[1].radiusMm, 4.0 / 3, 1e-6)
        << "the group's, of 16 ha, is the larger";
    EXPECT_GT(std::hypot(circles[0].centre.x - circles[1].centre.x,
                         circles[0].centre.y - circles[1].centre.y),
              circles[0].radiusMm + circles[1].radiusMm);
    const std::string legend = textOf(scene, "legend");
    EXPECT_NE(legend.find("Không có số liệu\n(9 xã)"), std::string::npos) << legend;
}

TEST(UnitGroups, that_overlap_have_symbols_apart) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Symbols, {{}});
    share(map, layer, 1);
    figures::SharedFigures other = layer.shared.begin()->second;
    layer.shared[{map.commune(0, 0), map.commune(1, 0), map.commune(2, 0), map.commune(0, 1)}] =
        other;
    const auto circles = itemsOf<CircleItem>(map.compose(), "symbols");
    ASSERT_EQ(circles.size(), 2U);
    EXPECT_GT(std::hypot(circles[0].centre.x - circles[1].centre.x,
                         circles[0].centre.y - circles[1].centre.y),
              circles[0].radiusMm + circles[1].radiusMm);
}

TEST(UnitGroups, are_none_where_each_unit_has_its_own_figure) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Choropleth, {{1, 1, 1, 1}});
    share(map, layer, 4);
    const Scene scene = map.compose();
    EXPECT_TRUE(itemsOf<PathItem>(scene, "groups").empty());
    EXPECT_EQ(textOf(scene, "legend").find("chung"), std::string::npos);
}

TEST(UnitGroups, that_are_on_the_map_are_not_said_to_be_of_no_known_commune) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Symbols, {{0, 9}});
    const auto add = [&](std::vector<gazetteer::UnitIndex> places, double value,
                         figures::NotAttributed::Reason reason) {
        figures::NotAttributed entry;
        entry.places = std::move(places);
        entry.value = value;
        entry.reason = reason;
        layer.series[0].notAttributed.push_back(entry);
        layer.series[0].total += value;
    };
    using Reason = figures::NotAttributed::Reason;
    add({map.commune(0, 0), map.commune(1, 0)}, 4, Reason::SeveralUnits);
    add({}, 7, Reason::Unresolved);
    layer.shared =
        figures::sharedFigures(layer.series, map.evaluated.units, gazetteer::Level::Commune,
                               map.gazetteer, map.evaluated.asOf);
    figures::fillFromGroups(layer);
    std::string legend = textOf(map.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' '); // wherever lines end
    EXPECT_NE(legend.find("Cây trồng 1: 20 ha"), std::string::npos) << legend;
    EXPECT_NE(legend.find("trên bản đồ 13 ha (1 xã, chung 2 xã), chưa rõ xã 7 ha"),
              std::string::npos)
        << legend;
    EXPECT_NE(legend.find("TT. Bình Lư, Khun Há: 4 ha"), std::string::npos) << legend;
    EXPECT_EQ(legend.find("ha – TT. Bình Lư, Khun Há"), std::string::npos) << legend;
}

} // namespace
} // namespace terroir::map
