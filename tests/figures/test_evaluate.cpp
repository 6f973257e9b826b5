#include "core/base/error.hpp"
#include "core/figures/evaluate.hpp"
#include "core/figures/page_words.hpp"
#include "core/text/vietnamese.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/support/packaged_records.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace terroir;
using figures::EvaluatedLayer;
using figures::EvaluatedTheme;
using figures::PageWords;
using gazetteer::Level;
using gazetteer::UnitIndex;
using theme::Settings;

namespace {

const gazetteer::Gazetteer& country() {
    return terroir::testing::packagedGazetteer();
}

const std::vector<theme::Theme>& styles() {
    static const std::vector<theme::Theme> themes =
        theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR) / "styles"});
    return themes;
}

UnitIndex unitOf(const char* code) {
    return country().findCode(code, Date::of(2022, 4, 15));
}

/// With the theme's own area, as the geocoder would resolve it.
EvaluatedTheme evaluated(std::string_view id, const Settings& settings = {},
                         Language language = Language::Vietnamese,
                         UnitIndex within = gazetteer::noUnit) {
    const theme::Theme& theme = theme::findTheme(styles(), id);
    const bool wholeCountry = theme.within == Settings::country;
    if (within == gazetteer::noUnit && !theme.within.empty() && !wholeCountry)
        within = unitOf(theme.level == Level::Commune ? "106" : "12");
    return figures::evaluate(theme, country(), terroir::testing::packagedRecords(), settings,
                             language, {}, {within, wholeCountry});
}

/// The titles that the reports name, without the register of marks.
EvaluatedTheme reportedTitles() {
    Settings reports;
    reports.only.sources = {"LC20", "LC22", "LC24", "SL20", "TD22"};
    reports.asOf = Date::of(2022, 4, 15);
    return evaluated("titles", reports);
}

/// A layer of given classes: plantings by hectares.
theme::Theme areasByClass() {
    return theme::readTheme(TERROIR_SOURCE_DIR "/tests/data/themes/areas-by-class.theme.json");
}

/// Filled by classes, as cut when nothing more is chosen.
Settings filled() {
    Settings settings;
    settings.method = "jenks";
    return settings;
}

/// A layer of categories: each product a colour.
theme::Theme indicationsByName() {
    return theme::readTheme(TERROIR_SOURCE_DIR "/tests/data/themes/indications-by-name.theme.json");
}

std::vector<std::string> legendOf(const EvaluatedLayer& layer) {
    std::vector<std::string> lines;
    for (const auto* entries : {&layer.classes, &layer.categories})
        for (const figures::EvaluatedClass& entry : *entries)
            lines.push_back(entry.label + " (" + std::to_string(entry.count) + ")");
    return lines;
}

std::string refusalOf(std::string_view id, const Settings& settings) {
    return terroir::testing::errorOf([&] { evaluated(id, settings); });
}

using Lines = std::vector<std::string>;

} // namespace

TEST(Evaluate, every_packaged_theme_shows_something_then_and_today) {
    for (const Date date : {Date::of(2022, 4, 15), Date::of(2025, 7, 1)})
        for (const theme::Theme& theme : styles()) {
            if (theme.id == "herds" || theme.id == "poultry" || theme.id == "task-states")
                continue; // for tables of one's own: the reports count no heads, and name no states
            Settings settings;
            settings.asOf = date;
            const EvaluatedTheme map = evaluated(theme.id, settings);
            EXPECT_FALSE(map.units.empty()) << theme.id;
            EXPECT_FALSE(map.sources.empty()) << theme.id;
            double shown = 0;
            for (const EvaluatedLayer& layer : map.layers)
                for (const figures::Figures& figures : layer.series) {
                    shown += double(figures.cells.size());
                    for (const auto& [unit, cell] : figures.cells)
                        EXPECT_TRUE(std::find(map.units.begin(), map.units.end(), unit) !=
                                    map.units.end())
                            << theme.id << ": a figure outside the units of the map";
                }
            // Figures of a district lie in no commune of today, and the areas of models, trials and
            // crops that the reports give in none of their own day: they are listed, not mapped.
            if (theme.id != "trial-area" && theme.id != "crop-areas" &&
                theme.id != "hectares-by-crop" &&
                (date == Date::of(2022, 4, 15) || theme.level != Level::District)) {
                EXPECT_GT(shown, 0) << theme.id;
            }
        }
}

TEST(Evaluate, a_holder_counts_once_in_a_unit_however_many_things_it_has) {
    const EvaluatedTheme map = evaluated("holders");
    const auto& records = terroir::testing::packagedRecords();
    std::size_t cells = 0, severalThings = 0;
    for (const EvaluatedLayer& layer : map.layers)
        for (const figures::Figures& figures : layer.series)
            for (const auto& [unit, cell] : figures.cells) {
                std::set<std::string> holders;
                for (const std::size_t record : cell.records) {
                    EXPECT_FALSE(records[record].holder.empty()) << "nobody is no holder";
                    holders.insert(text::normalize(records[record].holder));
                }
                EXPECT_EQ(cell.value, double(holders.size())) << country().unit(unit).uid;
                EXPECT_EQ(cell.subjects.size(), holders.size());
                ++cells;
                severalThings += holders.size() < cell.records.size() ? 1 : 0;
            }
    EXPECT_GT(cells, 5U);
    EXPECT_GT(severalThings, 0U);
    double inUnits = 0;
    for (const auto& [unit, cell] : map.layers[0].series[0].cells)
        inUnits += cell.value;
    EXPECT_LT(map.layers[0].series[0].total,
              inUnits + 1e-9 + double(map.layers[0].series[0].notAttributed.size()))
        << "who works in two communes counts once in the total";
}

TEST(Evaluate, every_packaged_record_is_on_the_map_of_some_theme) {
    for (const records::Record& record : terroir::testing::packagedRecords())
        EXPECT_TRUE(std::any_of(styles().begin(), styles().end(), [&](const theme::Theme& theme) {
            return std::any_of(theme.layers.begin(), theme.layers.end(), [&](const auto& layer) {
                return std::any_of(layer.series.begin(), layer.series.end(), [&](const auto& one) {
                    return !one.selection.force && one.selection.accepts(record);
                });
            });
        })) << record.id;
}

TEST(Evaluate, figures_of_a_province_say_of_how_many_districts_they_are) {
    Settings settings;
    settings.level = Level::Province;
    const EvaluatedTheme farms = evaluated("livestock", settings);
    ASSERT_EQ(farms.coverage.size(), 1U);
    EXPECT_EQ(farms.coverage.begin()->second, (figures::Coverage{1, 8})) << "Tam Đường alone";
    EXPECT_EQ(PageWords(farms, country())
                  .coverage(farms.coverage.begin()->second, figures::CoverageLength::Full),
              "1 trong 8 huyện có số liệu");
    EXPECT_TRUE(evaluated("livestock").coverage.empty()) << "communes report themselves";
    EXPECT_TRUE(evaluated("geographical-indications").coverage.empty())
        << "no district has to have one";
}

TEST(Evaluate, maps_say_which_years_their_figures_are_of) {
    const EvaluatedTheme tasks = evaluated("st-tasks");
    EXPECT_EQ(tasks.years.years, (std::vector<int>{2015, 2016, 2017, 2018, 2019, 2020}));
    EXPECT_EQ(PageWords(tasks, country()).years(), "số liệu năm 2015–2020");
}

TEST(Evaluate, english_words_of_a_page_are_english_but_for_names) {
    const EvaluatedTheme map = evaluated("livestock", {}, Language::English);
    const PageWords words(map, country());
    EXPECT_TRUE(words.subtitle().starts_with("Tam Đường district, Lai Châu province – by commune"))
        << words.subtitle();
    EXPECT_EQ(words.withUnit("1", 1, "products"), "1 product");
    EXPECT_EQ(words.withUnit("1", 1, "facilities"), "1 facility");
    EXPECT_EQ(words.withUnit("2", 2, "products"), "2 products");
    EXPECT_EQ(words.withUnit("1", 1, "ha"), "1 ha");
}

TEST(Evaluate, classes_count_the_communes_of_the_district) {
    const EvaluatedTheme map = evaluated("aquaculture", filled());
    EXPECT_EQ(map.units.size(), 13U);
    EXPECT_EQ(legendOf(map.layers[0]), (Lines{"1 (1)", "2 (1)", "23 (1)"}));
    EXPECT_EQ(map.layers[0].noData, 10U);
    EXPECT_EQ(figures::largestSymbolValue(map.layers[1]), 323);
    EXPECT_EQ(map.layers[1].largestSymbol, 323) << "kept, so that no symbol looks for it again";
    EXPECT_EQ(map.sources, Lines{"TD22"});
}

TEST(Evaluate, farms_of_no_stated_size_or_number_are_farms) {
    std::vector<records::Record> farms(3);
    for (std::size_t i = 0; i < farms.size(); ++i) {
        farms[i].id = std::to_string(i);
        farms[i].kind = "livestock";
        farms[i].source = "S";
        farms[i].scope = i == 2 ? records::Scope::None : records::Scope::Own;
        farms[i].places.resize(1);
        farms[i].places[0].status = geocode::Status::Matched;
        farms[i].places[0].uid = "03413@2007";
    }
    farms[0].indicator = farms[1].indicator = "farms";
    farms[0].value = 3;
    farms[1].value = 2;
    farms[1].category = "beef_cattle";
    const EvaluatedTheme map =
        figures::evaluate(theme::findTheme(styles(), "livestock"), country(), farms, {},
                          Language::English, {}, {unitOf("106"), false});
    std::map<std::string, double> totals;
    for (std::size_t i = 0; i < map.layers[0].series.size(); ++i)
        totals[map.layers[0].layer->series[i].label.en] = map.layers[0].series[i].total;
    EXPECT_EQ(totals["Other farms, size not stated"], 5);
    EXPECT_EQ(totals["Farms named without a number"], 1);
    EXPECT_EQ(map.layers[0].noData, 12U) << "of 13 communes";
}

TEST(Evaluate, given_breaks_keep_their_classes_even_when_empty) {
    const EvaluatedTheme map =
        figures::evaluate(areasByClass(), country(), terroir::testing::packagedRecords(), {},
                          Language::Vietnamese, {}, {unitOf("106"), false});
    EXPECT_EQ(legendOf(map.layers[0]), (Lines{"0 – 1 (1)", "> 1 – 2 (1)", "> 2 – 5 (0)"}));
}

TEST(Evaluate, large_figures_are_grouped_as_the_language_does) {
    EXPECT_EQ(legendOf(evaluated("production-zones", filled()).layers[0]), Lines{"1.947 (1)"});
    EXPECT_EQ(legendOf(evaluated("production-zones", filled(), Language::English).layers[0]),
              Lines{"1,947 (1)"});
}

TEST(Evaluate, a_theme_without_an_area_shows_the_provinces_that_have_records) {
    const EvaluatedTheme map = reportedTitles();
    EXPECT_EQ(map.within, gazetteer::noUnit);
    EXPECT_EQ(map.units.size(), 8U + 12U) << "districts of Lai Châu and Sơn La";
    EXPECT_TRUE(std::is_sorted(map.units.begin(), map.units.end(), [](UnitIndex a, UnitIndex b) {
        return country().unit(a).code < country().unit(b).code;
    }));
    EXPECT_EQ(map.layers[0].noData, 19U);
    EXPECT_EQ(map.sources, (Lines{"LC20", "LC22", "LC24", "SL20", "TD22"}));
}

TEST(Evaluate, the_registers_show_provinces_of_the_whole_country) {
    for (const char* id : {"geographical-indications", "ocop"}) {
        const EvaluatedTheme map = evaluated(id);
        EXPECT_EQ(map.level, Level::Province) << id;
        EXPECT_EQ(map.units.size(), 34U) << id;
    }
    const EvaluatedTheme indications = evaluated("geographical-indications");
    const EvaluatedLayer& symbols = indications.layers.at(0);
    EXPECT_EQ(symbols.series.at(0).cells.size(), 32U) << "protected";
    EXPECT_EQ(symbols.series.at(1).cells.size(), 1U) << "applied for";
    EXPECT_EQ(symbols.noData, 1U) << "which is not zero";
    EXPECT_EQ(evaluated("titles").units.size(), 48U)
        << "districts of Lai Châu, Sơn La, Lào Cai, Yên Bái and Hòa Bình";
}

TEST(Evaluate, what_could_not_be_placed_is_counted_also_when_the_rest_lies_in_one_province) {
    std::vector<records::Record> few;
    for (const records::Record& record : terroir::testing::packagedRecords())
        if (record.kind == "planting" && record.indicator == "area" && few.size() < 2)
            few.push_back(record);
    ASSERT_EQ(few.size(), 2U);
    few[1].places = {records::Place{}}; // unmatched
    theme::Theme theme = theme::findTheme(styles(), "plantings");
    const EvaluatedTheme map = figures::evaluate(theme, country(), few, {}, Language::Vietnamese);
    const figures::Figures& figures = map.layers[0].series[0];
    EXPECT_DOUBLE_EQ(figures.total, few[0].value.value() + few[1].value.value());
    ASSERT_FALSE(figures.notAttributed.empty());
    EXPECT_EQ(figures.notAttributed.back().reason, figures::NotAttributed::Reason::Unresolved);
}

TEST(Evaluate, subjects_of_a_unit_are_its_category) {
    const EvaluatedTheme map =
        figures::evaluate(indicationsByName(), country(), terroir::testing::packagedRecords(), {},
                          Language::Vietnamese);
    EXPECT_EQ(legendOf(map.layers[0]), (Lines{"sâm Lai Châu (đang đề nghị bảo hộ) (1)",
                                              "xoài tròn Yên Châu + chè Shan tuyết Mộc Châu (1)"}));
    EXPECT_EQ(map.layers[0].categoryKeys[map.layers[0].categoryOf.at(unitOf("14"))],
              "xoài tròn Yên Châu + chè Shan tuyết Mộc Châu");
}

TEST(Evaluate, a_mark_known_only_by_province_is_not_attributed) {
    const EvaluatedTheme map = reportedTitles();
    const figures::Figures& marks = map.layers[0].series[0];
    EXPECT_EQ(marks.total, 7);
    EXPECT_EQ(marks.cells.at(unitOf("106")).value, 2);
    ASSERT_EQ(marks.notAttributed.size(), 1U);
    const Lines& left = marks.notAttributed[0].subjects;
    EXPECT_EQ(left.size(), 5U);
    EXPECT_NE(std::find(left.begin(), left.end(), "chè Tân Uyên"), left.end())
        << "a place in a name is not a location";
}

TEST(Evaluate, places_in_names_are_shown_apart_and_are_no_data_about_the_place) {
    const EvaluatedTheme map = reportedTitles();
    const figures::Figures& names = map.layers[0].series[2];
    EXPECT_EQ(names.cells.at(unitOf("106")).value, 5);
    EXPECT_EQ(names.cells.at(unitOf("111")).subjects, Lines{"chè Tân Uyên"});
    EXPECT_TRUE(map.layers[0].hasData(unitOf("106")));
    EXPECT_FALSE(map.layers[0].hasData(unitOf("111")));
}

TEST(Evaluate, without_districts_the_communes_are_shown) {
    Settings today;
    today.asOf = Date::of(2025, 7, 1);
    const EvaluatedTheme map = evaluated("production-zones", today);
    EXPECT_EQ(map.level, Level::Commune);
    for (const UnitIndex unit : map.units)
        ASSERT_EQ(country().unit(unit).level, Level::Commune);
    EXPECT_EQ(map.layers[0].series[0].total, 1947);
}

TEST(Evaluate, settings_change_method_classes_colours_level_and_area) {
    Settings settings;
    settings.method = "equal";
    settings.classes = 2;
    settings.palette = "Reds";
    settings.level = Level::District;
    const EvaluatedTheme map =
        evaluated("aquaculture", settings, Language::Vietnamese, unitOf("12"));
    EXPECT_EQ(map.theme.layers[0].classes.method, "equal");
    EXPECT_EQ(map.theme.layers[0].palette, "Reds");
    EXPECT_EQ(map.units.size(), 8U);
    EXPECT_EQ(legendOf(map.layers[0]), Lines{"26 (1)"});
    EXPECT_EQ(map.layers[0].classes[0].colour, sample(theme::findPalette("Reds"), 1)[0]);
}

TEST(Evaluate, settings_that_do_not_fit_are_refused) {
    Settings classes;
    classes.classes = 4;
    EXPECT_EQ(terroir::testing::errorOf([&] { withSettings(areasByClass(), classes); }),
              "The theme 'areas-by-class' has given breaks, so it cannot have 4 classes. Choose "
              "another method as well, for example jenks.");
    classes.method = "given";
    EXPECT_EQ(
        refusalOf("plantings", classes),
        "The theme 'plantings' has no given breaks. Choose another method, for example jenks.");
    classes.method = "jenks";
    EXPECT_EQ(refusalOf("plantings", classes), "no error");
    Settings palette;
    palette.palette = "Distinct";
    EXPECT_EQ(refusalOf("plantings", palette).find("The colours of the palette 'Distinct' have"),
              0U);
    palette.palette = "Blue";
    EXPECT_EQ(
        refusalOf("plantings", palette).find("There is no palette 'Blue'. Did you mean 'Blues'?"),
        0U);
    Settings method;
    method.method = "jenk";
    EXPECT_EQ(refusalOf("plantings", method).find("There is no classification method 'jenk'."), 0U);
}

TEST(Evaluate, colours_and_words_of_ones_own_go_with_the_breaks_they_were_given_for) {
    theme::Theme theme = areasByClass();
    theme::Classes& given = theme.layers[0].classes;
    given.colours = {{1, 1, 1, 255}, {2, 2, 2, 255}, {3, 3, 3, 255}};
    given.labels = {{"ít", "few"}, {}, {"nhiều", "many"}};
    const auto classesWith = [&](const Settings& settings) {
        return withSettings(theme, settings).layers[0].classes;
    };
    Settings palette, method, period;
    palette.palette = "Reds";
    EXPECT_TRUE(classesWith(palette).colours.empty()) << "another palette means its colours";
    EXPECT_EQ(classesWith(palette).labels, given.labels);
    method.method = "quantile";
    EXPECT_EQ(classesWith(method), (theme::Classes{"quantile", 3, {}, {}, {}}));
    period.method = "given";
    period.period = Period{Date::of(2021, 1, 1), Date::of(2022, 1, 1)};
    EXPECT_EQ(classesWith(period), given) << "other years keep the classes comparable";
    period.per = theme::Per::Km2;
    period.method.reset();
    EXPECT_EQ(classesWith(period), (theme::Classes{"jenks", 3, {}, {}, {}}));
}

TEST(Evaluate, units_with_several_things_can_have_a_colour_of_their_own) {
    theme::Theme theme = indicationsByName();
    theme.layers[0].values.push_back({"xoài tròn Yên Châu + chè Shan tuyết Mộc Châu",
                                      {"xoài và chè", "mango and tea"},
                                      {9, 9, 9, 255}});
    const EvaluatedTheme map = figures::evaluate(
        theme, country(), terroir::testing::packagedRecords(), {}, Language::English);
    ASSERT_EQ(map.layers[0].categories.size(), 2U);
    EXPECT_EQ(map.layers[0].categories[1].label, "mango and tea");
    EXPECT_EQ(map.layers[0].categories[1].colour, (Colour{9, 9, 9, 255}));
    EXPECT_EQ(map.layers[0].categories[0].colour, theme.layers[0].values[2].colour);
}

TEST(Evaluate, layers_point_into_their_own_theme_after_a_move) {
    EvaluatedTheme first = evaluated("aquaculture");
    const EvaluatedTheme moved = std::move(first);
    for (std::size_t i = 0; i < moved.layers.size(); ++i)
        EXPECT_EQ(moved.layers[i].layer, &moved.theme.layers[i]);
}
