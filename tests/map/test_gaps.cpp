// Units without a figure as the answer of a map.
#include "core/map/gap_table.hpp"
#include "core/map/unit_fills.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

namespace terroir::map {
namespace {

using testing::MapFixture;
using testing::textOf;

constexpr Colour gapColour{240, 179, 126, 255};

/// Two of twelve communes have figures.
MapFixture mapOfTwo() {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{3, 0, 5}});
    return map;
}

TEST(Gaps, are_filled_in_their_own_colour_and_counted_under_their_own_name) {
    MapFixture map = mapOfTwo();
    map.evaluated.theme.gaps = theme::Gaps{{"Chưa có mô hình", "No model"}, gapColour};
    const UnitFills fills(map.evaluated);
    EXPECT_EQ(fills.of(map.commune(1, 0)).colour, gapColour);
    EXPECT_EQ(fills.of(map.commune(1, 0)).hatch, Hatch::None);
    EXPECT_NE(fills.of(map.commune(0, 0)).colour, gapColour);
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Chưa có mô hình\n(10 xã)"), std::string::npos) << legend;
    EXPECT_EQ(legend.find("Không có số liệu"), std::string::npos) << legend;
}

TEST(Gaps, are_no_data_where_a_theme_is_not_about_them) {
    MapFixture map = mapOfTwo();
    EXPECT_NE(UnitFills(map.evaluated).of(map.commune(1, 0)).colour, gapColour);
    EXPECT_NE(textOf(map.compose(), "legend").find("Không có số liệu\n(10 xã)"), std::string::npos);
}

TEST(Gaps, are_named_however_many_they_are) {
    MapFixture map(8, 7); // 54 without a figure
    map.add(theme::LayerType::Symbols, {{3, 0, 5}});
    const auto names = [&] { return testing::itemsOf<TextItem>(map.compose(), "labels").size(); };
    EXPECT_LT(names(), 10u);
    map.evaluated.theme.gaps = theme::Gaps{{"Chưa có mô hình", "No model"}, gapColour};
    EXPECT_GT(names(), 50u);
}

TEST(Gaps, are_a_table_of_the_units_that_the_map_counts) {
    const MapFixture map = mapOfTwo();
    const Table table = gapTable(map.evaluated, map.gazetteer);
    EXPECT_EQ(namesOf(table.columns), (std::vector<std::string>{"code", "type", "unit", "parent",
                                                                "area_km2", "predecessors"}));
    ASSERT_EQ(table.rows.size(), 10u);
    for (const std::vector<Value>& row : table.rows)
        for (const int column : {0, 2})
            EXPECT_NE(std::get<std::string>(row[0]),
                      map.gazetteer.unit(map.commune(column, 0)).code);
}

TEST(Gaps, are_not_the_units_whose_figures_cannot_be_compared) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Change, {{1, 2}, {4, 2}});
    layer.series.back().cells.erase(map.commune(1, 0));
    layer.rates[map.commune(0, 0)] = {3};
    layer.notCompared[map.commune(1, 0)] = figures::NotCompared::OneOnly;
    const Table table = gapTable(map.evaluated, map.gazetteer);
    EXPECT_EQ(table.rows.size(), 10u) << "of twelve, two have figures";
}

} // namespace
} // namespace terroir::map
