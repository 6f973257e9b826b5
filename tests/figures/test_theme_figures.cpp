#include "core/export/layer_export.hpp"
#include "core/export/theme_tables.hpp"
#include "core/figures/figure_table.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/write_theme.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

namespace terroir::figures {
namespace {

theme::Theme packaged(const std::string& id) {
    return theme::readTheme(std::filesystem::path(TERROIR_SOURCE_DIR "/styles") /
                            (id + ".theme.json"));
}

theme::Settings withMethod(std::string method, std::size_t classes, std::string palette) {
    theme::Settings choice;
    choice.method = std::move(method);
    choice.classes = classes;
    choice.palette = std::move(palette);
    return choice;
}

TEST(LimitRecords, themes_have_their_figures_from_their_own_kinds_of_records) {
    workspace::Workspace all(workspace::packagedFile(), store::Mode::ReadOnly);
    workspace::Workspace limited(workspace::packagedFile(), store::Mode::ReadOnly);
    const std::vector<theme::Theme> themes{packaged("models"), packaged("plantings")};
    limitRecords(limited, themes);
    for (const records::Record& record : limited.records())
        EXPECT_TRUE(record.kind == "model" || record.kind == "trial" || record.kind == "planting")
            << record.id;
    EXPECT_LT(limited.records().size(), all.records().size());
    for (const theme::Theme& theme : themes) {
        const auto figures = figuresOf(theme, {}, limited, Language::English);
        const auto expected = figuresOf(theme, {}, all, Language::English);
        ASSERT_FALSE(expected.layers[0].series[0].cells.empty());
        EXPECT_EQ(figures.units, expected.units);
        for (std::size_t i = 0; i < expected.layers.size(); ++i)
            EXPECT_EQ(figures.layers[i].series[0].total, expected.layers[i].series[0].total);
    }
    theme::Theme any = packaged("models");
    any.layers[0].series[0].selection.kinds.clear();
    limitRecords(all, std::span(&any, 1));
    EXPECT_GT(all.records().size(), limited.records().size()) << "of any kind";
}

TEST(FiguresOf, whole_records_give_the_same_table_to_the_last_digit) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    theme::Settings before, today, provinces, districts, years, tamDuong;
    before.asOf = Date::of(2024, 12, 31);
    today.asOf = provinces.asOf = Date::of(2025, 8, 1);
    provinces.level = gazetteer::Level::Province;
    districts.asOf = Date::of(2022, 4, 15);
    districts.level = gazetteer::Level::District;
    years.period = Period{Date::of(2021, 1, 1), Date::of(2023, 1, 1)};
    tamDuong.within = "huyện Tam Đường, tỉnh Lai Châu";
    std::size_t withFigures = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TERROIR_SOURCE_DIR "/styles")) {
        if (!entry.path().string().ends_with(".theme.json"))
            continue;
        const theme::Theme theme = theme::readTheme(entry.path());
        for (const theme::Settings& choice :
             {theme::Settings(), before, today, provinces, districts, years, tamDuong}) {
            theme::Settings all = choice;
            if (all.within.empty())
                all.within = theme::Settings::country;
            const EvaluatedTheme figures = figuresOf(theme, all, workspace, Language::Vietnamese);
            ShownArea area{gazetteer::noUnit, true};
            if (all.within != theme::Settings::country)
                area = {figures.within, false};
            const EvaluatedTheme expected =
                evaluate(theme::withSettings(theme, all), workspace.gazetteer(),
                         workspace.records(), {}, Language::Vietnamese, workspace.sources(), area);
            EXPECT_EQ(figureTable(figures, workspace.gazetteer(), workspace.compactRecords(),
                                  workspace.sources())
                          .rows,
                      figureTable(expected, workspace.gazetteer(), workspace.records(),
                                  workspace.sources())
                          .rows)
                << theme.id;
            EXPECT_EQ(figures.sources, expected.sources);
            withFigures += figures.hasFigures() ? 1 : 0;
        }
    }
    EXPECT_GT(withFigures, 40U);
}

TEST(WithChoice, a_saved_choice_gives_the_figures_that_it_gave) {
    theme::Settings today, country, everywhere, years, per, sources;
    today.asOf = Date::of(2025, 8, 1);
    today.level = gazetteer::Level::Province;
    country.within = theme::Settings::country;
    everywhere.within = theme::Settings::everywhere;
    years.period = Period{Date::of(2021, 1, 1), Date::of(2023, 1, 1)};
    per.per = theme::Per::Total;
    sources.sources = {"LC22"};
    const struct {
        const char* theme;
        theme::Settings choice;
    } cases[] = {
        {"plantings", withMethod("quantile", 2, "Reds")},
        {"aquaculture", withMethod("equal", 3, "Blues")},
        {"plantings", per},
        {"production-zones", today},
        {"livestock", country},
        {"aquaculture", everywhere},
        {"models", years},
        {"titles", sources},
    };
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    for (const auto& c : cases) {
        const theme::Theme saved = theme::parseTheme(
            theme::toJson(theme::withSettings(packaged(c.theme), c.choice)), "saved.json");
        const auto shown =
            figures::figuresOf(packaged(c.theme), c.choice, workspace, Language::English);
        const auto again = figures::figuresOf(saved, {}, workspace, Language::English);
        ASSERT_FALSE(shown.units.empty()) << c.theme;
        EXPECT_EQ(again.units, shown.units) << c.theme;
        EXPECT_EQ(again.asOf, shown.asOf) << c.theme;
        ASSERT_EQ(again.layers.size(), shown.layers.size());
        for (std::size_t i = 0; i < shown.layers.size(); ++i) {
            EXPECT_EQ(again.layers[i].breaks.borders, shown.layers[i].breaks.borders) << c.theme;
            EXPECT_EQ(again.layers[i].noData, shown.layers[i].noData) << c.theme;
            ASSERT_EQ(again.layers[i].classes.size(), shown.layers[i].classes.size());
            for (std::size_t k = 0; k < shown.layers[i].classes.size(); ++k) {
                EXPECT_EQ(again.layers[i].classes[k].label, shown.layers[i].classes[k].label);
                EXPECT_EQ(again.layers[i].classes[k].colour, shown.layers[i].classes[k].colour);
            }
        }
    }
}

TEST(LayersOf, a_theme_of_a_session_has_the_tables_of_its_export) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly,
                                   store::Spatial::Yes);
    const exporting::ThemeLayers layers = exporting::layersOf(
        figures::figuresOf(packaged("aquaculture"), {}, workspace, Language::English), workspace);
    const auto tables = exporting::themeTables(layers, workspace.gazetteer(), workspace.records());
    ASSERT_EQ(tables.size(), 3U);
    EXPECT_EQ(tables[0].name, "aquaculture");
    EXPECT_EQ(tables[0].rows.size(), 13U);
    for (const geometry::LayerRow& row : tables[0].rows)
        EXPECT_FALSE(row.polygons.empty());
    EXPECT_EQ(tables[1].name, "aquaculture_symbols");
    EXPECT_EQ(tables[1].rows.size(), 3U);
    EXPECT_EQ(tables[2].name, "aquaculture_symbols_2");
    EXPECT_NE(tables[0].description.find("Approximate boundaries"), std::string::npos);
}

} // namespace
} // namespace terroir::figures
