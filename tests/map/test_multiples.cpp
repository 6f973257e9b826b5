#include "core/map/compose_multiples.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace terroir::map {
namespace {

using testing::expectNoTextOnText;
using testing::expectTextsOnPage;
using testing::itemsOf;
using testing::MapFixture;
using testing::textOf;

/// Three years of circles on the fixture's communes.
figures::Multiples threeYears() {
    figures::Multiples made;
    const std::vector<std::vector<double>> figures{{4, 1}, {16, 0, 9}, {1}};
    for (std::size_t i = 0; i < figures.size(); ++i) {
        MapFixture map;
        map.add(theme::LayerType::Symbols, {figures[i]}).largestSymbol = 16;
        const std::string year = std::to_string(2020 + i);
        made.frames.push_back({{year, year}, std::move(map.evaluated)});
    }
    MapFixture whole;
    whole.add(theme::LayerType::Symbols, {{4, 1}});
    made.whole = std::move(whole.evaluated);
    return made;
}

std::vector<geometry::Box> framesOf(const Scene& scene) {
    std::vector<geometry::Box> frames;
    for (const Group& group : scene.groups)
        if (group.id == "frame") {
            geometry::Box box;
            for (const geometry::Point& corner :
                 std::get<PathItem>(group.items.front()).rings.front())
                box.expand(corner);
            frames.push_back(box);
        }
    return frames;
}

TEST(MultiplesPage, has_a_frame_of_the_same_size_for_each_with_its_name) {
    for (const Page& page : testing::pages) {
        const MapFixture ground;
        const figures::Multiples years = threeYears();
        const Scene scene = composeMultiples(years, ground.data, page, testing::measureHalfEm);
        const std::vector<geometry::Box> frames = framesOf(scene);
        ASSERT_EQ(frames.size(), 3U);
        for (const geometry::Box& frame : frames) {
            EXPECT_NEAR(frame.width(), frames[0].width(), 1e-9);
            EXPECT_NEAR(frame.height(), frames[0].height(), 1e-9);
        }
        for (std::size_t i = 0; i < frames.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_FALSE(testing::crosses(frames[i], frames[j]));
        EXPECT_EQ(textOf(scene, "framename"), "2020\n2021\n2022\n");
        std::set<double> scales;
        for (const GroundFrame& ground_ : scene.grounds)
            scales.insert(std::round(ground_.metresPerMm * 1e6));
        EXPECT_EQ(scales.size(), 1U) << "one scale";
        expectTextsOnPage(scene);
        expectNoTextOnText(scene);
    }
}

TEST(MultiplesPage, sizes_compare_over_all_frames_and_one_legend_says_each_sum) {
    const MapFixture ground;
    const figures::Multiples years = threeYears();
    const Scene scene =
        composeMultiples(years, ground.data, {297, 210, {}}, testing::measureHalfEm);
    std::vector<double> radii;
    for (const CircleItem& circle : itemsOf<CircleItem>(scene, "symbols"))
        radii.push_back(circle.radiusMm);
    ASSERT_EQ(radii.size(), 5U);
    std::sort(radii.begin(), radii.end());
    EXPECT_NEAR(radii.back() / radii[3], 4.0 / 3, 1e-6) << "16 and 9, of one frame";
    EXPECT_NEAR(radii.back() / radii[2], 2, 1e-6) << "16 and 4, of two";
    const std::string legend = textOf(scene, "legend");
    EXPECT_NE(legend.find("2020: 5 ha, 2 xã"), std::string::npos) << legend;
    EXPECT_NE(legend.find("2021: 25 ha, 2 xã"), std::string::npos) << legend;
    EXPECT_NE(legend.find("2022: 1 ha, 1 xã"), std::string::npos) << legend;
    EXPECT_NE(legend.find("Không có số liệu"), std::string::npos) << legend;
    std::size_t legends = 0, bars = 0;
    for (const Group& group : scene.groups) {
        legends += group.id == "legend" ? 1 : 0;
        bars += group.id == "scalebar" ? 1 : 0;
    }
    EXPECT_EQ(legends, 1U);
    EXPECT_EQ(bars, 1U) << "all frames have the scale of the first";
}

} // namespace
} // namespace terroir::map
