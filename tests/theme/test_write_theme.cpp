#include "core/base/error.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/write_theme.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

using namespace terroir;

namespace {

const char* const everyMember = R"({
  "id": "all",
  "title": {"vi": "Tất cả", "en": "All"},
  "description": {"vi": "Mô tả \"dài\"", "en": "Long"},
  "level": "district",
  "within": "tỉnh Lai Châu",
  "asOf": "2022-04-15",
  "only": {"kinds": ["planting"], "categories": ["fruit"], "sources": ["TD22"],
    "states": ["planned"], "subject": "lê", "holder": "HTX"},
  "layers": [
    {"type": "choropleth", "label": {"vi": "A", "en": "B"}, "palette": "Oranges", "per": "1000-people",
     "classes": {"method": "given", "breaks": [0, 0.25, 5],
       "colours": ["#010203", "#a0b0c0"], "labels": [null, {"vi": "nhiều", "en": "many"}]},
     "series": [{"label": {"vi": "C", "en": "D"}, "unit": "ha", "measure": "sum", "years": "all",
       "selection": {"kinds": ["planting"], "indicators": ["area"], "categories": ["fruit"],
         "subjects": ["lê"], "sources": ["TD22"], "groups": ["g"], "states": ["done", "planned"],
         "years": "2021-2022"}}]},
    {"type": "symbols", "maxSizeMm": 7.5,
     "series": [{"selection": {"kinds": ["livestock"], "indicators": ["none", "farms"],
                               "years": "2020"}, "measure": "subjects",
                 "places": "names", "colour": "#11223344"}]},
    {"type": "pie", "maxSizeMm": 12,
     "series": [{"selection": {"kinds": ["livestock"]}, "measure": "count", "colour": "#123"}]},
    {"type": "categories", "categoryBy": "category", "palette": "Distinct",
     "values": [{"value": "pigs_over_50", "label": {"vi": "Lợn", "en": "Pigs"}, "colour": "#abcdef"}],
     "series": [{"selection": {"kinds": ["livestock"]}, "measure": "count"}]}
  ],
  "valuesOnLabels": false,
  "list": true,
  "histogram": true,
  "painter": "outline"
})";

} // namespace

TEST(WriteTheme, every_packaged_theme_is_read_again_as_it_was) {
    for (const theme::Theme& theme :
         theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR) / "styles"})) {
        const std::string json = theme::toJson(theme);
        EXPECT_EQ(theme::parseTheme(json, theme.file), theme) << json;
        EXPECT_EQ(theme::toJson(theme::parseTheme(json, theme.file)), json) << theme.id;
    }
}

TEST(WriteTheme, an_editor_still_finds_the_schema) {
    const std::string json = R"({"$schema": "theme.schema.json", "id": "x", "title": "X",
        "layers": [{"type": "symbols", "series": [{"selection": {"kinds": ["model"]}}]}]})";
    const std::string written = theme::toJson(theme::parseTheme(json, "x.theme.json"));
    EXPECT_TRUE(written.starts_with("{\n  \"$schema\": \"theme.schema.json\"")) << written;
}

TEST(WriteTheme, every_member_is_kept) {
    const theme::Theme theme = theme::parseTheme(everyMember, "all.theme.json");
    EXPECT_EQ(theme.layers[0].per, theme::Per::ThousandPeople);
    EXPECT_EQ(theme.layers[0].series[0].selection.period,
              (Period{Date::of(2021, 1, 1), Date::of(2023, 1, 1)}));
    EXPECT_EQ(theme.layers[0].classes.colours.back().toHex(), "#a0b0c0");
    EXPECT_EQ(theme.layers[0].classes.labels, (std::vector<LocalText>{{}, {"nhiều", "many"}}));
    const std::string json = theme::toJson(theme);
    EXPECT_EQ(theme::parseTheme(json, "all.theme.json"), theme) << json;
    for (const char* line : {"\n  \"title\": {\"vi\": \"Tất cả\", \"en\": \"All\"},\n",
                             "\"breaks\": [0, 0.25, 5]", "\n      \"type\": \"choropleth\",\n"})
        EXPECT_NE(json.find(line), std::string::npos) << line << json;
}

TEST(WriteTheme, days_that_are_not_whole_years_are_refused) {
    theme::Theme theme = theme::parseTheme(everyMember, "all.theme.json");
    theme.layers[0].series[0].selection.period = Period{Date::of(2021, 3, 1), Date::end()};
    EXPECT_NE(terroir::testing::errorOf([&] {
                  theme::toJson(theme);
              }).find("from 2021-03-01 to before any day"),
              std::string::npos);
}

TEST(WriteTheme, wrong_years_and_relations_are_refused_where_they_stand) {
    const std::string good = everyMember;
    const auto refusal = [&](const std::string& from, const std::string& to) {
        std::string json = good;
        json.replace(json.find(from), from.size(), to);
        return terroir::testing::errorOf([&] { theme::parseTheme(json, "all.theme.json"); });
    };
    for (const char* years : {"\"2022-2021\"", "\"21\"", "\"2021-\"", "\"2021-2022-2023\""})
        EXPECT_NE(refusal("\"2021-2022\"", years).find("selection.years"), std::string::npos)
            << years;
    EXPECT_NE(refusal("\"1000-people\"", "\"km\"").find("layers[0].per"), std::string::npos);
    EXPECT_NE(refusal("\"maxSizeMm\": 7.5", "\"per\": \"km2\"").find("'per' does not belong"),
              std::string::npos);
}
