#include "core/base/error.hpp"
#include "core/figures/evaluate.hpp"
#include "core/figures/page_words.hpp"
#include "core/map/unit_fills.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/settings.hpp"
#include "tests/support/packaged_records.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using figures::EvaluatedLayer;
using figures::EvaluatedTheme;
using gazetteer::Level;
using gazetteer::UnitIndex;
using theme::Per;

namespace {

/// Three communes: 10 km² with 2,000 people, 25.5 km² and nobody counted, no area known.
gazetteer::Gazetteer threeCommunes() {
    std::vector<gazetteer::Unit> units(4);
    units[0] = {
        "12@2004", "12", Level::Province, "tỉnh", "Lai Châu", gazetteer::noUnit, {}, {}, {}, {},
        {},        {}};
    const char* codes[] = {"", "03390", "03400", "03405"};
    for (std::size_t i = 1; i < 4; ++i)
        units[i] = {std::string(codes[i]) + "@2004",
                    codes[i],
                    Level::Commune,
                    "xã",
                    "A",
                    0,
                    {},
                    {},
                    {},
                    {},
                    {},
                    {}};
    units[1].areaKm2 = 10;
    units[1].population = 2000;
    units[2].areaKm2 = 25.5;
    units[2].areaSource = "polygon_est";
    return {std::move(units), {}, {}};
}

std::vector<records::Record> areas() {
    std::vector<records::Record> all(3);
    const double values[] = {2, 5.1, 4};
    const char* places[] = {"03390@2004", "03400@2004", "03405@2004"};
    for (std::size_t i = 0; i < 3; ++i) {
        records::Record& one = all[i];
        one.id = std::to_string(i);
        one.kind = "planting";
        one.indicator = "area";
        one.unit = "ha";
        one.value = values[i];
        one.source = "S";
        one.places.resize(1);
        one.places[0].uid = places[i];
        one.places[0].status = geocode::Status::Matched;
    }
    all[0].qualifier = records::Qualifier::AtLeast;
    return all;
}

std::string themeJson(const std::string& members) {
    return R"({"id": "x", "title": "X", "asOf": "2022-04-15", "layers": [{"type": "choropleth", )" +
           members + R"("series": [{"label": "Area", "unit": "ha",
           "selection": {"kinds": ["planting"], "indicators": ["area"]}}]}]})";
}

EvaluatedTheme rated(const std::string& members, const theme::Settings& settings,
                     Language language = Language::English) {
    static const gazetteer::Gazetteer gazetteer = threeCommunes();
    static const std::vector<records::Record> records = areas();
    return figures::evaluate(theme::parseTheme(themeJson(members), "x.json"), gazetteer, records,
                             settings, language);
}

EvaluatedTheme withPer(Per per, Language language = Language::English) {
    theme::Settings settings;
    settings.per = per;
    return rated("", settings, language);
}

} // namespace

TEST(Rates, relate_figures_to_area_people_or_total) {
    struct Case {
        Per per;
        const char* unit;
        std::vector<double> rates; ///< of the three communes; -1: none
        std::size_t noData;
    };
    const Case cases[] = {
        {Per::Km2, "ha/100 km²", {20, 20, -1}, 1},
        {Per::ThousandPeople, "ha per 1,000 inhabitants", {1, -1, -1}, 2},
        {Per::Total, "%", {18, 45.9, 36}, 0},
    };
    for (const Case& one : cases) {
        const EvaluatedTheme map = withPer(one.per);
        const EvaluatedLayer& layer = map.layers.front();
        EXPECT_EQ(layer.rateUnit, one.unit);
        EXPECT_EQ(layer.noData, one.noData) << one.unit;
        EXPECT_EQ(map::unitsWithoutData(map).size(), one.noData) << "as many are hatched";
        std::size_t counted = 0;
        for (const figures::EvaluatedClass& entry : layer.classes)
            counted += entry.count;
        EXPECT_EQ(counted, layer.rates.size()) << one.unit;
        for (UnitIndex unit = 1; unit < 4; ++unit) {
            const auto rate = layer.rates.find(unit);
            EXPECT_EQ(rate == layer.rates.end(), one.rates[unit - 1] < 0) << one.unit << unit;
            if (rate != layer.rates.end()) {
                EXPECT_NEAR(rate->second.value, one.rates[unit - 1], 1e-12) << one.unit << unit;
                EXPECT_TRUE(layer.breaks.classOf(rate->second.value)) << one.unit << unit;
            }
        }
        EXPECT_NEAR(layer.series.front().total, 11.1, 1e-12) << "sums stay absolute";
        EXPECT_EQ(layer.series.front().unit, "ha");
    }
}

TEST(Rates, units_with_figures_and_without_a_rate_are_said) {
    static const gazetteer::Gazetteer gazetteer = threeCommunes();
    const auto said = [&](Per per, Language language) {
        const EvaluatedTheme map = withPer(per, language);
        return figures::PageWords(map, gazetteer).leftOut();
    };
    EXPECT_EQ(said(Per::ThousandPeople, Language::Vietnamese),
              "2 xã có số liệu không tính được tỷ lệ vì dân số chưa biết");
    EXPECT_EQ(said(Per::ThousandPeople, Language::English),
              "no rate for 2 communes with figures: population unknown");
    EXPECT_EQ(said(Per::Km2, Language::English),
              "no rate for 1 commune with figures: area unknown");
    EXPECT_EQ(said(Per::Total, Language::English), "") << "a share needs neither";
    EXPECT_EQ(said(Per::None, Language::English), "");
}

TEST(Rates, keep_at_least_and_about) {
    const EvaluatedTheme byArea = withPer(Per::Km2);
    const auto& rates = byArea.layers.front().rates;
    EXPECT_TRUE(rates.at(1).lowerBound);
    EXPECT_TRUE(rates.at(2).approximate) << "its area is an estimate";
    const EvaluatedTheme shared = withPer(Per::Total);
    for (const auto& [unit, rate] : shared.layers.front().rates)
        EXPECT_TRUE(rate.approximate && !rate.lowerBound)
            << "a share of a sum that is at least so much is neither bound";
}

TEST(Rates, are_said_in_both_languages) {
    EXPECT_EQ(withPer(Per::ThousandPeople, Language::Vietnamese).layers.front().rateUnit,
              "ha trên 1.000 dân");
    const struct {
        Per per;
        double scale;
        const char *unit, *vi, *en;
    } cases[] = {
        {Per::Km2, 1, "", "/km²", "/km²"},
        {Per::Km2, 100, "ha", "ha/100 km²", "ha/100 km²"},
        {Per::Km2, 10000, "ha", "ha/10.000 km²", "ha/10,000 km²"},
        {Per::ThousandPeople, 1, "", "trên 1.000 dân", "per 1,000 inhabitants"},
        {Per::ThousandPeople, 100, "bể", "bể trên 100.000 dân", "bể per 100,000 inhabitants"},
        {Per::Total, 1, "ha", "%", "%"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(theme::rateUnit(c.per, c.scale, c.unit, Language::Vietnamese), c.vi);
        EXPECT_EQ(theme::rateUnit(c.per, c.scale, c.unit, Language::English), c.en);
    }
    const EvaluatedTheme map = withPer(Per::Km2, Language::Vietnamese);
    const figures::PageWords words(map, terroir::testing::packagedGazetteer());
    EXPECT_EQ(words.title(), "X, trên 100 km²");
    const EvaluatedLayer& layer = map.layers.front();
    EXPECT_EQ(words.rate(layer, layer.rates.at(1)), "≥ 20");
}

TEST(Rates, given_breaks_hold_only_for_what_they_were_given_for) {
    const std::string given = R"("classes": {"method": "given", "breaks": [0, 3, 6]}, )";
    theme::Settings settings;
    settings.per = Per::Km2;
    const EvaluatedTheme map = rated(given, settings);
    EXPECT_EQ(map.theme.layers.front().classes.method, "jenks");
    EXPECT_EQ(map.theme.layers.front().classes.count, 2U);
    settings.method = "given";
    EXPECT_NE(terroir::testing::errorOf([&] {
                  rated(given, settings);
              }).find("given for figures 'none' and do not fit 'km2'"),
              std::string::npos);
    settings.per = Per::None;
    EXPECT_EQ(rated(given, settings).layers.front().classes.size(), 2U);
    const EvaluatedTheme own =
        rated(R"("per": "km2", "classes": {"method": "given", "breaks": [0, 0.5, 1]}, )", {});
    EXPECT_EQ(own.layers.front().classes.front().count, 2U) << "breaks made for rates are used";
}

TEST(Rates, borders_are_short_numbers_and_no_rate_changes_its_class) {
    theme::Settings settings;
    settings.asOf = Date::of(2022, 4, 15);
    const auto& country = terroir::testing::packagedGazetteer();
    const figures::ShownArea area{country.findCode("12", *settings.asOf), false};
    settings.per = Per::Km2;
    for (const char* method : {"jenks", "quantile", "equal"}) {
        settings.method = method;
        const EvaluatedTheme map = figures::evaluate(
            theme::readTheme(std::filesystem::path(TERROIR_SOURCE_DIR) /
                             "styles/aquaculture.theme.json"),
            country, terroir::testing::packagedRecords(), settings, Language::English, {}, area);
        const EvaluatedLayer& layer = map.layers.front();
        std::vector<double> values;
        for (const auto& [unit, rate] : layer.rates)
            values.push_back(rate.value);
        ASSERT_FALSE(values.empty());
        auto counts = classify::countPerClass(classify::classify(values, method, 5), values);
        std::erase(counts, 0U); // a class without a rate is joined to the next
        EXPECT_EQ(classify::countPerClass(layer.breaks, values), counts) << method;
        for (const figures::EvaluatedClass& entry : layer.classes)
            EXPECT_LE(entry.label.size(), 20U) << entry.label;
    }
}

TEST(Years, select_records_and_stand_in_the_subtitle) {
    std::vector<records::Record> records = areas();
    records[0].period = {Date::of(2021, 1, 1), Date::of(2022, 1, 1)};
    records[1].period = {Date::of(2015, 1, 1), Date::of(2021, 1, 1)};
    const std::vector<records::Source> sources{
        {"S", "", "", "", "", "", {Date::of(2012, 1, 1), Date::of(2022, 4, 16)}}};
    const gazetteer::Gazetteer gazetteer = threeCommunes();
    theme::Settings settings;
    settings.period = Period{Date::of(2021, 1, 1), Date::of(2023, 1, 1)};
    const theme::Theme theme = theme::parseTheme(themeJson(""), "x.json");
    const EvaluatedTheme map =
        figures::evaluate(theme, gazetteer, records, settings, Language::English, sources);
    EXPECT_EQ(map.layers.front().series.front().total, 6) << "2 and, by its source, 4";
    const figures::PageWords words(map, gazetteer);
    EXPECT_EQ(words.years(), "figures of 2021–2022");
    EXPECT_TRUE(words.subtitle().ends_with(", figures of 2021–2022")) << words.subtitle();
    settings.period = Period{Date::of(2021, 1, 1), Date::of(2022, 1, 1)};
    const EvaluatedTheme one =
        figures::evaluate(theme, gazetteer, records, settings, Language::Vietnamese);
    EXPECT_EQ(one.layers.front().series.front().total, 2) << "without sources, 4 is left out";
    EXPECT_EQ(figures::PageWords(one, gazetteer).years(), "số liệu năm 2021");
}
