#include "core/base/error.hpp"
#include "core/map/typesetter.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace terroir::map {
namespace {

using testing::crosses;
using testing::expectNoTextOnText;
using testing::expectTextsOnPage;
using testing::inkBox;
using testing::itemsOf;
using testing::MapFixture;
using testing::pages;
using testing::someFigures;
using testing::textOf;

TEST(ComposeMap, every_text_is_on_the_page_and_none_covers_another) {
    for (const theme::LayerType type :
         {theme::LayerType::Choropleth, theme::LayerType::Symbols, theme::LayerType::Pie})
        for (const map::Page& page : pages) {
            MapFixture map;
            map.add(type, type == theme::LayerType::Choropleth
                              ? std::vector<std::vector<double>>{someFigures}
                              : std::vector<std::vector<double>>(3, someFigures));
            const map::Scene scene = map.compose(page);
            expectTextsOnPage(scene);
            expectNoTextOnText(scene);
        }
}

TEST(ComposeMap, no_citation_is_cut) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    map.evaluated.sources.clear();
    map.data.sources.clear();
    for (int i = 10; i < 40; ++i) {
        const std::string id = "BC" + std::to_string(i);
        map.evaluated.sources.push_back(id);
        map.data.sources.push_back({id,
                                    "Báo cáo kết quả thực hiện năm 20" + std::to_string(i),
                                    "Ủy ban nhân dân huyện Tam Đường",
                                    std::to_string(i) + "/BC-UBND",
                                    "",
                                    "",
                                    {}});
    }
    for (const map::Page& page : pages) {
        const map::Scene scene = map.compose(page);
        expectTextsOnPage(scene);
        expectNoTextOnText(scene);
        std::string footer = textOf(scene, "footer");
        std::replace(footer.begin(), footer.end(), '\n', ' ');
        EXPECT_NE(footer.find("39/BC-UBND"), std::string::npos) << footer;
        EXPECT_EQ(footer.find("…"), std::string::npos);
    }
}

TEST(ComposeMap, a_map_of_the_country_shows_and_names_both_archipelagos) {
    MapFixture map(3, 180); // some 8 degrees from south to north
    map.add(theme::LayerType::Choropleth, {std::vector<double>(3 * 180, 3)});
    const map::Scene scene = map.compose();
    EXPECT_NE(textOf(scene, "labels").find("Quần đảo Hoàng Sa (Việt Nam)"), std::string::npos);
    EXPECT_NE(textOf(scene, "labels").find("Quần đảo Trường Sa (Việt Nam)"), std::string::npos);
    MapFixture district;
    district.add(theme::LayerType::Choropleth, {someFigures});
    EXPECT_EQ(textOf(district.compose(), "labels").find("Quần đảo"), std::string::npos);
}

TEST(ComposeMap, the_scale_bar_is_as_long_on_the_page_as_its_kilometres_on_the_ground) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const map::Scene scene = map.compose();
    geometry::Box bar;
    for (const map::PathItem& part : itemsOf<map::PathItem>(scene, "scalebar"))
        for (const geometry::Point& point : part.rings.front())
            bar.expand(point);
    const auto marks = itemsOf<map::TextItem>(scene, "scalebar");
    ASSERT_EQ(marks.size(), 4U); // 0, half, whole, km
    const double kilometres = std::atof(marks[2].text.c_str());
    // The district's east-west extent at its middle, 22.275°: 4 × 0.05° of 103.055 km (WGS 84).
    geometry::Box district;
    for (const map::PathItem& unit : itemsOf<map::PathItem>(scene, "unit:"))
        for (const geometry::Point& point : unit.rings.front())
            district.expand(point);
    const double mmPerKm = district.width() / (4 * 0.05 * 103.055);
    EXPECT_NEAR(bar.width() / kilometres, mmPerKm, 0.005 * mmPerKm);
}

TEST(ComposeMap, approximate_boundaries_are_labelled_on_the_map_and_in_the_margin_and_only_they) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    EXPECT_EQ(textOf(map.compose(), "").find("gần đúng"), std::string::npos);
    map.data.shapes.units[3].origin = boundaries::Origin::Approximate;
    const map::Scene scene = map.compose();
    EXPECT_EQ(textOf(scene, "note"), "Ranh giới gần đúng: 1 trên 12 đơn vị\n");
    EXPECT_NE(textOf(scene, "footer").find("Ranh giới gần đúng: 1 trên 12 đơn vị: dựng từ"),
              std::string::npos);
    const geometry::Box note = inkBox(itemsOf<map::TextItem>(scene, "note").front());
    EXPECT_GT(note.minX, scene.mapFrameMm.minX);
    EXPECT_GT(note.minY, scene.mapFrameMm.minY);
}

TEST(ComposeMap, a_page_with_approximate_boundaries_is_headed_as_a_sketch_unless_it_has_a_title) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const std::string title = map.compose().title;
    EXPECT_EQ(title.find("Sơ đồ"), std::string::npos);
    map.data.shapes.units[3].origin = boundaries::Origin::Approximate;
    EXPECT_EQ(map.compose().title, "Sơ đồ: " + title);
    EXPECT_TRUE(textOf(map.compose(), "title").starts_with("Sơ đồ: "));
    map::Page page{297, 210, {}};
    page.title = "Vùng chè";
    EXPECT_EQ(map.compose(page).title, "Vùng chè");
}

TEST(ComposeMap, the_margin_names_date_area_and_source) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const map::Scene scene = map.compose();
    EXPECT_EQ(
        textOf(scene, "title"),
        "Diện tích trồng chè\nHuyện Tam Đường, tỉnh Lai Châu – theo cấp xã, đơn vị hành chính "
        "ngày 15/4/2022\n");
    EXPECT_NE(textOf(scene, "footer")
                  .find("Tổng kết 10 năm (số 24-BC/HU, Huyện ủy Tam Đường, ngày 15/4/2022)"),
              std::string::npos);
    EXPECT_EQ(scene.title, "Diện tích trồng chè");
    EXPECT_EQ(scene.language, "vi");
    EXPECT_EQ(textOf(scene, "north"), "B\n");
}

TEST(ComposeMap, an_english_map_has_english_words_and_numbers) {
    MapFixture map;
    map.evaluated.language = Language::English;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const map::Scene scene = map.compose();
    EXPECT_NE(textOf(scene, "title").find("administrative units of 15 April 2022"),
              std::string::npos);
    EXPECT_NE(textOf(scene, "labels").find("7.5"), std::string::npos);
    EXPECT_NE(textOf(scene, "legend").find("No data"), std::string::npos);
    EXPECT_NE(textOf(scene, "legend").find("communes)"), std::string::npos);
    EXPECT_EQ(textOf(scene, "north"), "N\n");
    EXPECT_EQ(scene.language, "en");
}

TEST(ComposeMap, the_scale_bar_does_not_cover_the_district) {
    for (const map::Page& page : pages) {
        MapFixture map(5, 4); // fills the frame: no corner is free by itself
        map.add(theme::LayerType::Choropleth, {std::vector<double>(20, 3)});
        const map::Scene scene = map.compose(page);
        geometry::Box district;
        for (const map::PathItem& unit : itemsOf<map::PathItem>(scene, "unit:"))
            for (const geometry::Point& point : unit.rings.front())
                district.expand(point);
        for (const map::TextItem& mark : itemsOf<map::TextItem>(scene, "scalebar"))
            EXPECT_FALSE(crosses(inkBox(mark), district));
    }
}

TEST(ComposeMap, composing_stops_when_asked) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const map::Scene scene = map::composeMap(map.evaluated, map.data, {297, 210, {}},
                                             testing::measureHalfEm, [] { return true; });
    EXPECT_TRUE(scene.groups.empty());
}

TEST(ComposeMap, without_any_shape_the_error_says_what_to_do) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    map.data.shapes.units.clear();
    EXPECT_THROW(map.compose(), GeometryError);
}

} // namespace
} // namespace terroir::map
