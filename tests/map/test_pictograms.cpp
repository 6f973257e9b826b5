#include "core/map/pictograms.hpp"
#include "core/theme/known_pictures.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace terroir::map {
namespace {

using testing::expectNoTextOnText;
using testing::expectTextsOnPage;
using testing::itemsOf;
using testing::MapFixture;
using testing::pages;
using testing::textOf;

figures::EvaluatedLayer&
addPictures(MapFixture& map, const std::vector<std::vector<double>>& figures, const char* picture) {
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Pictograms, figures, "con");
    for (theme::Series& series : map.evaluated.theme.layers.back().series)
        series.picture = theme::knownPicture(picture);
    return layer;
}

/// Of the pictures in a group, their longer sides; rims and swatches are none.
std::vector<double> sizesOf(const Scene& scene, const std::string& group) {
    std::vector<double> sizes;
    for (const PathItem& path : itemsOf<PathItem>(scene, group)) {
        if (path.open || path.fill.colour.a == 0 || path.rings.front().size() < 6)
            continue;
        geometry::Box box;
        for (const auto& ring : path.rings)
            for (const geometry::Point& corner : ring)
                box.expand(corner);
        sizes.push_back(std::max(box.width(), box.height()));
    }
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

TEST(Pictograms, of_four_times_the_figure_are_twice_as_high) {
    MapFixture map;
    addPictures(map, {{400, 1600}}, "pig");
    const std::vector<double> sizes = sizesOf(map.compose(), "symbols");
    ASSERT_EQ(sizes.size(), 2U);
    EXPECT_NEAR(sizes[1] / sizes[0], 2, 1e-6);
}

TEST(Pictograms, of_flannery_differ_more_and_the_legend_says_so) {
    MapFixture map;
    addPictures(map, {{400, 1600}}, "pig");
    map.evaluated.theme.layers[0].scaling = theme::Scaling::Flannery;
    const Scene scene = map.compose();
    const std::vector<double> sizes = sizesOf(scene, "symbols");
    ASSERT_EQ(sizes.size(), 2U);
    EXPECT_NEAR(sizes[1] / sizes[0], std::pow(4, 0.57), 1e-6);
    const std::string legend = textOf(scene, "legend");
    EXPECT_NE(legend.find("Cỡ hình theo Flannery"), std::string::npos) << legend;
}

TEST(Circles, of_flannery_have_a_radius_to_the_power_and_others_are_true_to_area) {
    for (const theme::Scaling scaling : {theme::Scaling::Area, theme::Scaling::Flannery}) {
        MapFixture map;
        map.add(theme::LayerType::Symbols, {{400, 1600}});
        map.evaluated.theme.layers[0].scaling = scaling;
        const Scene scene = map.compose();
        std::vector<double> radii;
        for (const CircleItem& circle : itemsOf<CircleItem>(scene, "symbols"))
            radii.push_back(circle.radiusMm);
        ASSERT_EQ(radii.size(), 2U);
        std::sort(radii.begin(), radii.end());
        const bool isFlannery = scaling == theme::Scaling::Flannery;
        EXPECT_NEAR(radii[1] / radii[0], isFlannery ? std::pow(4, 0.57) : 2, 1e-6);
        EXPECT_EQ(textOf(scene, "legend").find("Cỡ vòng theo Flannery") != std::string::npos,
                  isFlannery);
    }
}

TEST(Pictograms, of_one_size_have_no_key_of_sizes) {
    MapFixture map;
    addPictures(map, {{400, 1600, 3}}, "mushroom");
    map.evaluated.theme.layers[0].pictureSize = theme::PictureSize::Fixed;
    const Scene scene = map.compose();
    const std::vector<double> sizes = sizesOf(scene, "symbols");
    ASSERT_EQ(sizes.size(), 3U);
    EXPECT_NEAR(sizes.front(), sizes.back(), 1e-9);
    EXPECT_EQ(sizesOf(scene, "legend").size(), 1U) << "of the series alone";
    EXPECT_NE(textOf(scene, "legend").find("Hình cùng một cỡ"), std::string::npos);
}

TEST(Pictograms, the_key_has_the_largest_of_the_map_and_says_each_figure) {
    for (const Page& page : pages) {
        MapFixture map;
        addPictures(map, {{30, 400, 7}, {10, 0, 9}}, "cattle");
        const Scene scene = map.compose(page);
        EXPECT_NEAR(sizesOf(scene, "legend").back(), sizesOf(scene, "symbols").back(), 1e-6);
        EXPECT_NE(textOf(scene, "legend").find("400"), std::string::npos);
        EXPECT_NE(textOf(scene, "legend").find("Hình nhỏ nhất: dưới "), std::string::npos);
        expectTextsOnPage(scene);
        expectNoTextOnText(scene);
    }
}

TEST(Pictograms, of_ocop_are_rows_of_stars_with_the_area_of_one_picture) {
    MapFixture map;
    addPictures(map, {{4}, {0, 4}}, "star");
    theme::Layer& layer = map.evaluated.theme.layers[0];
    for (std::size_t i = 0; i < 2; ++i) {
        layer.series[i].selection.kinds = {"ocop"};
        layer.series[i].selection.categories = {i == 0 ? "3" : "5"};
    }
    std::vector<std::pair<std::size_t, double>> rows; // stars, area
    for (const PathItem& path : itemsOf<PathItem>(map.compose(), "symbols"))
        if (path.fill.colour.a > 0) {
            geometry::Box one;
            for (const geometry::Point& corner : path.rings.front())
                one.expand(corner);
            rows.emplace_back(path.rings.size(),
                              double(path.rings.size()) * one.width() * one.width());
        }
    std::sort(rows.begin(), rows.end());
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].first, 3U);
    EXPECT_EQ(rows[1].first, 5U);
    EXPECT_NEAR(rows[0].second, rows[1].second, 1e-6) << "as many products as much ink";
}

TEST(Pictograms, stand_on_paper_of_their_own_and_keep_their_holes) {
    const theme::Picture& picture = theme::knownPicture("pig");
    const std::vector<Item> items = pictogram({10, 10}, 4, picture, 1, {1, 2, 3});
    ASSERT_EQ(items.size(), 2U);
    const auto& rim = std::get<PathItem>(items[0]);
    const auto& shape = std::get<PathItem>(items[1]);
    EXPECT_EQ(rim.fill.colour.a, 0);
    EXPECT_GT(rim.stroke.widthMm, 0);
    EXPECT_EQ(shape.rings.size(), picture.rings.size());
    EXPECT_EQ(shape.fill.colour, (Colour{1, 2, 3}));
}

} // namespace
} // namespace terroir::map
