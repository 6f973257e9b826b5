#include "core/map/base_ground.hpp"
#include "map_fixture.hpp"
#include "tests/base_map/base_files.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::map {
namespace {

using namespace base_map::testing;
using testing::expectNoTextOnText;
using testing::expectTextsOnPage;
using testing::itemsOf;
using testing::MapFixture;
using testing::someFigures;
using testing::textOf;

/// A river through all communes of the fixture and beyond, and two towns, one of them far away.
struct WithBase : MapFixture {
    WithBase() {
        add(theme::LayerType::Choropleth, {someFigures});
        geometry::Box box;
        for (const boundaries::UnitShape& unit : data.shapes.units)
            box.expand(geometry::boxOf(unit.shape));
        const double y = (box.minY + box.maxY) / 2, x = (box.minX + box.maxX) / 2;
        const auto at = [](double lon, double lat) {
            return "[" + std::to_string(lon) + "," + std::to_string(lat) + "]";
        };
        base_map::BaseLayerChoice credit;
        credit.credit = "© OpenStreetMap";
        auto layers = base_map::describeBaseLayers(
            written(folder / "song.geojson",
                    collection(feature("\"LineString\",\"coordinates\":[" + at(box.minX - 1, y) +
                                       "," + at(x, y + 0.001) + "," + at(box.maxX + 1, y) + "]"))),
            credit);
        layers.push_back(
            base_map::describeBaseLayers(
                written(folder / "do-thi.geojson",
                        collection(feature("\"Point\",\"coordinates\":" + at(x, y), "Thị tứ") +
                                   "," +
                                   feature("\"Point\",\"coordinates\":" + at(x + 5, y), "Xa"))))
                .front());
        data.base = std::make_shared<base_map::BaseMap>(std::move(layers));
    }
    terroir::testing::TemporaryFolder folder;
};

TEST(BaseGround, lies_on_the_fills_and_below_outlines_and_names) {
    const WithBase map;
    const Scene scene = map.compose();
    std::vector<std::string> ids;
    for (const Group& group : scene.groups)
        ids.push_back(group.id.substr(0, group.id.find(':')));
    const auto base = std::find(ids.begin(), ids.end(), "base");
    ASSERT_NE(base, ids.end());
    EXPECT_EQ(std::find(base, ids.end(), "unit"), ids.end());
    EXPECT_EQ(std::find(ids.begin(), base, "parents"), base);
    EXPECT_EQ(std::find(ids.begin(), base, "labels"), base);
}

TEST(BaseGround, is_cut_at_the_frame_and_names_what_is_in_it) {
    const WithBase map;
    const Scene scene = map.compose();
    const auto lines = itemsOf<PathItem>(scene, "base");
    ASSERT_FALSE(lines.empty());
    for (const PathItem& line : lines)
        for (const auto& ring : line.rings)
            for (const geometry::Point& point : ring) {
                EXPECT_GE(point.x, scene.mapFrameMm.minX - 1e-6);
                EXPECT_LE(point.x, scene.mapFrameMm.maxX + 1e-6);
            }
    EXPECT_NE(textOf(scene, "labels").find("Thị tứ"), std::string::npos);
    EXPECT_EQ(textOf(scene, "labels").find("Xa"), std::string::npos);
    EXPECT_EQ(itemsOf<CircleItem>(scene, "base").size(), 1U);
    expectTextsOnPage(scene);
    expectNoTextOnText(scene);
}

TEST(BaseGround, the_page_says_whose_it_is) {
    const WithBase map;
    EXPECT_NE(textOf(map.compose(), "footer").find("Nền bản đồ: sông, suối (© OpenStreetMap)"),
              std::string::npos);
    MapFixture without;
    without.add(theme::LayerType::Choropleth, {someFigures});
    EXPECT_EQ(textOf(without.compose(), "footer").find("Nền bản đồ"), std::string::npos);
}

} // namespace
} // namespace terroir::map
