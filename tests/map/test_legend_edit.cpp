#include "core/base/error.hpp"
#include "core/map/compose_view.hpp"
#include "core/map/legend_edit.hpp"
#include "map_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace terroir::map {
namespace {

constexpr Colour red{200, 10, 10};

/// A choropleth of three classes, and circles.
struct EditedMap {
    EditedMap() { map.add(theme::LayerType::Choropleth, {testing::someFigures}); }
    const figures::EvaluatedLayer& shown() const { return map.evaluated.layers.front(); }
    theme::Layer layer() const { return *shown().layer; }
    testing::MapFixture map;
};

TEST(LegendEdit, another_colour_of_a_class_leaves_breaks_and_the_other_colours) {
    EditedMap edited;
    theme::Layer layer = edited.layer();
    setColour(layer, edited.shown(), {LegendEntry::Kind::Class, 0, 1}, red);
    EXPECT_EQ(layer.classes.method, "given");
    EXPECT_EQ(layer.classes.breaks, edited.shown().breaks.borders);
    ASSERT_EQ(layer.classes.colours.size(), 3U);
    EXPECT_EQ(layer.classes.colours[0], edited.shown().classes[0].colour);
    EXPECT_EQ(layer.classes.colours[1], red);
    EXPECT_EQ(layer.classes.colours[2], edited.shown().classes[2].colour);
}

TEST(LegendEdit, a_break_stays_between_its_neighbours) {
    EditedMap edited;
    theme::Layer layer = edited.layer();
    EXPECT_EQ(breakOf(edited.shown(), 0), 2.0);
    EXPECT_EQ(breakOf(edited.shown(), 1), 5.0);
    EXPECT_EQ(breakOf(edited.shown(), 2), 5.0) << "the last one begins there";
    setBreak(layer, edited.shown(), 0, 3.5);
    EXPECT_EQ(layer.classes.breaks, (std::vector<double>{0, 3.5, 5, 1000}));
    EXPECT_EQ(layer.classes.colours.size(), 3U);
    for (const double wrong : {5.0, 7.0, 0.0, -1.0}) {
        theme::Layer same = edited.layer();
        try {
            setBreak(same, edited.shown(), 0, wrong);
            ADD_FAILURE() << wrong;
        } catch (const UsageError& error) {
            EXPECT_NE(error.text().vi.find("lớn hơn 0 và nhỏ hơn 5"), std::string::npos)
                << error.text().vi;
        }
        EXPECT_EQ(same, edited.layer()) << "nothing is changed";
    }
}

TEST(LegendEdit, symbols_have_the_colour_of_their_series) {
    EditedMap edited;
    theme::Layer layer = edited.layer();
    setColour(layer, edited.shown(), {LegendEntry::Kind::Series, 0, 0}, red);
    EXPECT_EQ(layer.series[0].colour, red);
    EXPECT_EQ(layer.classes, edited.layer().classes);
}

TEST(LegendEdit, a_kind_that_the_theme_does_not_name_is_named_by_its_colour) {
    figures::EvaluatedLayer shown;
    theme::Layer layer;
    layer.type = theme::LayerType::Categories;
    layer.values = {{"tea", {"chè", "tea"}, {0, 0, 0}}};
    shown.layer = &layer;
    shown.categoryKeys = {"tea", "tea + rice"};
    shown.categories.resize(2);
    shown.categories[1].label = "chè + lúa";
    theme::Layer edited = layer;
    setColour(edited, shown, {LegendEntry::Kind::Category, 0, 0}, red);
    EXPECT_EQ(edited.values[0].colour, red);
    setColour(edited, shown, {LegendEntry::Kind::Category, 0, 1}, red);
    ASSERT_EQ(edited.values.size(), 2U);
    EXPECT_EQ(edited.values[1].value, "tea + rice");
    EXPECT_EQ(edited.values[1].label.vi, "chè + lúa");
}

TEST(LegendEdit, lines_of_the_legend_are_found_where_their_samples_are) {
    EditedMap edited;
    const Scene scene =
        composeLegend(edited.map.evaluated, edited.map.data, 1, 70, testing::measureHalfEm);
    const auto entries =
        legendEntries(edited.map.evaluated, edited.map.data, 1, 70, testing::measureHalfEm);
    const auto samples = testing::itemsOf<PathItem>(scene, "legend");
    const auto counted = std::count_if(
        edited.shown().classes.begin(), edited.shown().classes.end(),
        [](const figures::EvaluatedClass& one) { return one.count + one.sharedCount > 0; });
    ASSERT_EQ(entries.size(), std::size_t(counted));
    for (const PlacedEntry& one : entries) {
        EXPECT_EQ(one.entry.kind, LegendEntry::Kind::Class);
        const Colour colour = edited.shown().classes.at(one.entry.index).colour;
        EXPECT_TRUE(std::any_of(samples.begin(), samples.end(), [&](const PathItem& sample) {
            const geometry::Point& corner = sample.rings.front().front();
            return sample.fill.colour == colour && corner.y >= one.mm.minY - 1e-6 &&
                   corner.y <= one.mm.maxY && corner.x <= one.swatchMm;
        })) << one.entry.index;
    }
}

} // namespace
} // namespace terroir::map
