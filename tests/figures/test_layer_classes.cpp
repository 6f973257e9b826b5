#include "core/figures/decimals.hpp"
#include "core/figures/layer_classes.hpp"
#include "core/records/selection.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace terroir;
using figures::EvaluatedLayer;
using theme::LayerType;

namespace {

theme::Layer choropleth(std::string method, std::size_t count, std::vector<double> breaks = {}) {
    theme::Layer layer;
    layer.series.resize(1);
    layer.classes = {std::move(method), count, std::move(breaks), {}, {}};
    layer.palette = "YlGn";
    return layer;
}

/// A layer whose units 0, 1, 2 … have these figures.
EvaluatedLayer withValues(const theme::Layer& layer, const std::vector<double>& values) {
    EvaluatedLayer evaluated;
    evaluated.layer = &layer;
    evaluated.series.resize(1);
    for (std::size_t i = 0; i < values.size(); ++i)
        evaluated.series[0].cells[gazetteer::UnitIndex(i)].value = values[i];
    evaluated.decimals = figures::commonDecimals(values);
    evaluated.largestSymbol = figures::largestSymbolValue(evaluated);
    return evaluated;
}

std::vector<std::string> legendOf(const theme::Layer& layer, const std::vector<double>& values,
                                  Language language = Language::Vietnamese) {
    EvaluatedLayer evaluated = withValues(layer, values);
    setClasses(evaluated, language);
    std::vector<std::string> lines;
    for (const figures::EvaluatedClass& entry : evaluated.classes)
        lines.push_back(entry.label + " (" + std::to_string(entry.count) + ")");
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST(LayerClasses, labels_say_who_owns_a_border) {
    EXPECT_EQ(legendOf(choropleth("given", 3, {0, 2, 5, 10}), {1, 2, 3, 5, 9}),
              (Lines{"0 – 2 (2)", "3 – 5 (2)", "6 – 10 (1)"}));
    EXPECT_EQ(legendOf(choropleth("given", 3, {0, 2, 5, 10}), {1, 2, 3.5, 5, 9}),
              (Lines{"0 – 2 (2)", "> 2 – 5 (2)", "> 5 – 10 (1)"}))
        << "not all figures are whole numbers";
    EXPECT_EQ(legendOf(choropleth("given", 2, {0, 1.5, 10}), {1, 2.25}),
              (Lines{"0 – 1,5 (1)", "> 1,5 – 10 (1)"}))
        << "as a person wrote them";
}

TEST(LayerClasses, colours_and_words_of_ones_own_stand_beside_given_breaks) {
    theme::Layer layer = choropleth("given", 3, {0, 2, 5, 10});
    layer.classes.colours = {{1, 2, 3, 255}, {4, 5, 6, 255}, {7, 8, 9, 255}};
    layer.classes.labels = {{"ít", "few"}, {}, {"nhiều", "many"}};
    const std::vector<double> values{1, 2, 3, 12};
    EXPECT_EQ(legendOf(layer, values), (Lines{"ít (2)", "3 – 5 (1)", "nhiều (1)"}));
    EXPECT_EQ(legendOf(layer, values, Language::English),
              (Lines{"few (2)", "3 – 5 (1)", "many (1)"}));
    EvaluatedLayer evaluated = withValues(layer, values);
    setClasses(evaluated, Language::English);
    ASSERT_EQ(evaluated.classes.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(evaluated.classes[i].colour, layer.classes.colours[i]);
}

TEST(LayerClasses, classes_of_one_value_each_are_these_values) {
    EXPECT_EQ(legendOf(choropleth("jenks", 5), {1, 1, 2, 23}), (Lines{"1 (2)", "2 (1)", "23 (1)"}));
    EXPECT_EQ(legendOf(choropleth("jenks", 5), {4}), Lines{"4 (1)"});
    EXPECT_EQ(legendOf(choropleth("jenks", 5), {0.5, 1.9, 2.6}),
              (Lines{"0,5 (1)", "1,9 (1)", "2,6 (1)"}));
}

TEST(LayerClasses, a_class_of_one_value_between_ranges_is_a_range) {
    EXPECT_EQ(legendOf(choropleth("jenks", 2), {0.5, 1.5, 9.5}),
              (Lines{"0,5 – 1,5 (2)", "> 1,5 – 9,5 (1)"}));
}

TEST(LayerClasses, there_is_no_class_without_a_figure) {
    EXPECT_EQ(legendOf(choropleth("equal", 5), {0.5, 1, 1.5, 9.5, 10.5}),
              (Lines{"0,5 – 2,5 (3)", "> 2,5 – 10,5 (2)"}));
}

TEST(LayerClasses, counts_have_whole_numbers_at_the_borders_of_equal_intervals) {
    EXPECT_EQ(legendOf(choropleth("equal", 3), {1, 2, 3, 4, 7, 8, 9, 12}),
              (Lines{"1 – 4 (4)", "5 – 8 (2)", "9 – 12 (2)"}));
}

TEST(LayerClasses, moving_borders_to_the_precision_moves_no_value) {
    const theme::Layer layer = choropleth("equal", 4);
    const std::vector<double> values{0.9, 2, 2.28, 4.57, 6.1, 8.3, 9.75};
    EvaluatedLayer evaluated = withValues(layer, values);
    setClasses(evaluated, Language::Vietnamese);
    const classify::Breaks exact = classify::classify(values, "equal", 4);
    ASSERT_EQ(evaluated.breaks.count(), exact.count());
    for (const double value : values)
        EXPECT_EQ(evaluated.breaks.classOf(value), exact.classOf(value)) << value;
}

TEST(LayerClasses, numbers_are_written_in_the_language_of_the_map) {
    const theme::Layer layer = choropleth("jenks", 2);
    EXPECT_EQ(legendOf(layer, {0.9, 1.5, 1947, 2100.25}),
              (Lines{"0,9 – 1,5 (2)", "> 1,5 – 2.100,3 (2)"}));
    EXPECT_EQ(legendOf(layer, {0.9, 1.5, 1947, 2100.25}, Language::English)[1],
              "> 1.5 – 2,100.3 (2)");
}

TEST(LayerClasses, given_breaks_that_hold_nothing_apart_are_cut_anew) {
    const std::vector<double> far{12, 15, 15, 30, 31, 33, 60, 62, 1};
    const struct {
        const char* fact;
        std::vector<double> breaks, values;
        bool isCutAnew;
    } cases[] = {
        {"eight of nine in the last class", {0, 1, 2, 5}, far, true},
        {"breaks that fit", {0, 14, 32, 100}, far, false},
        {"two of three are not too many", {0, 2, 4, 8}, {1, 1, 1, 1, 3, 5}, false},
        {"few figures fit no breaks", {0, 1, 2, 5}, {12, 15, 30, 31}, false},
        {"equal figures have one class in any", {0, 1, 2, 5}, {9, 9, 9, 9, 9, 9}, false},
    };
    for (const auto& c : cases) {
        const theme::Layer layer = choropleth("given", c.breaks.size() - 1, c.breaks);
        EvaluatedLayer evaluated = withValues(layer, c.values);
        setClasses(evaluated, Language::English);
        EXPECT_EQ(evaluated.isCutAnew, c.isCutAnew) << c.fact;
    }
    theme::Layer worded = choropleth("given", 3, {0, 1, 2, 5});
    worded.classes.labels = {{"ít", "few"}, {}, {"nhiều", "many"}};
    EvaluatedLayer evaluated = withValues(worded, far);
    setClasses(evaluated, Language::English);
    EXPECT_FALSE(evaluated.isCutAnew) << "words of one's own say what the classes mean";
}

TEST(Decimals, are_one_number_for_all_figures_of_a_layer) {
    const struct {
        std::vector<double> values;
        int decimals;
    } cases[] = {
        {{}, 0},
        {{0}, 0},
        {{54, 74.03, 30.7}, 1}, // three digits of the median
        {{0.9, 2, 2.28, 4.57}, 2},
        {{1947, 54, 388}, 0}, // not more than the figures have
        {{1947.25, 880.5, 2100}, 0},
        {{35.7, 40.2, 0.04}, 2}, // the smallest stays to be seen
        {{0.0128, 0.0357, 0.00287}, 4},
        {{12, 7.5}, 1},
    };
    for (const auto& c : cases)
        EXPECT_EQ(figures::commonDecimals(c.values), c.decimals)
            << (c.values.empty() ? 0 : c.values.front());
}

TEST(LayerClasses, no_figures_give_no_classes) {
    EXPECT_TRUE(legendOf(choropleth("jenks", 5), {}).empty());
}

TEST(LayerClasses, breaks_and_classes_are_the_same_numbers) {
    const theme::Layer layer = choropleth("quantile", 3);
    EvaluatedLayer evaluated = withValues(layer, {1, 2, 3, 4, 5, 6, 9});
    setClasses(evaluated, Language::English);
    ASSERT_EQ(evaluated.classes.size(), evaluated.breaks.count());
    for (std::size_t i = 0; i < evaluated.classes.size(); ++i) {
        EXPECT_EQ(evaluated.classes[i].low, evaluated.breaks.borders[i]);
        EXPECT_EQ(evaluated.classes[i].high, evaluated.breaks.borders[i + 1]);
    }
}

TEST(LayerClasses, a_unit_with_several_categories_is_a_combination_of_its_own) {
    theme::Layer layer;
    layer.type = LayerType::Categories;
    layer.palette = "Distinct";
    layer.series.resize(1);
    layer.series[0].selection.kinds = {"certification"};
    layer.values = {{"vietgap", {"VietGAP", "VietGAP"}, {1, 2, 3}},
                    {"organic", {"hữu cơ", "organic"}, {4, 5, 6}}};
    std::vector<records::Record> records(4);
    records[0].category = "organic";
    records[1].category = "vietgap";
    records[2].category = "rainforest_alliance";
    EvaluatedLayer evaluated;
    evaluated.layer = &layer;
    evaluated.series.resize(1);
    evaluated.series[0].cells[7].records = {0, 1, 3};
    evaluated.series[0].cells[8].records = {0};
    evaluated.series[0].cells[9].records = {2};
    evaluated.series[0].cells[10].records = {3};
    setCategories(evaluated, records, Language::Vietnamese);

    EXPECT_EQ(evaluated.categoryKeys,
              (Lines{"organic", "rainforest_alliance", "vietgap + organic"}));
    EXPECT_EQ(evaluated.categoryOf.at(7), 2U) << "vietgap + organic";
    EXPECT_FALSE(evaluated.categoryOf.contains(10)) << "a record without a category shows none";
    ASSERT_EQ(evaluated.categories.size(), 3U);
    EXPECT_EQ(evaluated.categories[0].label, "hữu cơ");
    EXPECT_EQ(evaluated.categories[0].colour, (Colour{4, 5, 6}));
    EXPECT_EQ(evaluated.categories[0].count, 1U);
    EXPECT_EQ(evaluated.categories[1].label, "Rainforest Alliance") << "from the vocabulary";
    EXPECT_EQ(evaluated.categories[2].label, "VietGAP + hữu cơ");
    EXPECT_NE(evaluated.categories[1].colour, evaluated.categories[2].colour);
}

TEST(LayerClasses, a_unit_has_data_when_any_series_has) {
    theme::Layer layer;
    layer.series.resize(3);
    EvaluatedLayer evaluated = withValues(layer, {0});
    evaluated.series.resize(3);
    evaluated.series[1].cells[5].value = 2;
    const std::vector<gazetteer::UnitIndex> units{0, 4, 5, 6};
    EXPECT_EQ(countWithoutData(evaluated, units), 2U) << "zero is a figure";
    layer.series[2].places = records::PlaceUse::Names;
    evaluated.series[2].cells[4].value = 1;
    EXPECT_EQ(countWithoutData(evaluated, units), 2U) << "a place in a name is no figure of it";
}

TEST(SymbolSize, area_is_proportional_to_the_value) {
    theme::Layer layer;
    layer.type = LayerType::Symbols;
    layer.maxSizeMm = 8;
    EvaluatedLayer evaluated = withValues(layer, {100, 25});
    EXPECT_DOUBLE_EQ(figures::symbolSizeMm(evaluated, 100), 8);
    EXPECT_DOUBLE_EQ(figures::symbolSizeMm(evaluated, 25), 4);
    EXPECT_DOUBLE_EQ(figures::symbolSizeMm(evaluated, 0), 0);
}

TEST(SymbolSize, counts_below_ten_have_smaller_circles_and_measures_have_not) {
    theme::Layer layer;
    layer.type = LayerType::Symbols;
    layer.maxSizeMm = 8;
    const EvaluatedLayer counts = withValues(layer, {1, 1}), hectares = withValues(layer, {1.5, 1});
    EXPECT_DOUBLE_EQ(figures::largestSymbolValue(counts), 10);
    EXPECT_DOUBLE_EQ(figures::largestFigure(counts), 1);
    EXPECT_NEAR(figures::symbolSizeMm(counts, 1), 8 * std::sqrt(0.1), 1e-9);
    EXPECT_DOUBLE_EQ(figures::symbolSizeMm(hectares, 1.5), 8);
}

TEST(SymbolSize, the_largest_pie_is_the_largest_sum) {
    theme::Layer layer;
    layer.type = LayerType::Pie;
    EvaluatedLayer evaluated = withValues(layer, {100, 25});
    evaluated.series.resize(2);
    evaluated.series[1].cells[1].value = 90;
    EXPECT_DOUBLE_EQ(figures::largestSymbolValue(evaluated), 115);
    EXPECT_DOUBLE_EQ(figures::largestSymbolValue(withValues(layer, {})), 0);
}
