#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/theme/drawn_as.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/settings.hpp"
#include "core/theme/write_theme.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace terroir {
namespace {

const theme::Theme& styleOf(std::string_view id) {
    static const std::vector<theme::Theme> themes =
        theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR) / "styles"});
    return theme::findTheme(themes, id);
}

template <class Act>
std::string whyRefused(const Act& act) {
    try {
        act();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "accepted";
}

TEST(DrawnAs, circles_become_bars_and_pies_and_back) {
    for (const std::string& word : theme::drawnAsWords()) {
        const auto type = theme::parseDrawnAs(word);
        ASSERT_TRUE(type) << word;
        // No picture is known of goats, and certified fields are no parts of a whole.
        const std::string name = *type == theme::LayerType::Pictograms ? "certified-tea" : "herds";
        const theme::Theme drawn = theme::drawnAs(styleOf(name), *type);
        EXPECT_EQ(drawn.layers[0].type, *type);
        for (std::size_t i = 0; i < drawn.layers[0].series.size(); ++i) {
            theme::Series series = drawn.layers[0].series[i];
            EXPECT_EQ(series.picture.has_value(), *type == theme::LayerType::Pictograms);
            series.picture.reset();
            EXPECT_EQ(series, styleOf(name).layers[0].series[i]);
        }
        EXPECT_EQ(theme::parseTheme(theme::toJson(drawn), name + ".theme.json").layers,
                  drawn.layers)
            << "can be kept as a theme";
    }
    EXPECT_FALSE(theme::parseDrawnAs("bar"));
}

TEST(DrawnAs, no_pie_adds_what_is_not_of_one_measure) {
    EXPECT_NE(whyRefused([] {
                  theme::drawnAs(styleOf("models"), theme::LayerType::Pie);
              }).find("several units of measure"),
              std::string::npos);
    EXPECT_NE(whyRefused([] {
                  theme::drawnAs(styleOf("models"), theme::LayerType::Dots);
              }).find("several units of measure"),
              std::string::npos)
        << "a dot is of hectares or of farms";
    EXPECT_EQ(whyRefused([] { theme::drawnAs(styleOf("models"), theme::LayerType::Bars); }),
              "accepted");
}

TEST(DrawnAs, no_pie_counts_a_thing_twice) {
    const struct {
        const char *theme, *expected;
    } cases[] = {
        {"holders", "'Of models and trials' and 'Of plantings, zones, farms' may both count the "
                    "same holder"},
        {"national-products", "'Geographical indications' and 'OCOP, five stars' may both count "
                              "the same thing"},
        {"certified-tea", "may both hold a place that has two certificates"},
        {"plans", "accepted"},       // records of other kinds
        {"ending-soon", "accepted"}, // one state of validity excludes the others
        {"hectares-by-crop", "accepted"},
        {"poultry", "accepted"},
    };
    for (const auto& c : cases)
        for (const theme::LayerType type : {theme::LayerType::Pie, theme::LayerType::StackedBars}) {
            const std::string why = whyRefused([&] { theme::drawnAs(styleOf(c.theme), type); });
            EXPECT_NE(why.find(c.expected), std::string::npos) << c.theme << ": " << why;
        }
    EXPECT_EQ(whyRefused([] { theme::drawnAs(styleOf("holders"), theme::LayerType::Bars); }),
              "accepted");
}

TEST(DrawnAs, a_theme_that_fills_areas_has_no_symbols_to_change) {
    const theme::Theme filled = theme::filledTheme(styleOf("crop-areas"));
    EXPECT_NE(whyRefused([&] {
                  theme::drawnAs(filled, theme::LayerType::Bars);
              }).find("fills areas and has no symbols"),
              std::string::npos);
}

TEST(DrawnAs, pictures_need_something_that_has_one) {
    const theme::Theme ocop = theme::drawnAs(styleOf("ocop"), theme::LayerType::Pictograms);
    EXPECT_EQ(ocop.layers[0].series[0].picture->name, "star");
    EXPECT_NE(whyRefused([] {
                  theme::drawnAs(styleOf("st-tasks"), theme::LayerType::Pictograms);
              }).find("no picture is known for the series"),
              std::string::npos);
}

TEST(Scaling, is_of_circles_and_pictures_alone) {
    const theme::Theme scaled = theme::scaledBy(styleOf("crop-areas"), theme::Scaling::Flannery);
    EXPECT_EQ(scaled.layers[0].scaling, theme::Scaling::Flannery);
    EXPECT_EQ(theme::parseTheme(theme::toJson(scaled), "crop-areas.theme.json").layers,
              scaled.layers)
        << "can be kept as a theme";
    EXPECT_EQ(theme::parseScaling("flannery"), theme::Scaling::Flannery);
    EXPECT_FALSE(theme::parseScaling("root"));
    EXPECT_NE(whyRefused([] {
                  theme::scaledBy(styleOf("hectares-by-crop"), theme::Scaling::Flannery);
              }).find("no circles or pictures"),
              std::string::npos)
        << "a pie adds its parts: it stays true to area";
}

TEST(Times, are_two_years_or_days_that_ascend) {
    const auto years = theme::parseTimes("2020,2023-2024");
    ASSERT_TRUE(years);
    EXPECT_EQ((*years)[0], (Period{Date::of(2020, 1, 1), Date::of(2021, 1, 1)}));
    EXPECT_EQ((*years)[1], (Period{Date::of(2023, 1, 1), Date::of(2025, 1, 1)}));
    const auto days = theme::parseTimes("31/12/2020,31/12/2024");
    ASSERT_TRUE(days);
    EXPECT_EQ((*days)[0], (Period{Date::beginning(), Date::of(2021, 1, 1)}));
    EXPECT_TRUE(theme::parseTimes("2020-2021,2022-2024"));
    for (const char* text : {"", "2020", "2024,2020", "2020,2020", "2020,x", "31/2/2020,2024", ",",
                             "2020-2022,2021-2023", "2020-2022,2022", "2019-2024,2020-2025",
                             "2020,31/12/2024", "31/12/2020,2024", "31/12/2024,31/12/2020"})
        EXPECT_FALSE(theme::parseTimes(text)) << text;
}

TEST(Change, of_a_theme_with_one_series_has_that_series_twice) {
    const theme::Theme change =
        theme::changeBetween(styleOf("crop-areas"), *theme::parseTimes("2020,2024"));
    ASSERT_EQ(change.layers.size(), 1U);
    const theme::Layer& layer = change.layers[0];
    EXPECT_EQ(layer.type, theme::LayerType::Change);
    ASSERT_EQ(layer.series.size(), 2U);
    EXPECT_EQ(yearsText(*layer.series[0].selection.period), "2020");
    EXPECT_EQ(yearsText(*layer.series[1].selection.period), "2024");
    const std::string json = theme::toJson(change);
    EXPECT_EQ(theme::toJson(theme::parseTheme(json, "crop-areas.theme.json")), json)
        << "can be kept as a theme";
    EXPECT_NE(whyRefused([] {
                  theme::changeBetween(styleOf("livestock"), *theme::parseTimes("2020,2024"));
              }).find("several figures beside each other"),
              std::string::npos);
}

TEST(Change, has_no_gaps_because_what_cannot_be_compared_is_known) {
    const theme::Theme gaps = styleOf("without-models");
    ASSERT_TRUE(gaps.gaps);
    EXPECT_FALSE(theme::changeBetween(gaps, *theme::parseTimes("2020,2024")).gaps);
}

TEST(Change, has_times_of_its_own) {
    const theme::Theme change =
        theme::changeBetween(styleOf("crop-areas"), *theme::parseTimes("2020,2024"));
    theme::Settings settings;
    settings.per = theme::Per::Km2;
    EXPECT_NE(whyRefused([&] {
                  theme::withSettings(change, settings);
              }).find("compares two times of its own"),
              std::string::npos);
    settings.per.reset();
    settings.palette = "PuOr";
    EXPECT_EQ(theme::withSettings(change, settings).layers[0].palette, "PuOr");
    settings.palette = "Set1";
    EXPECT_NE(whyRefused([&] { theme::withSettings(change, settings); }).find("have no order"),
              std::string::npos);
}

} // namespace
} // namespace terroir
