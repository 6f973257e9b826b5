#include "core/map/frame_layout.hpp"
#include "core/map/frame_parts.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace terroir::map {
namespace {

using geometry::Box;
using testing::itemsOf;
using testing::MapFixture;
using testing::textOf;

geometry::Polygon square(double west, double south, double degrees) {
    const double east = west + degrees, north = south + degrees;
    return {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}};
}

/// Units 0, 1, 2 … of one square each, its corner and its side in degrees.
boundaries::UnitShapes squares(const std::vector<std::array<double, 3>>& all) {
    boundaries::UnitShapes shapes;
    for (const auto& [west, south, degrees] : all)
        shapes.units.push_back({static_cast<gazetteer::UnitIndex>(shapes.units.size()),
                                {square(west, south, degrees)},
                                boundaries::Origin::Official});
    return shapes;
}

struct FrameCase {
    const char* what;
    std::vector<std::array<double, 3>> ground;
    std::size_t frames; ///< 0: one, without a name
};

TEST(FrameParts, ground_far_apart_has_frames_of_its_own) {
    const std::vector<FrameCase> cases{
        {"two provinces side by side", {{103, 22, 1}, {104, 22, 1}}, 0},
        {"with a province between them", {{103, 22, 1}, {105, 22, 1}}, 0},
        {"in the north-west and in the delta", {{103, 21, 1.5}, {105.5, 10, 1}}, 2},
        {"two neighbours and one far away", {{103, 22, 1}, {104, 21, 1}, {105.5, 10, 1}}, 2},
        {"Đà Nẵng and Khánh Hòa, with four provinces between them",
         {{107.3, 15, 1.3}, {108.6, 11.4, 1.4}},
         2},
        {"three far apart", {{103, 22, 1}, {108, 14, 1}, {105, 9, 1}}, 3},
        {"an islet off the coast", {{106, 10, 1}, {107.1, 10, 0.1}}, 0},
        {"a small island far out at sea", {{106, 10.3, 1.2}, {106.6, 8.6, 0.15}}, 2},
        {"a province with Hoàng Sa", {{107.5, 15, 1}, {111.5, 16, 0.1}, {112.3, 16.5, 0.1}}, 2},
        {"a bank nearer to Trường Sa", {{109, 12, 1}, {114, 9, 0.1}, {110.9, 7.5, 0.1}}, 2},
        {"the whole country with both",
         {{104, 9, 3},
          {105, 12, 3},
          {105, 15, 3},
          {104, 18, 3},
          {104, 21, 2},
          {112, 16, .1},
          {114, 9, .1}},
         0},
        {"nine provinces all over the country",
         {{102, 22, .4},
          {107, 21, .4},
          {104, 19, .4},
          {107, 17, .4},
          {108.5, 15, .4},
          {107, 13, .4},
          {109, 12, .4},
          {106, 11, .4},
          {104.5, 9, .4}},
         maxFrames}};
    for (const FrameCase& each : cases) {
        const boundaries::UnitShapes shapes = squares(each.ground);
        const std::vector<FramePart> parts = framePartsOf(shapes);
        EXPECT_EQ(parts.size(), each.frames) << each.what;
        if (parts.empty())
            continue;
        std::size_t drawn = 0, marked = 0;
        for (const FramePart& part : parts) {
            drawn += part.shapes.units.size();
            marked += part.marked.size();
        }
        EXPECT_EQ(drawn, shapes.units.size()) << each.what << ": nothing is left out";
        EXPECT_EQ(marked, shapes.units.size()) << each.what << ": no figure is shown twice";
    }
}

TEST(FrameParts, a_unit_bears_its_symbol_where_most_of_it_lies) {
    boundaries::UnitShapes province = squares({{106, 10.3, 1.2}});
    province.units[0].shape.push_back(square(106.6, 8.6, 0.1));
    const std::vector<FramePart> parts = framePartsOf(province);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_TRUE(parts[0].marked.contains(0));
    EXPECT_TRUE(parts[1].marked.empty());
    EXPECT_EQ(parts[1].shapes.units.size(), 1U) << "its island is drawn all the same";
}

TEST(FrameParts, are_drawn_at_one_scale_unless_one_would_be_too_small_or_is_all_sea) {
    const auto alike = framePartsOf(squares({{103, 21, 1.5}, {105.5, 10, 1}}));
    ASSERT_EQ(alike.size(), 2U);
    EXPECT_EQ(alike[0].enlarged, 1);
    EXPECT_EQ(alike[1].enlarged, 1);
    const auto island = framePartsOf(squares({{106, 10.3, 1.2}, {106.6, 8.6, 0.1}}));
    ASSERT_EQ(island.size(), 2U);
    EXPECT_GT(island[1].enlarged, 2);
    const auto sea = framePartsOf(squares({{108.5, 12, 1}, {111.5, 7, .1}, {117, 11.8, .1}}));
    ASSERT_EQ(sea.size(), 2U);
    ASSERT_NE(sea[1].archipelago, nullptr);
    EXPECT_LT(sea[1].enlarged, 0.5);
}

TEST(FrameBoxes, fill_the_page_and_do_not_overlap) {
    const map::MeasureText measure = testing::measureHalfEm;
    const Typesetter type(measure, 1);
    for (const Box& page : {Box{8, 20, 208, 190}, Box{8, 20, 200, 170}, Box{10, 25, 300, 270}})
        for (const auto& ground :
             {squares({{103, 21, 1.5}, {105.5, 10, 1}}),
              squares({{103, 22, 1}, {108, 14, 1}, {105, 9, 1}}),
              squares({{108.5, 12, 1}, {111.5, 7, .1}, {117, 11.8, .1}, {106, 8, .1}})}) {
            const std::vector<FramePart> parts = framePartsOf(ground);
            const std::vector<Box> boxes = frameBoxes(parts, page, type);
            ASSERT_EQ(boxes.size(), parts.size());
            double covered = 0;
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                EXPECT_TRUE(holds(grown(page, 1e-6), boxes[i]));
                covered += boxes[i].width() * boxes[i].height();
                for (std::size_t k = 0; k < i; ++k)
                    EXPECT_FALSE(overlaps(boxes[i], boxes[k]));
            }
            EXPECT_GT(covered, 0.95 * page.width() * page.height());
        }
}

TEST(FrameBoxes, are_none_where_names_and_scale_bars_have_no_room) {
    const map::MeasureText measure = testing::measureHalfEm;
    const Typesetter type(measure, 1);
    const auto parts = framePartsOf(squares({{103, 22, 1}, {108, 14, 1}, {105, 9, 1}}));
    EXPECT_TRUE(frameBoxes(parts, {0, 0, 60, 40}, type).empty());
    EXPECT_EQ(frameBoxes(parts, {0, 0, 120, 40}, type).size(), 3U) << "side by side";
}

/// The grid of communes in two halves, of which the eastern one lies far to the south.
MapFixture twoDistantHalves() {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{1, 2, 3, 0, 7, 0, 12, 1, 0, 4, 2, 5}});
    for (boundaries::UnitShape& unit : map.data.shapes.units)
        if (unit.shape[0].outer[0].x > 103.49)
            for (geometry::Point& point : unit.shape[0].outer)
                point = {point.x + 2, point.y - 8};
    return map;
}

TEST(ComposeMap, frames_have_names_and_scale_bars_of_their_own_and_one_scale) {
    const MapFixture map = twoDistantHalves();
    for (const map::Page& page : {map::Page{297, 210, {}}, {210, 297, {}}, {420, 297, {}}}) {
        const map::Scene scene = map.compose(page);
        const auto isId = [](const char* id) {
            return [id](const map::Group& group) { return group.id == id; };
        };
        for (const char* id : {"framename", "scalebar", "frame", "north"})
            EXPECT_EQ(std::count_if(scene.groups.begin(), scene.groups.end(), isId(id)), 2) << id;
        EXPECT_EQ(itemsOf<map::CircleItem>(scene, "symbols").size(), 9U) << "each figure once";
        std::vector<double> widths;
        for (const map::PathItem& unit : itemsOf<map::PathItem>(scene, "unit:")) {
            Box box;
            for (const geometry::Point& point : unit.rings.front())
                box.expand(point);
            widths.push_back(box.height());
        }
        ASSERT_EQ(widths.size(), 12U);
        const auto [least, most] = std::minmax_element(widths.begin(), widths.end());
        EXPECT_LT(*most / *least, 1.02) << "5 km are as long in both";
        EXPECT_EQ(textOf(scene, "legend").find("tỷ lệ"), std::string::npos);
    }
}

TEST(ComposeMap, a_frame_headed_with_its_province_does_not_name_it_again) {
    for (const gazetteer::UnitIndex parent : {0, 1}) { // a province, and a district of it
        MapFixture map(70, 50);                        // too small for names of their own
        map.add(theme::LayerType::Symbols, {{1, 2, 3}});
        for (boundaries::UnitShape& unit : map.data.shapes.units)
            if (unit.shape[0].outer[0].x > 105.14) // the eastern half lies far to the south
                for (geometry::Point& point : unit.shape[0].outer)
                    point = {point.x + 2, point.y - 8};
        map.data.parents.units.front().unit = parent;
        const std::string name = map.gazetteer.unit(parent).name;
        const std::string labels = textOf(map.compose(), "labels");
        EXPECT_EQ(labels.find(name + "\n") == std::string::npos, parent == 0) << labels;
    }
}

TEST(ComposeMap, a_page_too_small_for_frames_has_one) {
    const map::Scene scene = twoDistantHalves().compose({50, 45, {}});
    EXPECT_TRUE(itemsOf<map::TextItem>(scene, "framename").empty());
    EXPECT_EQ(itemsOf<map::PathItem>(scene, "frame").size(), 1U);
    EXPECT_EQ(itemsOf<map::CircleItem>(scene, "symbols").size(), 9U);
}

TEST(ComposeMap, what_is_clipped_is_clipped_to_its_own_frame) {
    const map::Scene scene = twoDistantHalves().compose();
    const auto frames = itemsOf<map::PathItem>(scene, "frame");
    for (const map::Group& group : scene.groups) {
        if (!group.id.starts_with("unit:"))
            continue;
        ASSERT_TRUE(group.clip.has_value());
        EXPECT_TRUE(holds(scene.mapFrameMm, *group.clip));
        EXPECT_LT(group.clip->width() * group.clip->height(),
                  0.9 * scene.mapFrameMm.width() * scene.mapFrameMm.height());
    }
}

TEST(ComposeMap, frames_of_several_scales_say_so) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{1, 2, 3, 0, 7, 0, 12, 1, 0, 4, 2, 5}});
    // One commune becomes an island 100 km away, a hundredth of the others' ground.
    geometry::Ring& island = map.data.shapes.units.back().shape[0].outer;
    const geometry::Point corner = island.front();
    for (geometry::Point& point : island)
        point = {corner.x + 1 + 0.2 * (point.x - corner.x), corner.y + 0.2 * (point.y - corner.y)};
    const map::Scene scene = map.compose();
    std::string legend = textOf(scene, "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("Các khung không cùng tỷ lệ"), std::string::npos) << legend;
    EXPECT_EQ(textOf(scene, "framename"), "Tỉnh Lai Châu\nXã Nùng Nàng 2\n");
}

} // namespace
} // namespace terroir::map
