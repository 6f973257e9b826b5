#include "core/geometry/mercator.hpp"
#include "core/map/compose_view.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace terroir::map {
namespace {

using testing::itemsOf;
using testing::MapFixture;
using testing::measureHalfEm;
using testing::textOf;

constexpr Colour red{178, 24, 43};

figures::ShownGround farm(const MapFixture& map, double lon, double lat) {
    figures::ShownGround ground;
    ground.record = "R-" + std::to_string(map.evaluated.ground.size());
    ground.unit = map.commune(0, 0);
    ground.colour = red;
    ground.shape.points = {{lon, lat}};
    return ground;
}
figures::ShownGround zone(const MapFixture& map, double west, double south, double side) {
    figures::ShownGround ground = farm(map, 0, 0);
    ground.shape.points.clear();
    ground.shape.polygons = {{{{west, south},
                               {west + side, south},
                               {west + side, south + side},
                               {west, south + side},
                               {west, south}},
                              {}}};
    return ground;
}

/// Values of 1 to 12, the first commune's all of records that lie by themselves.
MapFixture mapWithCircles() {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}});
    return map;
}

TEST(RecordGround, farms_are_points_and_zones_are_outlines_below_the_circles) {
    MapFixture map = mapWithCircles();
    map.evaluated.ground = {farm(map, 103.42, 22.22), zone(map, 103.46, 22.26, 0.02)};
    figures::ShownGround canal = farm(map, 0, 0);
    canal.shape.points.clear();
    canal.shape.lines = {{{103.41, 22.21}, {103.44, 22.24}}};
    map.evaluated.ground.push_back(canal);
    const Scene scene = map.compose();
    ASSERT_EQ(itemsOf<CircleItem>(scene, "recordpoints").size(), 1U);
    EXPECT_EQ(itemsOf<CircleItem>(scene, "recordpoints").front().fill.colour, red);
    const auto paths = itemsOf<PathItem>(scene, "recordzones");
    ASSERT_EQ(paths.size(), 2U);
    EXPECT_LT(paths[0].fill.colour.a, 128) << "the fill of the unit is seen through the zone";
    EXPECT_FALSE(paths[0].open);
    EXPECT_TRUE(paths[1].open);
    const auto at = [&](const std::string& id) {
        return std::find_if(scene.groups.begin(), scene.groups.end(),
                            [&](const Group& group) { return group.id == id; });
    };
    EXPECT_LT(at("recordzones"), at("symbols"));
    EXPECT_LT(at("symbols"), at("recordpoints"));
    EXPECT_LT(at("recordpoints"), at("labels"));
    const std::string legend = textOf(scene, "legend");
    for (const char* said : {"vùng của bản ghi", "đường của bản ghi", "vị trí của bản ghi"})
        EXPECT_NE(legend.find(said), std::string::npos) << said;
}

TEST(RecordGround, a_record_that_lies_by_itself_is_in_no_circle_of_its_unit) {
    MapFixture map = mapWithCircles();
    const std::size_t before = itemsOf<CircleItem>(map.compose(), "symbols").size();
    ASSERT_EQ(before, 12U);
    auto& cells = map.evaluated.layers.front().series.front().cells;
    cells[map.commune(0, 0)].onGround = 1; // all of it
    cells[map.commune(3, 2)].onGround = 6; // half of it
    map.evaluated.ground = {farm(map, 103.42, 22.22)};
    const auto circles = itemsOf<CircleItem>(map.compose(), "symbols");
    ASSERT_EQ(circles.size(), before - 1);
    const auto largest =
        std::max_element(circles.begin(), circles.end(), [](const auto& a, const auto& b) {
            return a.radiusMm < b.radiusMm;
        });
    const auto others = std::count_if(circles.begin(), circles.end(), [&](const auto& one) {
        return one.radiusMm == largest->radiusMm;
    });
    EXPECT_EQ(others, 1) << "that of 11; the half of 12 is as large as 6";
}

TEST(RecordGround, a_map_without_it_is_as_it_was) {
    const MapFixture map = mapWithCircles();
    const Scene scene = map.compose();
    for (const Group& group : scene.groups)
        EXPECT_FALSE(group.id.starts_with("record")) << group.id;
    EXPECT_EQ(textOf(scene, "legend").find("bản ghi"), std::string::npos);
}

TEST(RecordGround, crowded_farms_are_one_circle_with_their_number) {
    MapFixture map = mapWithCircles();
    for (int i = 0; i < 250; ++i)
        map.evaluated.ground.push_back(farm(map, 103.425 + 1e-6 * i, 22.225));
    map.evaluated.ground.push_back(farm(map, 103.5, 22.3));
    const Scene scene = map.compose();
    int told = 0;
    for (const TextItem& text : itemsOf<TextItem>(scene, "recordpoints"))
        told += std::stoi(text.text);
    EXPECT_EQ(told, 250);
    EXPECT_LE(itemsOf<CircleItem>(scene, "recordpoints").size(), 3U);
    EXPECT_EQ(textOf(map.compose(), "recordpoints"), textOf(scene, "recordpoints"));
}

TEST(RecordGround, farms_of_several_sorts_in_one_place_are_one_ring_of_all_of_them) {
    MapFixture map = mapWithCircles();
    for (int i = 0; i < 90; ++i) {
        map.evaluated.ground.push_back(farm(map, 103.425, 22.225));
        if (i % 3 == 0)
            map.evaluated.ground.back().colour = {0, 114, 178};
    }
    const Scene scene = map.compose();
    EXPECT_EQ(textOf(scene, "recordpoints"), "90\n");
    EXPECT_EQ(itemsOf<PathItem>(scene, "recordpoints").size(), 2U) << "a slice of each sort";
}

TEST(RecordGround, a_zone_too_small_for_its_outline_is_a_point) {
    MapFixture map = mapWithCircles();
    map.evaluated.ground = {zone(map, 103.46, 22.26, 0.0001)};
    EXPECT_EQ(itemsOf<CircleItem>(map.compose(), "recordpoints").size(), 1U);
    EXPECT_TRUE(itemsOf<PathItem>(map.compose(), "recordzones").empty());
}

TEST(RecordGround,
     what_lies_wholly_outside_the_frame_is_told_beside_the_map_and_what_is_drawn_in_part_is_not) {
    MapFixture map = mapWithCircles();
    map.evaluated.ground = {farm(map, 103.42, 22.22), farm(map, 108.2, 16.05),
                            zone(map, 104.9, 21.3, 0.02)};
    figures::ShownGround both = farm(map, 103.43, 22.23); // one of its two ponds is far away
    both.record = "R-both";
    both.shape.points.push_back({105.8, 21});
    map.evaluated.ground.push_back(both);
    map.evaluated.ground[1].record = "R-far";
    map.evaluated.ground[2].record = "R-zone";
    const Scene scene = map.compose();
    EXPECT_EQ(scene.recordsBeyond, (std::vector<std::string>{"R-far", "R-zone"}));
    std::string legend = textOf(scene, "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("2 bản ghi có vị trí riêng nằm hoàn toàn ngoài khung bản đồ"),
              std::string::npos)
        << legend;
    map.evaluated.ground.resize(1);
    EXPECT_TRUE(map.compose().recordsBeyond.empty());
    EXPECT_EQ(textOf(map.compose(), "legend").find("ngoài khung"), std::string::npos);
}

TEST(RecordGround, clusters_stay_together_when_the_window_moves_the_map) {
    MapFixture map = mapWithCircles();
    for (int i = 0; i < 40; ++i)
        map.evaluated.ground.push_back(farm(map, 103.42 + 0.0007 * i, 22.22 + 0.0003 * (i % 7)));
    ViewShapes ground;
    ground.unitsOfMap = 12;
    for (const boundaries::UnitShape& shape : map.data.shapes.units) {
        const auto mercator =
            std::make_shared<const geometry::MultiPolygon>(geometry::toMercator(shape.shape));
        ground.units.push_back({shape.unit, mercator, geometry::boxOf(*mercator)});
    }
    const auto textsAt = [&](double shiftMm) {
        ViewPort port{geometry::toMercator(geometry::Point{103.5, 22.27}), 150, 200, 160};
        port.centre.x += shiftMm * port.metresPerMm;
        const Scene scene =
            composeView(map.evaluated, map.gazetteer, ground, port, measureHalfEm).scene;
        return textOf(scene, "recordpoints");
    };
    EXPECT_FALSE(textsAt(0).empty());
    for (const double shift : {0.7, 1.9, 3.3, 4.9})
        EXPECT_EQ(textsAt(shift), textsAt(0)) << shift;
}

} // namespace
} // namespace terroir::map
