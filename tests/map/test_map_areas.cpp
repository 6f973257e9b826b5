#include "core/map/drawn_map.hpp"
#include "core/map/typesetter.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace terroir::map {
namespace {

using testing::itemsOf;
using testing::MapFixture;
using testing::someFigures;
using testing::textOf;

TEST(ComposeMap, units_are_filled_by_class_and_hatched_without_data) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const map::Scene scene = map.compose();
    for (std::size_t i = 0; i < someFigures.size(); ++i) {
        const auto items =
            itemsOf<map::PathItem>(scene, "unit:" + map.gazetteer.unit(map.evaluated.units[i]).uid);
        ASSERT_EQ(items.size(), 1U);
        const map::Fill& fill = items.front().fill;
        EXPECT_EQ(fill.hatch == map::Hatch::None, someFigures[i] > 0);
        if (someFigures[i] > 5) {
            EXPECT_EQ(fill.colour, (Colour{0, 90, 50}));
        } else if (someFigures[i] > 0 && someFigures[i] <= 2) {
            EXPECT_EQ(fill.colour, (Colour{217, 240, 163}));
        }
    }
}

/// Vietnam below the line, on a frame of 200 by 100 mm.
class Border : public ::testing::Test {
protected:
    std::vector<std::pair<std::string, geometry::Point>> names(std::vector<geometry::Point> line,
                                                               bool startsAtSea, double kmDeep) {
        MapFixture map;
        const figures::PageWords words(map.evaluated, map.gazetteer);
        DrawnMap drawn{map.evaluated, map.gazetteer, words, {0, 0, 200, 100}, 1};
        setBorder(drawn, {{{"Trung Quốc", "China"}, kmDeep, std::move(line), startsAtSea, false}},
                  [](const std::string&) { return 18; });
        return drawn.countryNames;
    }
};

TEST_F(Border, the_country_behind_it_is_named_where_there_is_room) {
    const auto found = names({{250, 60}, {-50, 60}}, false, 40);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].first, "Trung Quốc");
    EXPECT_LT(found[0].second.y, 50);
    EXPECT_TRUE(names({{250, 8}, {-50, 8}}, false, 40).empty()) << "a strip is no room";
    EXPECT_TRUE(names({{250, -60}, {-50, -60}}, false, 400).empty()) << "out of view";
    EXPECT_TRUE(names({{-50, 60}, {250, 60}}, false, 5).empty()) << "may be yet another country";
}

TEST_F(Border, near_where_three_countries_meet_neither_neighbour_is_named) {
    MapFixture map;
    const figures::PageWords words(map.evaluated, map.gazetteer);
    DrawnMap drawn{map.evaluated, map.gazetteer, words, {0, 0, 200, 100}, 1};
    // From the east to the meeting point, and on to the south: the north-west may be of either.
    const geometry::Point meeting{100, 80};
    setBorder(drawn,
              {{{"Trung Quốc", "China"}, 400, {{250, 80}, meeting}},
               {{"Lào", "Laos"}, 400, {meeting, {100, 250}}}},
              [](const std::string&) { return 18; });
    ASSERT_EQ(drawn.countryNames.size(), 2U);
    for (const auto& [name, at] : drawn.countryNames)
        if (name == "Lào")
            EXPECT_LE(meeting.x - at.x, at.y - meeting.y) << "nearer to its border than to there";
        else
            EXPECT_GE(at.x - meeting.x, meeting.y - at.y) << "nearer to its border than to there";
}

TEST_F(Border, at_sea_no_country_is_named) {
    const auto found = names({{40, 60}, {-50, 60}}, true, 40);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_LT(found[0].second.x, 40);
}

TEST(ComposeMap, neighbours_are_drawn_within_the_frame_only) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    map.data.context.units = {
        {0, {{{{100, 20}, {106, 20}, {106, 24}, {100, 24}, {100, 20}}, {}}}, {}}};
    const map::Scene scene = map.compose();
    const auto paths = itemsOf<map::PathItem>(scene, "context");
    ASSERT_EQ(paths.size(), 2U); // the ground and the neighbour
    for (const auto& path : paths)
        for (const auto& ring : path.rings)
            for (const geometry::Point& point : ring) {
                EXPECT_GE(point.x, scene.mapFrameMm.minX - 1e-6);
                EXPECT_LE(point.x, scene.mapFrameMm.maxX + 1e-6);
                EXPECT_GE(point.y, scene.mapFrameMm.minY - 1e-6);
                EXPECT_LE(point.y, scene.mapFrameMm.maxY + 1e-6);
            }
}

TEST(ComposeMap, the_border_is_drawn_within_the_frame_only) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    map.data.border = {
        {{"Trung Quốc", "China"}, 400, {{110, 22.3}, {103.5, 22.3}, {95, 25}}, false, false}};
    const map::Scene scene = map.compose();
    const auto lines = itemsOf<map::PathItem>(scene, "border");
    ASSERT_FALSE(lines.empty());
    for (const map::PathItem& line : lines)
        for (const auto& piece : line.rings)
            for (const geometry::Point& point : piece)
                EXPECT_TRUE(holds(grown(scene.mapFrameMm, 1e-6),
                                  geometry::Box{point.x, point.y, point.x, point.y}));
}

TEST(ComposeMap, most_units_without_data_are_plain_and_few_are_hatched) {
    for (const bool areFew : {true, false}) {
        MapFixture map;
        std::vector<double> figures(12, areFew ? 3.0 : 0.0);
        figures[0] = 3;
        figures[1] = 0;
        map.add(theme::LayerType::Choropleth, {figures});
        const map::Scene scene = map.compose();
        std::size_t hatched = 0, hatchedKeys = 0;
        for (const map::PathItem& unit : itemsOf<map::PathItem>(scene, "unit:"))
            hatched += unit.fill.hatch != map::Hatch::None ? 1U : 0U;
        for (const map::PathItem& key : itemsOf<map::PathItem>(scene, "legend"))
            hatchedKeys += key.fill.hatch != map::Hatch::None ? 1U : 0U;
        EXPECT_EQ(hatched, areFew ? 1U : 0U);
        EXPECT_EQ(hatchedKeys, hatched) << "the legend shows what the map does";
        EXPECT_NE(textOf(scene, "legend").find("Không có số liệu"), std::string::npos);
    }
}

TEST(ComposeMap, islets_have_thin_outlines) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    geometry::Ring islet;
    for (const auto& [x, y] : {std::pair(0, 0), {1, 0}, {1, 1}, {0, 1}, {0, 0}})
        islet.push_back({103.61 + 0.001 * x, 22.21 + 0.001 * y});
    map.data.shapes.units[3].shape.push_back({islet, {}});
    double widest = 0, thinnest = 1;
    for (const map::PathItem& unit : itemsOf<map::PathItem>(map.compose(), "unit:"))
        for (const auto& ring : unit.rings) {
            widest = std::max(widest, unit.stroke.widthMm);
            if (ring.size() >= 4 && std::hypot(ring[2].x - ring[0].x, ring[2].y - ring[0].y) < 5)
                thinnest = std::min(thinnest, unit.stroke.widthMm);
        }
    EXPECT_LT(thinnest, 0.6 * widest);
}

TEST(ComposeMap, islets_smaller_than_a_dot_are_drawn) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    geometry::MultiPolygon& shape = map.data.shapes.units.front().shape;
    const geometry::Point at = shape[0].outer[0];
    const double west = at.x - 0.02, south = at.y - 0.02, size = 2.3e-5; // 0.025 mm
    shape.push_back({{{west, south},
                      {west + size, south},
                      {west + size, south + size},
                      {west, south + size},
                      {west, south}},
                     {}});
    EXPECT_EQ(itemsOf<map::PathItem>(map.compose(), "unit:").front().rings.size(), 2U);
}

TEST(ComposeMap, provinces_have_a_heavier_outline_than_their_districts) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    map.data.tops.units = {{0, map.data.parents.units.front().shape, boundaries::Origin::Official}};
    const auto outlines = itemsOf<map::PathItem>(map.compose(), "parents");
    ASSERT_EQ(outlines.size(), 2U);
    EXPECT_GT(outlines[1].stroke.widthMm, 1.3 * outlines[0].stroke.widthMm);
    EXPECT_GT(outlines[0].stroke.widthMm,
              itemsOf<map::PathItem>(map.compose(), "unit:").front().stroke.widthMm);
}

} // namespace
} // namespace terroir::map
