#include "core/base/error.hpp"
#include "core/base/folders.hpp"
#include "core/geometry/projection.hpp"
#include "core/map/known_layouts.hpp"
#include "core/map/layout_file.hpp"
#include "core/map/page_extent.hpp"
#include "map_fixture.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <tuple>
#include <utility>

namespace terroir::map {
namespace {

using testing::itemsOf;
using testing::MapFixture;
using testing::textOf;

map::Layout parsed(const std::string& json) {
    return map::parseLayout(json, "/x/my.layout.json", [](const std::string& id) {
        if (id != "a3-landscape")
            throw UsageError(LocalText{"không có " + id, "no " + id});
        map::Layout base;
        base.id = id;
        base.widthMm = 420;
        base.heightMm = 297;
        base.grid = map::Grid::Vn2000;
        return base;
    });
}

TEST(LayoutFile, adds_to_the_layout_that_it_extends_and_finds_its_logo_beside_it) {
    const map::Layout layout = parsed(R"({"extends": "a3-landscape", "department": "Sở KH&CN",
        "legend": "left", "logo": "logo.png", "note": {"vi": "Số liệu sơ bộ", "en": "Preliminary"}})");
    EXPECT_EQ(layout.id, "my");
    EXPECT_EQ(layout.widthMm, 420);
    EXPECT_EQ(layout.grid, map::Grid::Vn2000);
    EXPECT_EQ(layout.legend, map::LegendPlace::Left);
    EXPECT_EQ(layout.department, "Sở KH&CN");
    EXPECT_EQ(layout.note.en, "Preliminary");
    EXPECT_EQ(layout.logo, "/x/logo.png");
}

TEST(LayoutFile, what_is_wrong_is_named_with_member_and_value) {
    const std::string longNote = R"({"note": ")" + std::string(5000, 'a') + R"("})";
    const std::vector<std::pair<const char*, const char*>> cases = {
        {R"({"papper": "A3 landscape"})", "'papper'"},
        {R"({"paper": "A3"})", "paper: 'A3' does not say which way"},
        {R"({"paper": "A9 portrait"})", "paper: 'A9' is not a paper size"},
        {R"({"paper": [420]})", "paper: A paper has two sides"},
        {R"({"paper": [420, 9e9]})", "paper[1]: 9"},
        {R"({"grid": "utm"})", "grid: There is no grid 'utm'"},
        {R"({"legend": "top"})", "legend: There is no place of the legend 'top'"},
        {R"({"table": "yes"})", "table: \"yes\" is neither true nor false"},
        {R"({"department": 7})", "department: 7 is not a text"},
        {R"({"extends": "a7"})", "extends: no a7"},
        {longNote.c_str(), "note: this text is longer than 4000 bytes"},
        {R"([1, 2])", "is not an object"},
        {R"({"grid": )", "This is not JSON"}};
    for (const auto& [json, expected] : cases)
        try {
            parsed(json);
            ADD_FAILURE() << json;
        } catch (const InputError& error) {
            const std::string said = error.what();
            EXPECT_NE(said.find("/x/my.layout.json"), std::string::npos) << said;
            EXPECT_NE(said.find(expected), std::string::npos) << said;
            EXPECT_NE(error.text().vi, error.text().en) << said;
        }
}

TEST(PageExtent, scales_are_read_as_maps_write_them) {
    for (const char* text : {"1:50000", "50000", "1:50.000", "1:50,000"})
        EXPECT_EQ(map::parseScale(text), 50000) << text;
    for (const char* text : {"", "1:", "1:0", "-5", "1:50k", "fifty", "1:100", "1:1e300", "nan"})
        EXPECT_THROW(map::parseScale(text), UsageError) << text;
}

TEST(PageExtent, an_extent_in_metres_is_where_its_system_says) {
    const geometry::Box degrees = map::parseExtent("103.2,22.1,103.9,22.6");
    EXPECT_EQ(degrees.minX, 103.2);
    EXPECT_EQ(degrees.maxY, 22.6);
    const geometry::Box box = map::parseExtent("540000,2450000,580000,2490000,EPSG:9205");
    const geometry::Point corner = geometry::Transform("EPSG:9205", "EPSG:4326")({540000, 2450000});
    EXPECT_NEAR(box.minX, corner.x, 0.01);
    EXPECT_NEAR(box.minY, corner.y, 0.01);
    EXPECT_EQ(map::parseExtent("540000,2450000,580000,2490000,vn2000:103°00'").minX, box.minX);
    for (const char* text :
         {"", "1,2,3", "103.9,22.1,103.2,22.6", "103.2,22.6,103.9,22.1", "a,b,c,d",
          "540000,2450000,580000,2490000", "103,22,nan,23", "103,22,inf,23"})
        EXPECT_THROW(map::parseExtent(text), UsageError) << text;
}

map::Page pageOf(double width, double height, map::Layout layout = {}) {
    map::Page page{width, height, {}};
    page.layout = std::move(layout);
    return page;
}

/// Everything that a layout can ask for.
map::Layout fullLayout() {
    map::Layout layout;
    layout.grid = map::Grid::Vn2000;
    layout.ratio = layout.projection = layout.locator = layout.table = layout.day = true;
    layout.department = "Sở Khoa học và Công nghệ tỉnh Lai Châu";
    layout.author = "Nguyễn Văn A";
    layout.fileNumber = "12/BĐ-SKHCN";
    layout.note = {"Số liệu sơ bộ, chờ huyện kiểm tra.", "Preliminary."};
    return layout;
}

/// With a province around it, for the locator.
MapFixture located() {
    MapFixture map;
    map.add(theme::LayerType::Choropleth, {testing::someFigures});
    map.data.locator = {map.data.shapes, 0};
    return map;
}

TEST(Layout, all_that_it_asks_for_is_on_the_page_and_nothing_lies_over_another) {
    const MapFixture map = located();
    for (const map::Grid grid : {map::Grid::Graticule, map::Grid::Vn2000})
        for (const map::LegendPlace place :
             {map::LegendPlace::Right, map::LegendPlace::Left, map::LegendPlace::Below})
            for (const auto& [width, height] : {std::pair(297.0, 210.0),
                                                {210.0, 297.0},
                                                {420.0, 297.0},
                                                {841.0, 1189.0},
                                                {338.7, 190.5}}) {
                map::Layout layout = fullLayout();
                layout.grid = grid;
                layout.legend = place;
                map::Page page = pageOf(width, height, layout);
                page.madeOn = Date::of(2024, 12, 31);
                const map::Scene scene = map.compose(page);
                testing::expectTextsOnPage(scene);
                testing::expectNoTextOnText(scene);
                EXPECT_NE(textOf(scene, "title").find("Sở Khoa học"), std::string::npos);
                EXPECT_NE(textOf(scene, "title").find("Số hồ sơ: 12/BĐ-SKHCN"), std::string::npos);
                const std::string footer = textOf(scene, "footer");
                EXPECT_NE(footer.find("Người lập: Nguyễn Văn A"), std::string::npos) << footer;
                EXPECT_NE(footer.find("Lập ngày 31/12/2024"), std::string::npos) << footer;
                EXPECT_NE(footer.find(grid == map::Grid::Vn2000 ? "kinh tuyến trục 103°00', múi 3°"
                                                                : "Mercator ngang"),
                          std::string::npos)
                    << footer;
                EXPECT_NE(textOf(scene, "side").find("Thuyết minh"), std::string::npos);
                EXPECT_NE(textOf(scene, "side").find("Vị trí trong tỉnh Lai Châu"),
                          std::string::npos);
                EXPECT_NE(textOf(scene, "side").find("Bảng số liệu"), std::string::npos);
                EXPECT_NE(textOf(scene, "scalebar").find("Tỷ lệ khoảng 1:"), std::string::npos);
            }
}

TEST(Layout, a_page_without_one_has_nothing_of_it) {
    const map::Scene scene = located().compose(pageOf(297, 210));
    EXPECT_TRUE(scene.pictures.empty());
    for (const char* group : {"side", "grid", "locator"})
        EXPECT_EQ(textOf(scene, group), "") << group;
    EXPECT_EQ(textOf(scene, "scalebar").find("1:"), std::string::npos);
}

TEST(Layout, numbers_of_the_grid_stand_outside_the_map_and_say_where_its_lines_are) {
    const MapFixture map = located();
    map::Layout layout;
    layout.grid = map::Grid::Vn2000;
    const map::Scene scene = map.compose(pageOf(420, 297, layout));
    const map::GroundFrame& ground = scene.grounds.front();
    EXPECT_EQ(ground.crs, "EPSG:9205") << "the map is drawn in the system of its grid";
    std::size_t across = 0, along = 0;
    for (const map::TextItem& number : itemsOf<map::TextItem>(scene, "grid")) {
        const geometry::Box ink = testing::inkBox(number);
        EXPECT_FALSE(testing::crosses(ink, ground.mm)) << number.text;
        const double km = std::stod(number.text);
        const geometry::Point at = ground.toGround(number.at);
        if (number.align == map::Align::Centre) { // above or below: eastings
            EXPECT_NEAR(at.x / 1000, km, 0.05);
            ++across;
        } else {
            EXPECT_NEAR(at.y / 1000, km, ground.metresPerMm * 3 / 1000);
            ++along;
        }
    }
    EXPECT_GE(across, 4U);
    EXPECT_GE(along, 4U);
}

TEST(Layout, the_table_has_the_figures_and_says_what_has_no_room) {
    MapFixture map(5, 8);
    std::vector<double> figures(40);
    for (std::size_t i = 0; i < figures.size(); ++i)
        figures[i] = double(i + 1);
    map.add(theme::LayerType::Choropleth, {figures});
    map::Layout layout;
    layout.table = true;
    const std::string small = textOf(map.compose(pageOf(210, 148, layout)), "side");
    EXPECT_NE(small.find("Cây trồng 1\n(ha)"), std::string::npos) << small;
    EXPECT_NE(small.find(" hàng nữa: terroir table test"), std::string::npos) << small;
    const std::string large = textOf(map.compose(pageOf(841, 1189, layout)), "side");
    EXPECT_NE(large.find("\n40\n"), std::string::npos) << large;
    EXPECT_NE(large.find("\n1\n"), std::string::npos) << large;
    EXPECT_EQ(large.find("nữa"), std::string::npos) << large;
}

TEST(Scale, is_exact_on_paper_or_refused_with_the_paper_that_holds_it) {
    const MapFixture map = located(); // some 20 by 17 km
    map::Page page = pageOf(420, 297);
    page.scale = 100000;
    const map::Scene scene = map.compose(page);
    const map::GroundFrame& ground = scene.grounds.front();
    EXPECT_NEAR(ground.metresPerMm, 100, 0.01);
    EXPECT_NE(textOf(scene, "scalebar").find("Tỷ lệ 1:100.000"), std::string::npos);
    page.scale = 50000; // some 410 by 330 mm
    try {
        map.compose(page);
        FAIL() << "nothing was thrown";
    } catch (const UsageError& error) {
        const std::string said = error.what();
        EXPECT_NE(said.find("At 1:50,000 the map does not fit a page of 420 × 297 mm"),
                  std::string::npos)
            << said;
        EXPECT_NE(said.find("It needs A2"), std::string::npos) << said;
    }
    const map::Page larger = [&] {
        map::Page it = map::parsePaper("A2", true);
        it.scale = 50000;
        return it;
    }();
    EXPECT_NEAR(map.compose(larger).grounds.front().metresPerMm, 50, 0.005);
    page.scale = 5000;
    try {
        map.compose(page);
        FAIL() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("No paper up to A0"), std::string::npos);
    }
}

TEST(Scale, frames_apart_have_it_each) {
    MapFixture map(2, 2);
    map.add(theme::LayerType::Choropleth, {{1, 2, 3, 4}});
    for (std::size_t i = 2; i < 4; ++i) // two communes some 300 km to the south
        for (geometry::Point& point : map.data.shapes.units[i].shape.front().outer)
            point.y -= 3;
    map::Page page = pageOf(420, 297);
    page.scale = 200000;
    const map::Scene scene = map.compose(page);
    ASSERT_EQ(scene.grounds.size(), 2U);
    for (const map::GroundFrame& ground : scene.grounds)
        EXPECT_NEAR(ground.metresPerMm, 200, 0.02);
}

TEST(Extent, fills_the_frame_and_says_what_it_leaves_out) {
    const MapFixture map = located();
    map::Page page = pageOf(297, 210);
    page.extent = geometry::Box{103.42, 22.21, 103.48, 22.24};
    const map::Scene scene = map.compose(page);
    const map::GroundFrame& ground = scene.grounds.front();
    const geometry::Transform toDegrees(ground.crs, "EPSG:4326");
    const geometry::Point lower = toDegrees(ground.toGround({ground.mm.minX, ground.mm.maxY}));
    const geometry::Point upper = toDegrees(ground.toGround({ground.mm.maxX, ground.mm.minY}));
    EXPECT_LE(lower.x, 103.4201);
    EXPECT_LE(lower.y, 22.2101);
    EXPECT_GE(upper.x, 103.4799);
    EXPECT_GE(upper.y, 22.2399);
    page.extent = geometry::Box{10, 10, 11, 11};
    EXPECT_THROW(map.compose(page), UsageError) << "nothing of the area is there";
    const std::string legend = textOf(scene, "legend");
    EXPECT_NE(legend.find("Khung bản đồ đã chọn: 103,42–103,48° Đ"), std::string::npos) << legend;
    EXPECT_NE(legend.find("ngoài khung còn"), std::string::npos) << legend;
    for (const map::PathItem& unit : itemsOf<map::PathItem>(scene, "unit:"))
        for (const auto& ring : unit.rings)
            for (const geometry::Point& point : ring)
                EXPECT_LE(point.x, ground.mm.maxX + 1e-6);
}

TEST(Extent, numbers_with_a_decimal_comma_are_not_parted_by_commas) {
    const MapFixture map = located();
    map::Page page = pageOf(297, 210);
    page.extent = geometry::Box{103.42, 22.21, 103.48, 22.24};
    const std::string legend = textOf(map.compose(page), "legend");
    EXPECT_NE(legend.find("103,42–103,48° Đ;"), std::string::npos) << legend;
}

TEST(Layout, the_map_is_fitted_to_the_room_that_its_page_has_left) {
    const MapFixture map = located();
    for (const map::LegendPlace place :
         {map::LegendPlace::Left, map::LegendPlace::Right, map::LegendPlace::Below})
        for (const bool hasExtent : {false, true}) {
            map::Layout layout = fullLayout();
            layout.grid = map::Grid::None;
            layout.legend = place;
            map::Page page = pageOf(210, 148, layout);
            if (hasExtent) // units outside, which a line of the legend tells
                page.extent = geometry::Box{103.42, 22.21, 103.48, 22.24};
            const map::Scene scene = map.compose(page);
            const geometry::Box& frame = scene.mapFrameMm;
            const geometry::Box& fitted = scene.grounds.front().mm;
            for (const auto& [is, expected] : {std::pair(fitted.minX, frame.minX),
                                               {fitted.minY, frame.minY},
                                               {fitted.maxX, frame.maxX},
                                               {fitted.maxY, frame.maxY}})
                EXPECT_NEAR(is, expected, 1e-6);
        }
}

TEST(Layout, small_steps_of_a_grid_have_the_decimals_they_need_in_the_language_of_the_map) {
    MapFixture map = located();
    map::Page page = pageOf(297, 210);
    page.layout.grid = map::Grid::Vn2000;
    page.extent = geometry::Box{103.420, 22.210, 103.424, 22.213}; // some 400 m
    const auto numbersOf = [&] {
        std::vector<std::string> numbers;
        for (const map::TextItem& item : itemsOf<map::TextItem>(map.compose(page), "grid"))
            numbers.push_back(item.text);
        return numbers;
    };
    for (const Language language : {Language::Vietnamese, Language::English}) {
        map.evaluated.language = language;
        const std::vector<std::string> numbers = numbersOf();
        ASSERT_GE(numbers.size(), 8U);
        const char mark = language == Language::Vietnamese ? ',' : '.';
        bool anyDecimals = false;
        for (const std::string& number : numbers) {
            EXPECT_EQ(number.find(mark == ',' ? '.' : ','), std::string::npos) << number;
            const std::size_t at = number.find(mark);
            anyDecimals = anyDecimals || at != std::string::npos;
            if (at != std::string::npos) {
                EXPECT_NE(number.back(), '0') << number << ": needless";
            }
        }
        EXPECT_TRUE(anyDecimals);
    }
    page.extent.reset(); // whole kilometres
    for (const std::string& number : numbersOf())
        EXPECT_EQ(number.find_first_not_of("0123456789"), std::string::npos) << number;
    page.layout.grid = map::Grid::Graticule;
    for (const std::string& number : numbersOf())
        EXPECT_NE(number.find("°"), std::string::npos) << number;
}

TEST(Layout, a_page_of_several_frames_names_the_projection_of_each) {
    MapFixture map(2, 2);
    map.add(theme::LayerType::Choropleth, {{1, 2, 3, 4}});
    for (std::size_t i = 2; i < 4; ++i) // two communes some 300 km to the south-east
        for (geometry::Point& point : map.data.shapes.units[i].shape.front().outer) {
            point.y -= 3;
            point.x += 2;
        }
    map::Layout layout;
    layout.projection = true;
    const map::Scene scene = map.compose(pageOf(420, 297, layout));
    ASSERT_EQ(scene.grounds.size(), 2U);
    const std::string footer = textOf(scene, "footer");
    EXPECT_NE(footer.find("kinh tuyến giữa của các khung 103°27', 105°27'"), std::string::npos)
        << footer;
}

TEST(Layout, what_the_figures_are_narrowed_to_is_told_whatever_subtitle_it_has) {
    MapFixture map = located();
    map.evaluated.only = {"sản phẩm chè", "product tea"};
    for (const char* subtitle : {"", "{subtitle}", "Phục vụ hội nghị"}) {
        map::Layout layout;
        layout.subtitle = {subtitle, subtitle};
        EXPECT_NE(textOf(map.compose(pageOf(420, 297, layout)), "title").find("sản phẩm chè"),
                  std::string::npos)
            << subtitle;
    }
}

TEST(Layout, the_table_has_the_change_and_no_row_without_a_figure) {
    MapFixture map;
    figures::EvaluatedLayer& layer = map.add(theme::LayerType::Change, {{1, 2, 3}, {4, 2, 1}});
    layer.rates[map.commune(0, 0)] = {3};
    layer.rates[map.commune(2, 0)] = {-2};
    layer.notCompared[map.commune(1, 0)] = figures::NotCompared::OtherGround;
    layer.rateUnit = "ha";
    layer.breaks.borders = {-2, 0, 3};
    layer.classes = {{-2, 0, {178, 24, 43}, "−2", 1, 0}, {0, 3, {67, 147, 195}, "3", 1, 0}};
    map::Layout layout;
    layout.table = true;
    const std::string side = textOf(map.compose(pageOf(420, 297, layout)), "side");
    EXPECT_NE(side.find("+3"), std::string::npos) << side;
    EXPECT_NE(side.find("−2"), std::string::npos) << side;

    MapFixture many; // a group whose figure is in the fifth column
    many.add(theme::LayerType::Symbols, {{1}, {2}, {3}, {4}, {5}});
    figures::SharedFigures& shared =
        many.evaluated.layers.front().shared[{many.commune(1, 0), many.commune(2, 0)}];
    shared.cells.resize(5);
    shared.entries.resize(5);
    shared.cells[4].emplace().value = 7;
    const std::string table = textOf(many.compose(pageOf(420, 297, layout)), "side");
    EXPECT_EQ(table.find("Khun Há"), std::string::npos) << table;
    EXPECT_NE(table.find("1 cột nữa"), std::string::npos) << table;
}

TEST(Layout, a_long_table_and_a_long_note_leave_half_of_the_page_to_the_map) {
    MapFixture map(5, 8);
    std::vector<double> figures(40, 3);
    map.add(theme::LayerType::Choropleth, {figures});
    map.data.locator = {map.data.shapes, 0};
    map::Layout layout;
    layout.table = layout.locator = true;
    layout.legend = map::LegendPlace::Below;
    for (int i = 0; i < 60; ++i)
        layout.note.vi += "Số liệu sơ bộ, chờ huyện kiểm tra. ";
    for (const auto& [width, height] :
         {std::pair(210.0, 297.0), {148.0, 210.0}, {297.0, 210.0}, {420.0, 297.0}}) {
        const map::Scene scene = map.compose(pageOf(width, height, layout));
        EXPECT_GT(scene.mapFrameMm.height(), 0.33 * height) << width;
        testing::expectTextsOnPage(scene);
        testing::expectNoTextOnText(scene);
    }
}

/// The paper that a refused scale names.
std::string paperNamed(const MapFixture& map, map::Page page) {
    try {
        map.compose(page);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "fits";
}

TEST(Scale, the_paper_that_is_named_holds_the_map_upright_or_on_its_side) {
    for (const auto& [columns, rows, way] : {std::tuple(2, 7, "upright"), {7, 2, "on its side"}}) {
        MapFixture map(columns, rows);
        map.add(theme::LayerType::Choropleth, {testing::someFigures});
        map::Page page = pageOf(148, 148);
        page.scale = 150000;
        page.layout = fullLayout();
        page.madeOn = Date::of(2024, 12, 31);
        const std::string said = paperNamed(map, page);
        const std::size_t at = said.find("It needs ");
        ASSERT_NE(at, std::string::npos) << said;
        EXPECT_NE(said.find(way, at), std::string::npos) << said;
        const map::Page sheet = map::parsePaper(said.substr(at + 9, 2), way[0] == 'o');
        page.widthMm = sheet.widthMm;
        page.heightMm = sheet.heightMm;
        EXPECT_EQ(paperNamed(map, page), "fits") << said;
    }
}

TEST(Logo, stands_beside_the_title_as_wide_as_it_is) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / "terroir-test-logo";
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, const std::string& content) {
        std::ofstream(folder / name, std::ios::binary) << content;
        return folder / name;
    };
    const MapFixture map = located();
    map::Page page = pageOf(297, 210);
    page.layout.logo =
        write("a.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"/>)");
    const map::Scene scene = map.compose(page);
    ASSERT_EQ(scene.pictures.size(), 1U);
    const geometry::Box& box = scene.pictures.front().mm;
    EXPECT_NEAR(box.width() / box.height(), 3, 1e-9);
    for (const map::TextItem& text : itemsOf<map::TextItem>(scene, "title"))
        EXPECT_GT(testing::inkBox(text).minX, box.maxX);
    map::Page right = page;
    right.layout.logoAt = map::LogoPlace::Right;
    right.layout.fileNumber = "12/BĐ-SKHCN";
    const map::Scene other = map.compose(right);
    const geometry::Box& there = other.pictures.front().mm;
    EXPECT_NEAR(there.maxX, 297 - box.minX, 1e-9);
    for (const map::TextItem& text : itemsOf<map::TextItem>(other, "title"))
        EXPECT_LT(testing::inkBox(text).maxX, there.minX);
    for (const char* content :
         {"", "GIF89a", "<svg>", "<svg viewBox='0 0 0 0'/>", "<svg width='1' height='900'/>",
          "\x89PNG\r\n\x1a\n", "\x89PNG\r\n\x1a\n....IHDR\x7f...\x7f..."}) {
        page.layout.logo = write("bad.png", content);
        EXPECT_THROW(map.compose(page), InputError) << content;
    }
    std::filesystem::remove_all(folder);
}

TEST(KnownLayouts, none_can_be_kept_that_builds_on_itself) {
    const terroir::testing::TemporaryFolder folder;
    const char* const variable = "XDG_DATA_HOME";
    const char* const before = std::getenv(variable);
    const std::string kept = before == nullptr ? "" : before;
    setenv(variable, folder.path().c_str(), 1);
    const auto save = [](const std::string& extends, const std::string& id, Overwrite overwrite) {
        map::Layout layout = map::findLayout(extends);
        layout.department = "Sở " + id;
        map::saveOwnLayout({layout, extends, id, overwrite});
    };
    save("a3-landscape", "so", Overwrite::Refuse);
    save("so", "phong", Overwrite::Refuse);
    EXPECT_THROW(save("phong", "so", Overwrite::Allow), UsageError);
    EXPECT_EQ(map::findLayout("so").widthMm, 420) << "as it was";
    save("so", "so", Overwrite::Allow); // all of it, on nothing
    EXPECT_EQ(map::findLayout("so").department, "Sở so");
    EXPECT_EQ(map::findLayout("so").widthMm, 420);
    EXPECT_THROW(save("a3-landscape", "so", Overwrite::Refuse), InputError) << "is there";
    EXPECT_THROW(map::requireSavable({{}, "a3-landscape", "so", Overwrite::Refuse}), InputError);
    EXPECT_NO_THROW(save("a4-portrait", "so", Overwrite::Allow));
    std::string last = "phong";
    for (int i = 1; i <= 3; ++i) { // a3-landscape, so, phong, sau-1, sau-2, sau-3
        const std::string next = "sau-" + std::to_string(i);
        save(last, next, Overwrite::Refuse);
        EXPECT_NO_THROW(map::findLayout(next)) << next;
        last = next;
    }
    EXPECT_THROW(save(last, "qua-sau", Overwrite::Refuse), UsageError) << "too deep to be read";
    if (before == nullptr)
        unsetenv(variable);
    else
        setenv(variable, kept.c_str(), 1);
}

TEST(KnownLayouts, every_packaged_one_can_be_read_and_drawn) {
    const map::KnownLayouts known = map::knownLayouts();
    std::vector<std::string> ids;
    const MapFixture map = located();
    for (const map::Layout& layout : known.layouts) {
        ids.push_back(layout.id);
        const map::Scene scene = map.compose(pageOf(layout.widthMm, layout.heightMm, layout));
        testing::expectTextsOnPage(scene);
        testing::expectNoTextOnText(scene);
    }
    EXPECT_EQ(
        std::vector<std::string>(ids.begin(), ids.begin() + 7),
        (std::vector<std::string>{"a0-landscape", "a0-portrait", "a3-landscape", "a3-portrait",
                                  "a4-landscape", "a4-portrait", "slide-16x9"}));
    EXPECT_THROW(map::findLayout("a3-landscap"), UsageError);
    EXPECT_THROW(map::findLayout("./none.layout.json"), InputError);
}

} // namespace
} // namespace terroir::map
