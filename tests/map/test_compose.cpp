#include "core/base/error.hpp"
#include "core/map/drawn_map.hpp"
#include "core/map/typesetter.hpp"
#include "core/records/selection.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

namespace terroir::map {
namespace {

using testing::inkBox;
using testing::itemsOf;
using testing::MapFixture;
using testing::textOf;

const std::vector<double> someFigures = {1, 2, 3, 0, 7.5, 0, 12, 1, 0, 4, 2, 5};

bool crosses(const geometry::Box& a, const geometry::Box& b) {
    constexpr double touching = 1e-6;
    return a.minX < b.maxX - touching && b.minX < a.maxX - touching && a.minY < b.maxY - touching &&
           b.minY < a.maxY - touching;
}

void expectTextsOnPage(const map::Scene& scene) {
    for (const map::TextItem& item : itemsOf<map::TextItem>(scene, "")) {
        const geometry::Box box = inkBox(item);
        EXPECT_GE(box.minX, 0) << item.text;
        EXPECT_GE(box.minY, 0) << item.text;
        EXPECT_LE(box.maxX, scene.widthMm) << item.text;
        EXPECT_LE(box.maxY, scene.heightMm) << item.text;
    }
}

void expectNoTextOnText(const map::Scene& scene) {
    const std::vector<map::TextItem> items = itemsOf<map::TextItem>(scene, "");
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t j = i + 1; j < items.size(); ++j)
            EXPECT_FALSE(crosses(inkBox(items[i]), inkBox(items[j])))
                << items[i].text << " | " << items[j].text;
}

const std::vector<map::Page> pages = {
    {297, 210, {}},
    {210, 297, {}},
    {420, 297, {}},
    {148, 105, {}},
    {297, 210,
     "Mô hình, khảo nghiệm và sản phẩm được chứng nhận VietGAP theo đơn vị hành chính cấp xã "
     "của huyện Tam Đường, tỉnh Lai Châu giai đoạn 2012–2022 và những năm tiếp theo"}};

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

TEST(ComposeMap, without_a_figure_there_is_no_total) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {{}});
    EXPECT_FALSE(map.evaluated.hasFigures());
    EXPECT_EQ(textOf(map.compose(), "legend").find("Tổng số"), std::string::npos);
    map.evaluated.layers[0].series[0].notAttributed.emplace_back();
    EXPECT_TRUE(map.evaluated.hasFigures());
    EXPECT_NE(textOf(map.compose(), "legend").find("Tổng số"), std::string::npos);
}

TEST(ComposeMap, many_small_communes_keep_their_names_apart) {
    MapFixture map(14, 12);
    map.add(theme::LayerType::Choropleth, {std::vector<double>(14 * 12, 3)});
    const map::Scene scene = map.compose();
    expectTextsOnPage(scene);
    expectNoTextOnText(scene);
    EXPECT_GT(itemsOf<map::TextItem>(scene, "labels").size(), 30U);
}

TEST(ComposeMap, every_unit_with_a_figure_has_its_name_before_any_without) {
    MapFixture map(14, 12);
    std::vector<double> figures(14 * 12, 0);
    for (std::size_t i = 5; i < figures.size(); i += 7)
        figures[i] = double(i % 3 + 1);
    map.add(theme::LayerType::Symbols, {figures});
    const map::Scene scene = map.compose();
    EXPECT_EQ(scene.unitsWithData, 24U);
    EXPECT_TRUE(scene.unnamedUnits.empty());
    expectNoTextOnText(scene);
    const std::string labels = textOf(scene, "labels");
    EXPECT_EQ(labels.find(map.gazetteer.unit(map.evaluated.units[0]).name + "\n"),
              std::string::npos)
        << "144 without are too many to be named beside them";
}

TEST(ComposeMap, units_with_figures_that_found_no_room_for_a_name_are_told) {
    MapFixture map(60, 50);
    map.add(theme::LayerType::Choropleth, {std::vector<double>(60 * 50, 3)});
    const map::Scene scene = map.compose();
    EXPECT_EQ(scene.unitsWithData, 3000U);
    EXPECT_EQ(scene.unnamedUnits.size(), 3000U);
    std::string legend = textOf(scene, "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("Không đủ chỗ ghi tên 3.000 xã có số liệu; xem bằng terroir table test"),
              std::string::npos)
        << legend;
}

TEST(ComposeMap, a_circle_without_a_name_beside_it_says_its_figure_itself) {
    MapFixture map(60, 50);
    std::vector<double> figures(60 * 50, 0);
    for (std::size_t row = 2; row < 50; row += 5)
        for (std::size_t column = 2; column < 60; column += 5)
            figures[row * 60 + column] = 20;
    map.add(theme::LayerType::Symbols, {figures});
    const map::Scene scene = map.compose();
    EXPECT_EQ(scene.unnamedUnits.size(), scene.unitsWithData) << "too many to be named";
    const std::vector<map::TextItem> labels = itemsOf<map::TextItem>(scene, "labels");
    const auto said = std::count_if(labels.begin(), labels.end(),
                                    [](const auto& label) { return label.text == "20"; });
    EXPECT_EQ(std::size_t(said), scene.unitsWithData);
    expectNoTextOnText(scene);
}

TEST(ComposeMap, a_map_without_any_figure_says_so_and_one_with_figures_has_its_note) {
    MapFixture map;
    map.evaluated.theme.note = {"Không cộng hai tiêu chuẩn.", "Do not add the two."};
    map.add(theme::LayerType::Choropleth, {{}});
    const std::string empty = textOf(map.compose(), "legend");
    EXPECT_NE(empty.find("không có số liệu nào"), std::string::npos) << empty;
    EXPECT_EQ(empty.find("Lưu ý"), std::string::npos) << empty;
    map.add(theme::LayerType::Symbols, {{3}});
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Lưu ý: Không cộng hai tiêu chuẩn."), std::string::npos) << legend;
    EXPECT_EQ(legend.find("không có số liệu nào"), std::string::npos) << legend;
}

TEST(ComposeMap, communes_too_small_for_names_leave_room_for_the_districts_name) {
    MapFixture map(60, 50);
    map.add(theme::LayerType::Choropleth, {std::vector<double>(60 * 50, 3)});
    EXPECT_EQ(textOf(map.compose(), "labels"), "Tam Đường\n");
}

TEST(ComposeMap, a_few_tiny_communes_with_figures_are_named_all_the_same) {
    MapFixture map(60, 50);
    map.add(theme::LayerType::Symbols, {{3}});
    const map::Scene scene = map.compose();
    const std::string labels = textOf(scene, "labels");
    const std::string name = map.gazetteer.unit(map.evaluated.units.front()).name;
    EXPECT_NE(labels.find(name), std::string::npos) << labels;
    EXPECT_LE(itemsOf<map::TextItem>(scene, "labels").size(), 4U)
        << "the others stay without names";
    expectTextsOnPage(scene);
    expectNoTextOnText(scene);
}

TEST(ComposeMap, a_series_without_any_figure_is_left_out_of_the_legend) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Symbols, {{1, 2}, {}});
    auto& series = map.evaluated.theme.layers.front().series;
    series[0].label = {"Trâu, bò", ""};
    series[1].label = {"Ngựa", ""};
    EXPECT_TRUE(layer.series[1].cells.empty());
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Trâu, bò"), std::string::npos) << legend;
    EXPECT_EQ(legend.find("Ngựa"), std::string::npos) << legend;
}

TEST(ComposeMap, places_in_names_are_hollow_circles) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{1}, {1}});
    map.evaluated.theme.layers.front().series[1].places = records::PlaceUse::Names;
    const auto circles = itemsOf<map::CircleItem>(map.compose(), "symbols");
    ASSERT_EQ(circles.size(), 2U);
    const auto hollow =
        std::count_if(circles.begin(), circles.end(), [](const map::CircleItem& circle) {
            return circle.fill.colour == Colour{255, 255, 255, 255} && circle.stroke.widthMm > 0.3;
        });
    EXPECT_EQ(hollow, 1);
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

TEST(ComposeMap, every_commune_with_a_figure_shows_its_name_and_the_figure) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const std::string labels = textOf(map.compose(), "labels");
    EXPECT_NE(labels.find("TT. Bình Lư"), std::string::npos) << "towns are marked";
    EXPECT_NE(labels.find("Bản Hon\n7,5"), std::string::npos) << labels;
    EXPECT_NE(labels.find("Thèn Sin\n"), std::string::npos) << "names also without a figure";
}

TEST(ComposeMap, a_lower_bound_is_written_as_such) {
    MapFixture map;
    figures::Figures& figures = map.add(theme::LayerType::Choropleth, {someFigures}).series.front();
    figures.cells.begin()->second.lowerBound = true;
    figures.lowerBound = true;
    const map::Scene scene = map.compose();
    EXPECT_NE(textOf(scene, "labels").find("≥ 1"), std::string::npos);
    EXPECT_NE(textOf(scene, "legend").find("Tổng số: ≥ 37,5 ha"), std::string::npos);
}

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

TEST(ComposeMap, counts_in_the_legend_add_up_to_the_units) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    const std::string legend = textOf(map.compose(), "legend");
    std::size_t sum = 0;
    for (std::size_t at = legend.find('('); at != std::string::npos; at = legend.find('(', at + 1))
        if (std::isdigit(static_cast<unsigned char>(legend[at + 1])) != 0)
            sum += static_cast<std::size_t>(std::atoi(legend.c_str() + at + 1));
    EXPECT_EQ(sum, map.evaluated.units.size()) << legend;
    EXPECT_NE(legend.find("Không có số liệu"), std::string::npos);
}

TEST(ComposeMap, a_circle_of_twice_the_value_has_twice_the_area) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {{1, 2, 4, 8}});
    std::vector<double> radii;
    for (const map::CircleItem& circle : itemsOf<map::CircleItem>(map.compose(), "symbols"))
        radii.push_back(circle.radiusMm);
    ASSERT_EQ(radii.size(), 4U);
    EXPECT_TRUE(std::is_sorted(radii.rbegin(), radii.rend())) << "small ones lie over large ones";
    for (std::size_t i = 0; i + 1 < radii.size(); ++i)
        EXPECT_NEAR(radii[i] * radii[i] / (radii[i + 1] * radii[i + 1]), 2, 1e-9);
}

TEST(ComposeMap, circles_in_the_legend_are_as_large_as_on_the_map) {
    for (const map::Page& page : pages) {
        MapFixture map;
        map.add(theme::LayerType::Symbols, {{8, 4, 1}});
        const map::Scene scene = map.compose(page);
        const auto onMap = itemsOf<map::CircleItem>(scene, "symbols");
        const auto inLegend = itemsOf<map::CircleItem>(scene, "legend");
        ASSERT_FALSE(onMap.empty());
        ASSERT_GE(inLegend.size(), 3U); // 8, 4, 1, and the key of the series
        EXPECT_NEAR(inLegend[0].radiusMm, onMap[0].radiusMm, 1e-9);
        EXPECT_NEAR(inLegend[1].radiusMm, onMap[1].radiusMm, 1e-9);
        EXPECT_NEAR(inLegend[2].radiusMm, onMap[2].radiusMm, 1e-9);
    }
}

TEST(ComposeMap, a_pies_area_shows_the_sum_and_its_slices_the_parts) {
    MapFixture map;
    map.add(theme::LayerType::Pie, {{3, 4}, {1, 0}});
    const map::Scene scene = map.compose();
    const auto slices = itemsOf<map::PathItem>(scene, "symbols");
    const auto discs = itemsOf<map::CircleItem>(scene, "symbols");
    ASSERT_EQ(slices.size(), 2U) << "3 and 1 of the first commune";
    ASSERT_EQ(discs.size(), 1U) << "4 of the second, whole";
    const auto radiusOf = [](const map::PathItem& slice) {
        const auto& ring = slice.rings.front();
        return std::hypot(ring[1].x - ring[0].x, ring[1].y - ring[0].y);
    };
    EXPECT_NEAR(radiusOf(slices[0]), discs[0].radiusMm, 1e-9) << "both sum to 4";
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

TEST_F(Border, at_sea_no_country_is_named) {
    const auto found = names({{40, 60}, {-50, 60}}, true, 40);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_LT(found[0].second.x, 40);
}

TEST(ComposeMap, values_of_several_communes_are_listed_with_their_places) {
    MapFixture map;
    figures::Figures& figures = map.add(theme::LayerType::Choropleth, {someFigures}).series.front();
    figures::NotAttributed shared;
    shared.holder = 1;
    shared.places = {map.commune(0, 0), map.commune(1, 0)};
    shared.value = 2.28;
    shared.reason = figures::NotAttributed::Reason::SeveralUnits;
    figures.notAttributed.push_back(shared);
    figures.total += 2.28;
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Chưa xác định được xã"), std::string::npos) << legend;
    EXPECT_NE(legend.find("2,28 ha – TT. Bình Lư, Khun Há"), std::string::npos) << legend;
    EXPECT_NE(legend.find("Tổng số: 39,78 ha"), std::string::npos) << legend;
}

TEST(ComposeMap, a_commune_without_a_shape_is_named_beside_the_map) {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {someFigures});
    map.data.shapes.missing = {map.data.shapes.units.back().unit};
    map.data.shapes.units.pop_back();
    std::string legend = textOf(map.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' '); // wherever the lines are broken
    EXPECT_NE(legend.find("Không có ranh giới, không vẽ được (1 xã có số liệu): Nùng Nàng 2 "),
              std::string::npos)
        << legend;
}

TEST(ComposeMap, a_list_that_is_too_long_says_how_much_is_left_out) {
    MapFixture map(20, 12);
    map.evaluated.theme.list = true;
    figures::EvaluatedLayer& layer =
        map.add(theme::LayerType::Symbols, {std::vector<double>(240, 2)});
    for (auto& [unit, cell] : layer.series.front().cells)
        cell.subjects = {"chè Shan tuyết", "cá tầm"};
    const map::Scene scene = map.compose();
    const std::string legend = textOf(scene, "legend");
    EXPECT_NE(legend.find(" nữa: terroir table test"), std::string::npos);
    expectTextsOnPage(scene);
    const auto listed = static_cast<std::size_t>(
        std::count_if(legend.begin(), legend.end(), [](char c) { return c == ':'; }) - 2);
    const std::size_t at = legend.find("… và ");
    ASSERT_NE(at, std::string::npos);
    const int left = std::atoi(legend.c_str() + at + std::string("… và ").size());
    EXPECT_EQ(listed + static_cast<std::size_t>(left), 240U) << "every unit is listed or counted";
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

TEST(ComposeMap, a_map_whose_largest_count_is_one_has_dots_and_a_legend_of_one) {
    MapFixture ones, tens;
    ones.add(theme::LayerType::Symbols, {{1, 1, 0, 1}});
    tens.add(theme::LayerType::Symbols, {{10, 1, 0, 1}});
    const auto largest = [](const map::Scene& scene) {
        double radius = 0;
        for (const map::CircleItem& circle : itemsOf<map::CircleItem>(scene, "symbols"))
            radius = std::max(radius, circle.radiusMm);
        return radius;
    };
    const map::Scene scene = ones.compose();
    EXPECT_LT(largest(scene), 0.6 * largest(tens.compose()));
    const auto key = itemsOf<map::CircleItem>(scene, "legend");
    ASSERT_GE(key.size(), 2U) << "one size, and the series";
    EXPECT_NEAR(key.front().radiusMm, largest(scene), 1e-9);
    EXPECT_EQ(textOf(scene, "legend").find("10\n"), std::string::npos) << "no such figure";
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

TEST(ComposeMap, a_long_entry_ends_with_how_many_more_and_where) {
    MapFixture map;
    map.evaluated.theme.list = true;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Symbols, {{7}});
    map.evaluated.theme.layers.back().series.front().measure = records::Measure::Subjects;
    std::vector<std::string>& subjects = layer.series.front().cells.begin()->second.subjects;
    for (int i = 1; i <= 90; ++i)
        subjects.push_back("giống lúa thuần số " + std::to_string(i));
    std::string legend = textOf(map.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    const std::size_t at = legend.find(" … và ");
    ASSERT_NE(at, std::string::npos) << legend;
    const int left = std::atoi(legend.c_str() + at + std::string(" … và ").size());
    EXPECT_NE(legend.find("số " + std::to_string(90 - left) + " … và "), std::string::npos)
        << "what is named and what is counted are all: " << legend;
    EXPECT_NE(legend.find("nữa: terroir table test"), std::string::npos);
}

TEST(ComposeMap, a_histogram_counts_every_unit_with_a_figure_in_the_colours_of_the_classes) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Choropleth, {someFigures});
    const auto barsOf = [&](const map::Scene& scene) {
        std::map<std::uint32_t, double> heights; // by colour
        for (const map::PathItem& bar : itemsOf<map::PathItem>(scene, "legend"))
            for (const figures::EvaluatedClass& each : layer.classes)
                if (bar.fill.colour == each.colour && bar.stroke.widthMm < 0.14) {
                    geometry::Box box;
                    for (const geometry::Point& point : bar.rings.front())
                        box.expand(point);
                    heights[std::uint32_t(each.count)] += box.height();
                }
        return heights;
    };
    EXPECT_TRUE(barsOf(map.compose()).empty()) << "on demand only";
    map.evaluated.theme.histogram = true;
    const map::Scene scene = map.compose();
    const std::string legend = textOf(scene, "legend");
    EXPECT_NE(legend.find("Phân bố số liệu theo giá trị"), std::string::npos) << legend;
    const auto heights = barsOf(scene);
    ASSERT_FALSE(heights.empty());
    const double perUnit = heights.begin()->second / heights.begin()->first;
    for (const auto& [count, height] : heights)
        EXPECT_NEAR(height, perUnit * count, 1e-6);
    expectTextsOnPage(scene);
    expectNoTextOnText(scene);
}

TEST(ComposeMap, the_note_on_a_source_stands_only_where_its_figures_are) {
    MapFixture map;
    map.add(theme::LayerType::Symbols, {someFigures});
    map.evaluated.sources = {"A"};
    map.evaluated.theme.sourceNotes = {{"A", {"Chưa đầy đủ.", "Not complete."}},
                                       {"B", {"Số ước tính.", "Estimates."}}};
    const std::string legend = textOf(map.compose(), "legend");
    EXPECT_NE(legend.find("Lưu ý: Chưa đầy đủ."), std::string::npos) << legend;
    EXPECT_EQ(legend.find("ước tính"), std::string::npos) << legend;
}

TEST(ComposeMap, a_histogram_of_symbols_is_in_the_colour_of_the_series_or_says_why_not) {
    MapFixture map;
    map.evaluated.theme.histogram = true;
    map.add(theme::LayerType::Symbols, {someFigures});
    EXPECT_NE(textOf(map.compose(), "legend").find("Phân bố số liệu theo giá trị"),
              std::string::npos);
    MapFixture two;
    two.evaluated.theme.histogram = true;
    two.add(theme::LayerType::Symbols, {{{0, 5}, {1, 5}}});
    std::string legend = textOf(two.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("Không vẽ biểu đồ phân bố: có ít hơn ba"), std::string::npos) << legend;
    MapFixture beside; // of two series one has enough
    beside.evaluated.theme.histogram = true;
    beside.add(theme::LayerType::Symbols, {someFigures, {5, 5, 5}});
    legend = textOf(beside.compose(), "legend");
    std::replace(legend.begin(), legend.end(), '\n', ' ');
    EXPECT_NE(legend.find("Phân bố số liệu theo giá trị"), std::string::npos) << legend;
    EXPECT_NE(legend.find("Không vẽ biểu đồ phân bố của: "), std::string::npos) << legend;
    EXPECT_NE(legend.find("(ít hơn ba số liệu khác nhau)"), std::string::npos) << legend;
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
