// What changed between two times, on communes of which two became one.

#include "core/base/error.hpp"
#include "core/figures/count_words.hpp"
#include "core/figures/evaluate.hpp"
#include "core/figures/figure_table.hpp"
#include "core/figures/page_words.hpp"
#include "core/theme/read_theme.hpp"

#include <gtest/gtest.h>

namespace terroir {
namespace {

using figures::EvaluatedLayer;
using figures::EvaluatedTheme;
using figures::NotCompared;
using gazetteer::Level;
using gazetteer::UnitIndex;

constexpr Date merger = Date::of(2025, 7, 1);
constexpr UnitIndex left = 1, right = 2, apart = 3, merged = 4;

/// The communes 1 and 2, of equal area, became 4; 3 stays.
const gazetteer::Gazetteer& communes() {
    static const gazetteer::Gazetteer gazetteer = [] {
        std::vector<gazetteer::Unit> units(5);
        const char* uids[] = {"12@2004", "1@2004", "2@2004", "3@2004", "4@2025"};
        for (std::size_t i = 0; i < units.size(); ++i) {
            units[i].uid = uids[i];
            units[i].code = std::string(uids[i]).substr(0, std::string(uids[i]).find('@'));
            units[i].level = i == 0 ? Level::Province : Level::Commune;
            units[i].type = i == 0 ? "tỉnh" : "xã";
            units[i].name = "X" + std::to_string(i);
            units[i].parent = i == 0 ? gazetteer::noUnit : 0;
            units[i].areaKm2 = 10;
        }
        units[left].valid.to = units[right].valid.to = units[merged].valid.from = merger;
        std::vector<gazetteer::Succession> successions;
        for (const UnitIndex old : {left, right})
            successions.push_back({old, merged, merger, "", 1.0, "whole", "", ""});
        return gazetteer::Gazetteer(std::move(units), std::move(successions), {});
    }();
    return gazetteer;
}

struct Statement {
    const char* place;
    int year;
    double hectares;
    records::Qualifier qualifier = records::Qualifier::None;
    const char* subject = "chè";
};

std::vector<records::Record> recordsOf(const std::vector<Statement>& statements) {
    std::vector<records::Record> all;
    for (const Statement& statement : statements) {
        records::Record& one = all.emplace_back();
        one.id = std::to_string(all.size());
        one.kind = "production_zone";
        one.indicator = "area";
        one.subjects = {statement.subject};
        one.unit = "ha";
        one.value = statement.hectares;
        one.qualifier = statement.qualifier;
        one.source = "S";
        one.period = {Date::of(statement.year, 1, 1), Date::of(statement.year + 1, 1, 1)};
        one.places.resize(1);
        one.places[0].uid = statement.place;
        one.places[0].status = geocode::Status::Matched;
    }
    return all;
}

std::string changeJson(const std::string& members) {
    const std::string series =
        R"("label": "Area", "unit": "ha", "selection": {"kinds": ["production_zone"],
            "indicators": ["area"], "years": )";
    return R"({"id": "x", "title": "X", "asOf": "2025-07-01", "layers": [{"type": "change",
        "label": "Change of area", )" +
           members + R"("series": [{)" + series + R"("2020"}}, {)" + series + R"("2024"}}]}]})";
}

EvaluatedTheme changed(const std::vector<records::Record>& records,
                       const std::string& members = "") {
    return figures::evaluate(theme::parseTheme(changeJson(members), "x.json"), communes(), records,
                             {}, Language::English);
}

std::vector<std::string> classesOf(const EvaluatedLayer& layer) {
    std::vector<std::string> lines;
    for (const figures::EvaluatedClass& entry : layer.classes)
        lines.push_back(entry.label + ": " + std::to_string(entry.count));
    return lines;
}

using Lines = std::vector<std::string>;

TEST(Change, a_merged_commune_is_compared_only_where_both_times_are_of_all_of_it) {
    const auto whole = recordsOf({{"1@2004", 2020, 3}, {"2@2004", 2020, 4}, {"4@2025", 2024, 9}});
    EXPECT_NEAR(changed(whole).layers[0].rates.at(merged).value, 2, 1e-9);

    const auto part = recordsOf({{"1@2004", 2020, 3}, {"4@2025", 2024, 9}});
    const EvaluatedTheme uneven = changed(part);
    EXPECT_TRUE(uneven.layers[0].rates.empty()) << "more of it reported, not more grown";
    EXPECT_EQ(uneven.layers[0].notCompared.at(merged), NotCompared::OtherGround);

    const auto same = recordsOf({{"1@2004", 2020, 3}, {"1@2004", 2024, 5}});
    EXPECT_NEAR(changed(same).layers[0].rates.at(merged).value, 2, 1e-9)
        << "both times of the same former commune";
}

TEST(Change, another_crop_in_the_later_report_is_no_growth) {
    const auto none = records::Qualifier::None;
    const auto records =
        recordsOf({{"3@2004", 2020, 3}, {"3@2004", 2024, 4}, {"3@2004", 2024, 90, none, "ngô"}});
    const EvaluatedTheme map = changed(records);
    EXPECT_TRUE(map.layers[0].rates.empty());
    EXPECT_EQ(map.layers[0].notCompared.at(apart), NotCompared::OtherThings);
}

TEST(Change, a_crop_is_the_same_however_it_is_written) {
    const auto none = records::Qualifier::None;
    const auto records =
        recordsOf({{"3@2004", 2020, 3, none, "Chè"}, {"3@2004", 2024, 5, none, "cây chè"}});
    EXPECT_NEAR(changed(records).layers[0].rates.at(apart).value, 2, 1e-9);
}

TEST(Change, hectares_are_not_taken_from_heads_where_only_the_records_name_the_unit) {
    const char* const json =
        R"({"id": "x", "title": "X", "asOf": "2025-07-01", "layers": [{"type": "TYPE",
        "label": "Area", "series": [
            {"selection": {"kinds": ["production_zone"], "indicators": ["area"],
                           "subjects": ["chè"]}},
            {"selection": {"kinds": ["production_zone"], "indicators": ["area"],
                           "subjects": ["cá"]}}]}]})";
    auto records = recordsOf({{"3@2004", 2020, 3}, {"3@2004", 2020, 5, {}, "cá"}});
    for (const std::string type : {"change", "pie", "stacked-bars"}) {
        std::string text = json;
        text.replace(text.find("TYPE"), 4, type);
        const theme::Theme theme = theme::parseTheme(text, "x.json");
        records.back().unit = "ha";
        EXPECT_NO_THROW(figures::evaluate(theme, communes(), records, {}, Language::English));
        records.back().unit = "con";
        try {
            figures::evaluate(theme, communes(), records, {}, Language::English);
            ADD_FAILURE() << type;
        } catch (const InputError& error) {
            EXPECT_NE(std::string(error.what()).find("in 'ha' and in 'con'"), std::string::npos)
                << error.what();
        }
    }
}

TEST(Change, a_unit_with_figures_of_one_time_only_is_without_data) {
    const auto records = recordsOf({{"3@2004", 2020, 3}, {"4@2025", 2024, 9}});
    const EvaluatedTheme map = changed(records);
    const EvaluatedLayer& layer = map.layers[0];
    EXPECT_TRUE(layer.rates.empty());
    EXPECT_EQ(layer.noData, 2U);
    EXPECT_EQ(layer.notCompared.at(apart), NotCompared::OneOnly);
    EXPECT_EQ(layer.notCompared.at(merged), NotCompared::OneOnly);
    const auto table = figures::figureTable(map, communes(), records::CompactRecords(records), {});
    bool isSaid = false;
    for (const auto& row : table.rows)
        if (const auto* note = std::get_if<std::string>(&row.back()))
            isSaid = isSaid || note->find("one of the two times only") != std::string::npos;
    EXPECT_TRUE(isSaid);
}

TEST(Change, zero_is_in_the_middle_of_the_classes_and_of_the_colours) {
    const auto records = recordsOf(
        {{"3@2004", 2020, 10}, {"3@2004", 2024, 2}, {"4@2025", 2020, 1}, {"4@2025", 2024, 6}});
    const EvaluatedTheme map = changed(records, R"("classes": {"method": "jenks", "count": 4}, )");
    const EvaluatedLayer& layer = map.layers[0];
    EXPECT_EQ(classesOf(layer), (Lines{"−8: 1", "5: 1"}));
    const theme::Palette& palette = theme::findPalette("RdBu");
    const auto isOfSide = [&](const Colour& colour, std::size_t end) {
        return theme::sampleAround(palette, 1, false, 1)[end] == colour;
    };
    EXPECT_TRUE(isOfSide(layer.classes[0].colour, 0)) << "less is red";
    EXPECT_TRUE(isOfSide(layer.classes[1].colour, 1)) << "more is blue";
}

TEST(Change, no_change_is_a_class_of_its_own_and_another_than_no_data) {
    const auto records = recordsOf(
        {{"3@2004", 2020, 10}, {"3@2004", 2024, 10}, {"4@2025", 2020, 1}, {"4@2025", 2024, 6}});
    const EvaluatedTheme map = changed(records);
    EXPECT_EQ(classesOf(map.layers[0]), (Lines{"no change: 1", "> 0 – 5: 1"}));
    EXPECT_EQ(map.layers[0].classes[0].colour, theme::findPalette("RdBu").colours[5]);
    EXPECT_EQ(map.layers[0].noData, 0U);
}

TEST(Change, percent_is_of_the_earlier_figure_and_of_nothing_there_is_none) {
    const auto records = recordsOf(
        {{"3@2004", 2020, 8}, {"3@2004", 2024, 10}, {"4@2025", 2020, 0}, {"4@2025", 2024, 6}});
    const EvaluatedTheme map = changed(records, R"("as": "percent", )");
    EXPECT_NEAR(map.layers[0].rates.at(apart).value, 25, 1e-9);
    EXPECT_EQ(map.layers[0].rateUnit, "%");
    EXPECT_EQ(map.layers[0].notCompared.at(merged), NotCompared::FromZero);
}

TEST(Change, at_least_of_either_time_makes_it_about_and_more_has_a_sign) {
    const auto records =
        recordsOf({{"3@2004", 2020, 8, records::Qualifier::AtLeast}, {"3@2004", 2024, 10}});
    const EvaluatedTheme map = changed(records);
    const figures::Rate& rate = map.layers[0].rates.at(apart);
    EXPECT_TRUE(rate.approximate);
    EXPECT_FALSE(rate.lowerBound);
    const figures::PageWords words(map, communes());
    EXPECT_NE(words.rate(map.layers[0], rate).find("+2"), std::string::npos);
}

} // namespace
} // namespace terroir
