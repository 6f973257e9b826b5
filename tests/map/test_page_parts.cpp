#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/figures/page_words.hpp"
#include "core/geometry/topology.hpp"
#include "core/map/circle_values.hpp"
#include "core/map/ink.hpp"
#include "core/map/labels.hpp"
#include "core/map/legend.hpp"
#include "core/map/page_map.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace terroir::map {
namespace {

using testing::measureHalfEm;

const map::MeasureText measure = measureHalfEm;

TEST(ParsePaper, sizes_are_iso_and_upright_or_on_their_side) {
    const map::Page upright = map::parsePaper("a4", false), landscape = map::parsePaper("A3", true);
    EXPECT_EQ(upright.widthMm, 210);
    EXPECT_EQ(upright.heightMm, 297);
    EXPECT_EQ(landscape.widthMm, 420);
    EXPECT_EQ(landscape.heightMm, 297);
}

TEST(ParsePaper, an_unknown_paper_is_answered_with_the_known_ones) {
    try {
        map::parsePaper("B9", true);
        FAIL() << "nothing was thrown";
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("'B9'"), std::string::npos);
        EXPECT_NE(std::string(error.what()).find("A3, A4"), std::string::npos);
    }
}

TEST(ClippedLine, keeps_the_pieces_inside) {
    using Line = std::vector<geometry::Point>;
    const geometry::Box box{0, 0, 10, 10};
    EXPECT_EQ(map::clippedLine({{1, 1}, {2, 2}, {9, 1}}, box),
              (std::vector<Line>{{{1, 1}, {2, 2}, {9, 1}}}));
    EXPECT_EQ(map::clippedLine({{-5, 5}, {5, 5}, {5, 15}, {8, 15}, {8, 5}}, box),
              (std::vector<Line>{{{0, 5}, {5, 5}, {5, 10}}, {{8, 10}, {8, 5}}}));
    EXPECT_EQ(map::clippedLine({{-5, 5}, {15, 5}}, box), (std::vector<Line>{{{0, 5}, {10, 5}}}));
    EXPECT_TRUE(map::clippedLine({{-5, 5}, {5, 25}, {20, 20}}, box).empty());
    EXPECT_TRUE(map::clippedLine({{-5, 5}, {-5, 8}}, box).empty()) << "beside it";
}

TEST(PageOfPixels, pixels_become_millimetres) {
    const map::Page page = map::pageOfPixels(1600, 1200, 144);
    EXPECT_NEAR(page.widthMm, 1600 * 25.4 / 144, 1e-9);
    EXPECT_THROW(map::pageOfPixels(10, 10, 96), UsageError);
}

TEST(Wrap, no_line_is_wider_than_asked_and_no_word_is_lost) {
    const map::Typesetter type(measure, 1);
    const map::TextStyle style = type.style(10);
    const std::string text = "Sở Khoa học và Công nghệ tỉnh Lai Châu, Huyện ủy Tam Đường";
    for (const double width : {12.0, 30.0, 60.0, 500.0}) {
        std::string joined;
        for (const std::string& line : type.wrap(text, style, width)) {
            EXPECT_LE(type.width(line, style), width);
            joined += (joined.empty() ? "" : " ") + line;
        }
        if (width > 20) {
            EXPECT_EQ(joined, text);
        }
    }
}

TEST(Wrap, a_bound_stays_with_its_number) {
    const map::Typesetter type(measure, 1);
    const map::TextStyle style = type.style(10);
    for (double widthMm = 12; widthMm < 60; widthMm += 1)
        for (const std::string& line : type.wrap("chưa rõ xã ≥ 300 ha, < 1 ha", style, widthMm))
            EXPECT_FALSE(line.ends_with("≥") || line.ends_with("<")) << line;
}

TEST(Wrap, a_word_wider_than_the_line_is_broken_between_letters) {
    const map::Typesetter type(measure, 1);
    const map::TextStyle style = type.style(10);
    std::string joined;
    for (const std::string& line : type.wrap("Nghiêngngảnghiêngngả", style, 8)) {
        EXPECT_LE(type.width(line, style), 8);
        joined += line;
    }
    EXPECT_EQ(joined, "Nghiêngngảnghiêngngả");
}

TEST(Wrap, text_that_is_left_out_ends_in_an_ellipsis) {
    const map::Typesetter type(measure, 1);
    const map::TextStyle style = type.style(10);
    const auto lines = type.wrap("một hai ba bốn năm sáu bảy tám chín mười", style, 22, 2);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines[1].ends_with("…")) << lines[1];
    EXPECT_LE(type.width(lines[1], style), 22);
}

TEST(ClippedTo, what_is_outside_the_box_is_cut_off) {
    const geometry::MultiPolygon shape{{{{-5, -5}, {5, -5}, {5, 5}, {-5, 5}, {-5, -5}}, {}}};
    EXPECT_NEAR(geometry::areaOf(map::clippedTo(shape, {0, 0, 10, 10})), 25, 1e-9);
    EXPECT_TRUE(map::clippedTo(shape, {6, 6, 10, 10}).empty());
}

std::vector<map::LegendRow> rowsOf(std::size_t count, double height) {
    std::vector<map::LegendRow> rows(count);
    for (std::size_t i = 0; i < count; ++i)
        rows[i] = {height,
                   {map::TextItem{{0, height}, std::to_string(i), {8}, map::Align::Left, {}}},
                   false,
                   1};
    return rows;
}

TEST(LegendFlow, rows_that_find_no_room_are_counted) {
    const map::LegendFlow flow = map::flowRows(rowsOf(30, 4), {0, 0}, 2, 40, 5, 40, 4);
    EXPECT_EQ(flow.items.size(), 19U) << "ten and nine: a line is kept for the remark";
    EXPECT_EQ(flow.entriesLeftOut, 11U);
    EXPECT_LE(flow.end.y + 4, 40);
}

TEST(LegendFlow, nothing_is_left_out_when_there_is_room) {
    const map::LegendFlow flow = map::flowRows(rowsOf(20, 4), {0, 0}, 2, 40, 5, 40, 4);
    EXPECT_EQ(flow.items.size(), 20U);
    EXPECT_EQ(flow.entriesLeftOut, 0U);
}

TEST(LegendFlow, a_heading_moves_on_with_its_first_row) {
    std::vector<map::LegendRow> rows = rowsOf(12, 4);
    rows[9].keepWithNext = true;
    const map::LegendFlow flow = map::flowRows(rows, {0, 0}, 2, 40, 5, 40, 4);
    ASSERT_EQ(flow.items.size(), 12U);
    EXPECT_EQ(std::get<map::TextItem>(flow.items[9]).at.x, 45) << "in the second column";
}

TEST(LegendFlow, a_block_longer_than_a_column_is_broken) {
    std::vector<map::LegendRow> rows = rowsOf(15, 4);
    for (map::LegendRow& row : rows)
        row.keepWithNext = true;
    EXPECT_EQ(map::flowRows(rows, {0, 0}, 2, 40, 5, 40, 4).items.size(), 15U);
}

TEST(CircleValues, the_key_begins_with_the_largest_figure_and_goes_on_with_round_ones) {
    EXPECT_EQ(map::keyValues(4, true), (std::vector<double>{4, 2, 1}));
    EXPECT_EQ(map::keyValues(1, true), (std::vector<double>{1}));
    EXPECT_EQ(map::keyValues(323, true), (std::vector<double>{323, 100, 20}));
    EXPECT_EQ(map::keyValues(10200, false), (std::vector<double>{10200, 5000, 1000}));
    EXPECT_EQ(map::keyValues(0.9, false).front(), 0.9);
    EXPECT_TRUE(map::keyValues(0, false).empty());
}

TEST(DateInWords, a_date_is_as_precise_as_the_document_says) {
    EXPECT_EQ(dateInWords("2022-04-15", Language::Vietnamese), "ngày 15/4/2022");
    EXPECT_EQ(dateInWords("2020-12", Language::Vietnamese), "tháng 12/2020");
    EXPECT_EQ(dateInWords("2020", Language::Vietnamese), "2020");
    EXPECT_EQ(dateInWords("", Language::Vietnamese), "");
    EXPECT_EQ(dateInWords("2022-04-15", Language::English), "15 April 2022");
    EXPECT_EQ(dateInWords("2020-12", Language::English), "December 2020");
}

TEST(TextOn, letters_contrast_with_their_ground) {
    EXPECT_EQ(map::textOn({0, 60, 30}, map::ink::text).colour, map::ink::paper);
    EXPECT_EQ(map::textOn({217, 240, 163}, map::ink::text).colour, map::ink::text);
    EXPECT_EQ(map::textOn({217, 240, 163}, map::ink::text).halo, (Colour{217, 240, 163}));
}

TEST(LabelPlacer, a_unit_too_small_for_its_name_gets_a_leader_line) {
    const map::Typesetter type(measure, 1);
    map::LabelPlacer placer(type, {0, 0, 100, 100});
    const geometry::MultiPolygon shape{{{{50, 50}, {52, 50}, {52, 52}, {50, 52}, {50, 50}}, {}}};
    map::LabelRequest request;
    request.shape = &shape;
    request.anchor = {51, 51};
    request.name = "Nùng Nàng";
    EXPECT_FALSE(placer.place(request)) << "not without a line";
    request.leaderMm = 30;
    const auto label = placer.place(request);
    ASSERT_TRUE(label);
    ASSERT_TRUE(label->leader);
    EXPECT_EQ(label->leader->rings.front().front(), request.anchor);
}

TEST(LabelPlacer, where_there_is_no_room_there_is_no_label) {
    const map::Typesetter type(measure, 1);
    map::LabelPlacer placer(type, {0, 0, 30, 30});
    placer.addObstacle({0, 0, 30, 30});
    const geometry::MultiPolygon shape{{{{0, 0}, {30, 0}, {30, 30}, {0, 30}, {0, 0}}, {}}};
    map::LabelRequest request;
    request.shape = &shape;
    request.anchor = {15, 15};
    request.name = "Bình Lư";
    request.leaderMm = 30;
    EXPECT_FALSE(placer.place(request));
}

TEST(LabelPlacer, a_name_beside_its_symbols_leaves_the_unit_only_where_no_others_are_near) {
    const map::Typesetter type(measure, 1);
    const geometry::MultiPolygon shape{{{{50, 50}, {53, 50}, {53, 53}, {50, 53}, {50, 50}}, {}}};
    map::LabelRequest request;
    request.shape = &shape;
    request.anchor = {51.5, 51.5};
    request.symbols = {50.5, 50.5, 52.5, 52.5};
    request.name = "Nùng Nàng";
    for (const bool hasNeighbours : {false, true}) {
        map::LabelPlacer placer(type, {0, 0, 100, 100});
        placer.addObstacle(request.symbols);
        if (hasNeighbours) // there is room, but beside the symbols of others
            for (const geometry::Box& other : {geometry::Box{40, 44, 63, 47.5},
                                               {40, 55.5, 63, 59},
                                               {38, 44, 45.4, 59},
                                               {57.6, 44, 65, 59}})
                placer.addObstacle(other);
        EXPECT_EQ(placer.place(request).has_value(), !hasNeighbours);
    }
}

TEST(LabelPlacer, a_name_over_the_edge_stands_at_sea_rather_than_on_a_neighbour) {
    const map::Typesetter type(measure, 1);
    const geometry::MultiPolygon shape{{{{50, 50}, {53, 50}, {53, 53}, {50, 53}, {50, 50}}, {}}};
    const geometry::MultiPolygon neighbour{
        {{{20, 53}, {80, 53}, {80, 80}, {20, 80}, {20, 53}}, {}}};
    map::LabelPlacer placer(type, {0, 0, 100, 100});
    placer.setOccupied({&shape, &neighbour});
    map::LabelRequest request;
    request.shape = &shape;
    request.anchor = {51.5, 51.5};
    request.symbols = {50.5, 50.5, 52.5, 52.5};
    request.name = "TP. Hồ Chí Minh";
    placer.addObstacle(request.symbols);
    placer.addObstacle({54, 49, 80, 51.5}); // others' names to the right and above
    placer.addObstacle({30, 44, 80, 48.5});
    const auto label = placer.place(request);
    ASSERT_TRUE(label);
    EXPECT_LT(label->box.maxX, 50.5) << "to the left, not below";
}

TEST(LabelPlacer, a_leader_line_ends_at_the_rim_of_its_own_circle) {
    const map::Typesetter type(measure, 1);
    map::LabelPlacer placer(type, {0, 0, 100, 100});
    const geometry::MultiPolygon shape{{{{48, 48}, {54, 48}, {54, 54}, {48, 54}, {48, 48}}, {}}};
    map::LabelRequest request;
    request.shape = &shape;
    request.anchor = {51, 51};
    request.symbols = {48, 48, 54, 54};
    request.name = "Nùng Nàng";
    request.leaderMm = 30;
    placer.addObstacle(request.symbols);
    for (const geometry::Box& near : {geometry::Box{30, 48.6, 47.8, 53.4},
                                      {54.2, 48.6, 72, 53.4},
                                      {48.6, 30, 53.4, 47.8},
                                      {48.6, 54.2, 53.4, 72}})
        placer.addObstacle(near); // only the ways past the corners of its box are open
    const auto label = placer.place(request);
    ASSERT_TRUE(label);
    ASSERT_TRUE(label->leader);
    const geometry::Point start = label->leader->rings.front().front();
    EXPECT_NEAR(std::hypot(start.x - 51, start.y - 51), 3, 1e-6);
}

TEST(LegendRows, what_no_column_has_room_for_is_counted_and_not_set) {
    testing::MapFixture map(20, 15);
    figures::EvaluatedLayer& layer =
        map.add(theme::LayerType::Symbols, {std::vector<double>(20 * 15, 3)});
    map.evaluated.theme.list = true;
    figures::Figures& figures = layer.series.front();
    for (auto& [unit, cell] : figures.cells)
        cell.subjects = {"cây chè", "cây " + std::to_string(unit)};
    for (int i = 0; i < 200; ++i)
        figures.notAttributed.push_back({1,
                                         {map.commune(i % 20, 0), map.commune(i / 20, 1)},
                                         1,
                                         false,
                                         {},
                                         {},
                                         figures::NotAttributed::Reason::SeveralUnits});
    std::size_t measured = 0;
    const map::MeasureText counting = [&](std::string_view text, const map::TextStyle& style) {
        ++measured;
        return measureHalfEm(text, style);
    };
    const figures::PageWords words(map.evaluated, map.gazetteer);
    const map::LegendInput input{map.evaluated, map.data, words};
    const map::Typesetter type(counting, 1);
    const std::vector<map::LegendRow> all = map::legendRows(input, type, 60);
    const std::size_t measuredAll = std::exchange(measured, 0);
    for (const double room : {10.0, 200.0, 1500.0}) {
        measured = 0;
        const std::vector<map::LegendRow> some = map::legendRows(input, type, 60, room);
        EXPECT_LT(some.size(), all.size());
        if (room <= 200) {
            EXPECT_LT(measured * 4, measuredAll) << "most rows are not set";
        }
        // Columns that hold so much show the same and count as many entries that they do not.
        for (const int columns : {1, 2, 4}) {
            const double height = room / columns;
            const map::LegendFlow whole = map::flowRows(all, {0, 0}, columns, 60, 5, height, 4);
            const map::LegendFlow cut = map::flowRows(some, {0, 0}, columns, 60, 5, height, 4);
            EXPECT_EQ(cut.items.size(), whole.items.size()) << room << " in " << columns;
            EXPECT_EQ(cut.entriesLeftOut, whole.entriesLeftOut) << room << " in " << columns;
            EXPECT_EQ(cut.heightMm, whole.heightMm);
        }
    }
    EXPECT_EQ(map::legendRows(input, type, 60, 1e6).size(), all.size())
        << "where all fit, all are set";
}

} // namespace
} // namespace terroir::map
