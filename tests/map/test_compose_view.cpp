#include "core/geometry/mercator.hpp"
#include "core/map/compose_view.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace terroir::map {
namespace {

using testing::inkBox;
using testing::itemsOf;
using testing::MapFixture;
using testing::measureHalfEm;
using testing::textOf;

const std::vector<double> fewFigures = {1, 2, 3, 0, 7.5, 0, 12, 1, 0, 4, 2, 5};

std::vector<map::PlacedUnit> onGround(const boundaries::UnitShapes& shapes) {
    std::vector<map::PlacedUnit> ground;
    for (const boundaries::UnitShape& shape : shapes.units) {
        const auto mercator =
            std::make_shared<const geometry::MultiPolygon>(geometry::toMercator(shape.shape));
        ground.push_back({shape.unit, mercator, geometry::boxOf(*mercator)});
    }
    return ground;
}

struct View {
    explicit View(const MapFixture& map)
        : ground{onGround(map.data.shapes), onGround(map.data.parents), {}, 12, {}} {
        for (const map::PlacedUnit& shape : ground.units)
            all.expand(shape.box);
        port = {
            {(all.minX + all.maxX) / 2, (all.minY + all.maxY) / 2}, all.width() / 180, 200, 160};
    }
    map::ViewScene compose(const MapFixture& map) const {
        return map::composeView(map.evaluated, map.gazetteer, ground, port, measureHalfEm);
    }
    map::ViewShapes ground;
    geometry::Box all;
    map::ViewPort port;
};

TEST(ViewPort, screen_and_ground_are_each_others_inverse) {
    const map::ViewPort port{{11'500'000, 2'500'000}, 50, 200, 100};
    const geometry::Point corner = port.toMercator({0, 0});
    EXPECT_EQ(corner, (geometry::Point{11'495'000, 2'502'500})) << "north is up";
    EXPECT_EQ(port.toScreen(corner), (geometry::Point{0, 0}));
    EXPECT_EQ(port.mercator().maxX, 11'505'000);
}

TEST(ComposeView, a_page_and_a_screen_draw_the_same_things_in_the_same_order) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {fewFigures});
    map.add(theme::LayerType::Symbols, {fewFigures});
    map.data.context.units = map.data.parents.units; // of which nothing is left: it is covered
    map.data.tops.units = {{0, map.data.parents.units.front().shape, boundaries::Origin::Official}};
    View view(map);
    view.ground.context = onGround(map.data.context);
    view.ground.tops = onGround(map.data.tops);
    const auto drawn = [](const map::Scene& scene) {
        std::vector<std::pair<std::string, std::size_t>> groups; ///< with their number of outlines
        for (const map::Group& group : scene.groups)
            if (group.id == "context" || group.id == "parents" || group.id.starts_with("unit:"))
                groups.emplace_back(group.id, group.items.size());
            else if (group.id == "border" || group.id == "groups" || group.id == "symbols" ||
                     group.id == "labels")
                groups.emplace_back(group.id, 0);
        return groups;
    };
    const auto onScreen = drawn(view.compose(map).scene);
    EXPECT_EQ(onScreen, drawn(map.compose()));
    EXPECT_EQ(onScreen.size(), 12U + 6);
    const auto outlines = itemsOf<map::PathItem>(view.compose(map).scene, "parents");
    ASSERT_EQ(outlines.size(), 2U);
    EXPECT_GT(outlines[1].stroke.widthMm, outlines[0].stroke.widthMm)
        << "provinces around districts are the thickest";
}

TEST(ComposeView, the_whole_map_shows_every_unit_and_its_labels_apart) {
    for (const theme::LayerType type :
         {theme::LayerType::Choropleth, theme::LayerType::Symbols, theme::LayerType::Pie}) {
        MapFixture map;
        map.add(type, {fewFigures});
        const View view(map);
        const map::Scene scene = view.compose(map).scene;
        EXPECT_EQ(itemsOf<map::PathItem>(scene, "unit:").size(), 12U);
        const std::vector<map::TextItem> texts = itemsOf<map::TextItem>(scene, "");
        EXPECT_GT(texts.size(), 8U);
        for (const map::TextItem& text : texts) {
            const geometry::Box box = inkBox(text);
            EXPECT_TRUE(box.minX >= 0 && box.maxX <= 200 && box.minY >= 0 && box.maxY <= 160)
                << text.text;
        }
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                const geometry::Box a = inkBox(texts[i]), b = inkBox(texts[j]);
                EXPECT_FALSE(a.minX < b.maxX - 1e-6 && b.minX < a.maxX - 1e-6 &&
                             a.minY < b.maxY - 1e-6 && b.minY < a.maxY - 1e-6)
                    << texts[i].text << " | " << texts[j].text;
            }
    }
}

TEST(ComposeView, a_closer_look_cuts_what_lies_outside_and_names_what_is_seen) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {fewFigures});
    View view(map);
    // One commune's lower right quarter fills the screen.
    const geometry::Box& box = view.ground.units.front().box;
    view.port.centre = {box.minX + 0.75 * box.width(), box.minY + 0.25 * box.height()};
    view.port.metresPerMm = box.width() / 2 / 210;
    const map::Scene scene = view.compose(map).scene;
    for (const map::PathItem& path : itemsOf<map::PathItem>(scene, "unit:"))
        for (const auto& ring : path.rings)
            for (const geometry::Point& point : ring) {
                EXPECT_GE(point.x, -3.001);
                EXPECT_LE(point.x, 203.001);
            }
    EXPECT_NE(textOf(scene, "labels").find("Bình Lư"), std::string::npos)
        << "the name stands where the commune is seen";
}

TEST(ComposeView, symbols_keep_their_size_while_the_map_is_enlarged) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{0, 0, 0, 0, 9}});
    View view(map);
    const double before =
        itemsOf<map::CircleItem>(view.compose(map).scene, "symbols").front().radiusMm;
    view.port.centre = {view.ground.units[4].box.minX + 10, view.ground.units[4].box.minY + 10};
    view.port.metresPerMm /= 2;
    const map::ViewScene closer = view.compose(map);
    const auto symbols = itemsOf<map::CircleItem>(closer.scene, "symbols");
    ASSERT_EQ(symbols.size(), 1U);
    EXPECT_DOUBLE_EQ(symbols.front().radiusMm, before);
    EXPECT_DOUBLE_EQ(closer.symbolFactor, 1);
}

TEST(ComposeView, an_empty_sea_is_a_view_too) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {fewFigures});
    View view(map);
    view.port.centre = {12'400'000, 1'000'000};
    view.ground = {{}, {}, {}, 12};
    const map::Scene scene = view.compose(map).scene;
    EXPECT_TRUE(itemsOf<map::PathItem>(scene, "unit:").empty());
    EXPECT_FALSE(scene.groups.empty());
}

TEST(ComposeView, stopping_gives_nothing_half_done) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {fewFigures});
    const View view(map);
    const map::ViewScene stopped = map::composeView(map.evaluated, map.gazetteer, view.ground,
                                                    view.port, measureHalfEm, [] { return true; });
    EXPECT_TRUE(stopped.scene.groups.empty());
}

TEST(ViewFurniture, the_scale_bar_is_true_for_the_middle_of_the_view) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {fewFigures});
    // 1 mm of the screen is 100 m on the ground at 22.4° north.
    const geometry::Point centre = geometry::toMercator(geometry::Point{103.5, 22.4});
    const map::ViewPort port{centre, 100 * geometry::mercatorStretch(centre), 300, 200};
    const map::Scene scene =
        map::composeViewFurniture(map.evaluated, map.gazetteer, {}, port, measureHalfEm);
    geometry::Box bar;
    for (const map::PathItem& path : itemsOf<map::PathItem>(scene, "scalebar"))
        for (const auto& ring : path.rings)
            for (const geometry::Point& point : ring)
                bar.expand(point);
    EXPECT_EQ(textOf(scene, "scalebar"), "0\n1\n2\n km\n");
    EXPECT_NEAR(bar.width(), 20, 0.01);
    EXPECT_TRUE(itemsOf<map::TextItem>(scene, "note").empty());
}

TEST(ViewFurniture, approximate_boundaries_are_said_on_the_map) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {fewFigures});
    const map::ViewPort port{{11'500'000, 2'500'000}, 100, 300, 200};
    const map::Scene scene =
        map::composeViewFurniture(map.evaluated, map.gazetteer, {4, 4}, port, measureHalfEm);
    EXPECT_EQ(textOf(scene, "note"), "Ranh giới gần đúng\n");
    const map::Scene some =
        map::composeViewFurniture(map.evaluated, map.gazetteer, {2, 1204}, port, measureHalfEm);
    EXPECT_EQ(textOf(some, "note"), "Ranh giới gần đúng: 2 trên 1.204 đơn vị\n");
}

TEST(ComposeLegend, one_column_with_classes_counts_and_no_data_however_narrow) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {fewFigures});
    double before = 0;
    for (const double width : {120.0, 60.0, 35.0}) {
        const map::Scene legend =
            map::composeLegend(map.evaluated, map.data, 1, width, measureHalfEm);
        const std::string text = textOf(legend, "legend");
        EXPECT_NE(text.find("> 2 – 5"), std::string::npos) << text;
        EXPECT_GE(legend.heightMm, before) << "narrower is higher";
        before = legend.heightMm;
        for (const map::TextItem& item : itemsOf<map::TextItem>(legend, "legend"))
            EXPECT_LE(inkBox(item).maxX, width + 1e-6) << item.text;
    }
}

TEST(ComposeLegend, what_figures_are_narrowed_to_is_told_in_it_and_whole_on_the_page) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {fewFigures});
    const auto legend = [&] {
        return textOf(map::composeLegend(map.evaluated, map.data, 1, 60, measureHalfEm), "legend");
    };
    EXPECT_EQ(legend().find("Chỉ:"), std::string::npos);
    std::string source = "nguồn";
    for (int i = 0; i < 40; ++i)
        source += " Bảng3";
    map.evaluated.only = {source + "; sản phẩm chè", "source"};
    EXPECT_NE(legend().find("Chỉ: nguồn"), std::string::npos) << legend();
    std::string title = textOf(map.compose(), "title");
    std::replace(title.begin(), title.end(), '\n', ' ');
    EXPECT_NE(title.find("chỉ: " + source + "; sản phẩm chè"), std::string::npos) << title;
}

} // namespace
} // namespace terroir::map
