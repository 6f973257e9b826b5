#include "core/export/layer_export.hpp"
#include "core/export/theme_tables.hpp"
#include "core/figures/figure_table.hpp"
#include "core/figures/page_words.hpp"
#include "core/figures/selection_sum.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/write_theme.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <set>

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

TEST(FiguresOf, one_crop_are_those_of_its_records_alone_and_say_so) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    const theme::Theme theme = packaged("ocop");
    theme::Settings settings;
    const EvaluatedTheme all = figuresOf(theme, settings, workspace, Language::Vietnamese);
    settings.only.subject = "che"; // as it is typed in haste
    const EvaluatedTheme tea = figuresOf(theme, settings, workspace, Language::Vietnamese);
    const auto isTea = [&](std::size_t index) {
        return records::LimitMatcher(settings.only).accepts(workspace.records()[index]);
    };
    std::size_t counted = 0;
    for (std::size_t i = 0; i < tea.layers.size(); ++i)
        for (std::size_t k = 0; k < tea.layers[i].series.size(); ++k) {
            const Figures &some = tea.layers[i].series[k], &whole = all.layers[i].series[k];
            EXPECT_LE(some.total, whole.total);
            for (const auto& [unit, cell] : some.cells)
                for (const std::size_t index : cell.records) {
                    EXPECT_TRUE(isTea(index));
                    ++counted;
                }
        }
    EXPECT_GT(counted, 0U);
    const PageWords words(tea, workspace.gazetteer());
    EXPECT_EQ(words.only(), "chỉ: sản phẩm che");
    EXPECT_TRUE(words.subtitle().ends_with(", chỉ: sản phẩm che")) << words.subtitle();
    EXPECT_EQ(PageWords(all, workspace.gazetteer()).only(), "");
    settings.only = {};
    settings.only.holder = "không ai cả";
    EXPECT_FALSE(figuresOf(theme, settings, workspace, Language::Vietnamese).hasFigures());
    EXPECT_FALSE(hasRecords(theme, settings, workspace));
    settings.only = {};
    settings.only.sources = {"khong-co"};
    EXPECT_THROW(figuresOf(theme, settings, workspace, Language::Vietnamese), UsageError);
}

TEST(SumOver, all_units_of_a_theme_give_its_total_less_what_is_of_no_known_place) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
    for (const char* id : {"livestock", "ocop", "plantings", "titles", "aquaculture"}) {
        const EvaluatedTheme all = figuresOf(packaged(id), {}, workspace, Language::English);
        for (const EvaluatedLayer& layer : all.layers)
            for (std::size_t i = 0; i < layer.series.size(); ++i) {
                const Figures& figures = layer.series[i];
                const UnitsSum sum = sumOver(figures, layer.layer->series[i].measure, all.level,
                                             all.units, gazetteer, all.asOf);
                double open = 0;
                for (const NotAttributed& entry : figures.notAttributed)
                    if (entry.isInTotal() &&
                        (entry.reason == NotAttributed::Reason::Unresolved || entry.places.empty()))
                        open += entry.value;
                EXPECT_NEAR(sum.value + open, figures.total, 1e-6) << id << " series " << i;
                EXPECT_EQ(sum.units, figures.cells.size()) << id;
                const UnitsSum none = sumOver(figures, layer.layer->series[i].measure, all.level,
                                              {}, gazetteer, all.asOf);
                EXPECT_FALSE(none.hasFigure());
            }
    }
}

TEST(SumOver, a_value_of_several_units_counts_once_and_only_with_all_of_them) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
    theme::Settings settings;
    settings.within = theme::Settings::country;
    settings.asOf = Date::of(2025, 8, 1); // a district is several communes
    std::size_t tried = 0;
    for (const char* id : {"livestock", "ocop", "models", "production-zones", "titles"}) {
        const EvaluatedTheme all = figuresOf(packaged(id), settings, workspace, Language::English);
        for (const EvaluatedLayer& layer : all.layers)
            for (std::size_t i = 0; i < layer.series.size(); ++i)
                for (const NotAttributed& entry : layer.series[i].notAttributed) {
                    if (entry.reason != NotAttributed::Reason::SeveralUnits ||
                        entry.places.size() < 2)
                        continue;
                    const records::Measure measure = layer.layer->series[i].measure;
                    std::set<gazetteer::UnitIndex> own;
                    for (const gazetteer::UnitIndex place : entry.places)
                        if (const auto unit = gazetteer.ancestorAt(place, all.level, all.asOf);
                            unit != gazetteer::noUnit)
                            own.insert(unit);
                    if (own.size() < 2)
                        continue;
                    std::vector<gazetteer::UnitIndex> units(own.begin(), own.end());
                    const auto sumOfUnits = [&] {
                        return sumOver(layer.series[i], measure, all.level, units, gazetteer,
                                       all.asOf);
                    };
                    const UnitsSum whole = sumOfUnits();
                    EXPECT_GE(whole.shared, 1U) << id;
                    units.pop_back();
                    const UnitsSum part = sumOfUnits();
                    EXPECT_LT(part.shared, whole.shared) << id;
                    EXPECT_GE(part.leftOut, 1U) << id;
                    ++tried;
                }
    }
    EXPECT_GT(tried, 0U);
}

TEST(UnitsTable, has_the_rows_of_the_units_and_their_sum) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly);
    const EvaluatedTheme all = figuresOf(packaged("livestock"), {}, workspace, Language::English);
    std::vector<gazetteer::UnitIndex> some;
    for (const auto& [unit, cell] : all.layers[0].series[0].cells)
        if (some.size() < 2)
            some.push_back(unit);
    ASSERT_EQ(some.size(), 2U);
    const Table table = unitsTable(all, some, workspace.gazetteer(), workspace.compactRecords(),
                                   workspace.sources());
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(std::get<std::string>(table.rows[2][0]), "total");
    const auto value = [&](std::size_t row) { return std::get<double>(table.rows[row][5]); };
    EXPECT_EQ(value(2), value(0) + value(1));
    const auto lines = sumLines(all, some, workspace.gazetteer());
    ASSERT_FALSE(lines.empty());
    EXPECT_TRUE(lines.front().starts_with(all.layers[0].layer->series[0].label.en + ": "));
    EXPECT_EQ(sumLines(all, {}, workspace.gazetteer()), std::vector<std::string>{"No data"});
}

TEST(WithChoice, a_saved_choice_gives_the_figures_that_it_gave) {
    theme::Settings today, country, everywhere, years, per, sources, tea;
    today.asOf = Date::of(2025, 8, 1);
    today.level = gazetteer::Level::Province;
    country.within = theme::Settings::country;
    everywhere.within = theme::Settings::everywhere;
    years.period = Period{Date::of(2021, 1, 1), Date::of(2023, 1, 1)};
    per.per = theme::Per::Total;
    sources.only.sources = {"LC22"};
    tea.only.subject = "chè";
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
        {"ocop", tea},
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
