#include "core/base/error.hpp"
#include "core/records/selection.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using namespace terroir;

namespace {

const std::string complete = R"({
  "id": "livestock",
  "title": {"vi": "Cơ sở chăn nuôi", "en": "Livestock farms"},
  "level": "commune",
  "within": "huyện Tam Đường, tỉnh Lai Châu",
  "asOf": "2022-04-15",
  "list": true,
  "valuesOnLabels": false,
  "layers": [
    {"type": "choropleth", "palette": "Oranges",
     "classes": {"method": "given", "breaks": [0, 2, 5]},
     "series": [{"selection": {"kinds": ["livestock"], "indicators": ["farms"]},
                 "unit": {"vi": "cơ sở", "en": "farms"}}]},
    {"type": "symbols", "maxSizeMm": 7,
     "series": [{"label": {"vi": "Trâu, bò", "en": "Cattle"}, "colour": "#8c510a",
                 "selection": {"kinds": ["livestock"], "categories": ["cattle_over_15"],
                               "states": ["done", "planned"]}},
                {"selection": {"kinds": ["livestock"]}, "measure": "subjects",
                 "places": "names"}]},
    {"type": "categories", "categoryBy": "category",
     "values": [{"value": "pigs_over_50"}],
     "series": [{"selection": {"kinds": ["livestock"]}, "measure": "count"}]}
  ]
})";

/// The complete theme with one piece of text replaced.
std::string changed(std::string_view from, std::string_view to) {
    std::string json = complete;
    const std::size_t at = json.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return json.replace(at, from.size(), to);
}

std::string refusalOf(const std::string& json, const std::string& file = "livestock.theme.json") {
    try {
        theme::parseTheme(json, file);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST(Theme, a_file_that_is_no_theme_is_refused_before_it_harms) {
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    EXPECT_NE(refusalOf(deep).find("more than 32 deep"), std::string::npos) << refusalOf(deep);
    std::string inside = complete;
    inside.insert(inside.rfind('}'), ", \"more\": " + deep);
    EXPECT_NE(refusalOf(inside).find("more than 32 deep"), std::string::npos);
    EXPECT_NE(refusalOf(R"({"id": 1e999})").find("too large for a computer"), std::string::npos);
    EXPECT_NE(refusalOf(deep).find("livestock.theme.json"), std::string::npos);
}

TEST(Theme, carries_what_its_file_says) {
    const theme::Theme theme = theme::parseTheme(complete, "styles/livestock.theme.json");
    EXPECT_EQ(theme.id, "livestock");
    EXPECT_EQ(theme.title.vi, "Cơ sở chăn nuôi");
    EXPECT_EQ(theme.level, gazetteer::Level::Commune);
    EXPECT_EQ(theme.within, "huyện Tam Đường, tỉnh Lai Châu");
    EXPECT_EQ(theme.asOf, Date::of(2022, 4, 15));
    EXPECT_TRUE(theme.list);
    EXPECT_FALSE(theme.valuesOnLabels);
    EXPECT_EQ(theme.painter, "thematic");
    ASSERT_EQ(theme.layers.size(), 3U);

    const theme::Layer& fill = theme.layers[0];
    EXPECT_EQ(fill.type, theme::LayerType::Choropleth);
    EXPECT_EQ(fill.palette, "Oranges");
    EXPECT_EQ(fill.classes.method, "given");
    EXPECT_EQ(fill.classes.breaks, (std::vector<double>{0, 2, 5}));
    EXPECT_EQ(fill.series[0].measure, records::Measure::Sum);
    EXPECT_EQ(fill.series[0].unit.en, "farms");

    const theme::Layer& symbols = theme.layers[1];
    EXPECT_EQ(symbols.maxSizeMm, 7);
    ASSERT_EQ(symbols.series.size(), 2U);
    EXPECT_EQ(symbols.series[0].colour.toHex(), "#8c510a");
    EXPECT_EQ(symbols.series[0].selection.categories, std::vector<std::string>{"cattle_over_15"});
    EXPECT_EQ(symbols.series[0].selection.states,
              (std::vector<records::State>{records::State::Done, records::State::Planned}));
    EXPECT_EQ(symbols.series[0].measure, records::Measure::Count) << "no indicator: count";
    EXPECT_EQ(symbols.series[1].measure, records::Measure::Subjects);
    EXPECT_EQ(symbols.series[0].places, records::PlaceUse::Locations);
    EXPECT_EQ(symbols.series[1].places, records::PlaceUse::Names);

    EXPECT_EQ(theme.layers[2].values[0].label.vi, "lợn trên 50 con") << "from the vocabulary";
}

TEST(Theme, a_refusal_names_file_place_value_and_the_nearest_right_one) {
    EXPECT_EQ(refusalOf(changed(R"("indicators": ["farms"])", R"("indicators": ["farm"])")),
              "livestock.theme.json, layers[0].series[0].selection.indicators[0]: There is no "
              "indicator 'farm'. Did you mean 'farms'?");
}

TEST(Theme, unknown_words_are_refused) {
    const struct {
        const char *from, *to, *expected;
    } cases[] = {
        {R"("kinds": ["livestock"])", R"("kinds": ["livestok"])",
         "layers[0].series[0].selection.kinds[0]: There is no kind of record 'livestok'. Did you "
         "mean 'livestock'?"},
        {R"("cattle_over_15")", R"("vietgap")",
         "layers[1].series[0].selection.categories[0]: There is no category of the kind livestock "
         "'vietgap'. Use one of none, cattle_over_15, pigs_over_100, pigs_over_50, dairy_cattle, "
         "beef_cattle."},
        {R"("palette": "Oranges")", R"("palette": "Orange")", "Did you mean 'Oranges'?"},
        {R"("palette": "Oranges")", R"("palette": "Distinct")",
         "There is no palette for classes 'Distinct'."},
        {R"("method": "given")", R"("method": "givn")", "Did you mean 'given'?"},
        {R"("level": "commune")", R"("level": "comune")",
         "level: There is no level 'comune'. Did you mean 'commune'?"},
        {R"("type": "symbols")", R"("type": "simbols")", "Did you mean 'symbols'?"},
        {R"("measure": "subjects")", R"("measure": "subject")", "Did you mean 'subjects'?"},
        {R"("places": "names")", R"("places": "name")", "Did you mean 'names'?"},
        {R"("planned")", R"("plan")", "layers[1].series[0].selection.states[1]"},
        {R"("within")", R"("withn")", "There is no member 'withn' here. Did you mean 'within'?"},
        {R"("label")", R"("lable")", "layers[1].series[0]: There is no member 'lable' here."},
        {R"("value": "pigs_over_50")", R"("value": "pigs_over_55")",
         "layers[2].values[0].value: There is no category of the kind livestock 'pigs_over_55'. "
         "Did you mean 'pigs_over_50'?"},
        {R"("value": "pigs_over_50")", R"("value": "pigs_over_50 + pigs")",
         "layers[2].values[0].value: There is no category of the kind livestock"},
        {R"("categoryBy": "category")", R"("categoryBy": "colour")", "layers[2].categoryBy"},
    };
    for (const auto& c : cases)
        EXPECT_NE(refusalOf(changed(c.from, c.to)).find(c.expected), std::string::npos)
            << refusalOf(changed(c.from, c.to)) << "\nis not: " << c.expected;
}

TEST(Theme, impossible_values_are_refused) {
    const struct {
        const char *from, *to, *expected;
    } cases[] = {
        {R"("2022-04-15")", R"("2022-02-30")", "asOf: '2022-02-30' is not a day."},
        {"[0, 2, 5]", "[0, 5, 2]", "layers[0].classes.breaks: The breaks 0, 5, 2 are not"},
        {"[0, 2, 5]", "[]", "layers[0].classes.breaks: [] is not a list."},
        {"[0, 2, 5]", R"([0, "2"])", "layers[0].classes.breaks[1]: \"2\" is not a number."},
        {R"("method": "given")", R"("method": "jenks")",
         "layers[0].classes.breaks: Breaks are only for the method 'given'"},
        {R"("breaks": [0, 2, 5])", R"("count": 5)", "The method 'given' needs breaks."},
        {"[0, 2, 5]", R"([0, 2, 5], "colours": ["#111111"])",
         "layers[0].classes.colours: The breaks 0, 2, 5 make 2 classes, and 1 colours are given."},
        {"[0, 2, 5]", R"([0, 2, 5], "colours": ["#111111", "blue"])",
         "layers[0].classes.colours[1]: 'blue' is not a colour."},
        {"[0, 2, 5]", R"([0, 2, 5], "labels": [null, "b", "c"])",
         "layers[0].classes.labels: The breaks 0, 2, 5 make 2 classes, and 3 labels are given."},
        {"[0, 2, 5]", R"([0, 2, 5], "labels": [{"vi": "a"}, null])",
         "layers[0].classes.labels[0]: The member 'en' is missing."},
        {"[0, 2, 5]", R"([0, 2, 2], "colours": ["#111111", "#222222"])",
         "layers[0].classes.colours: The breaks 0, 2, 2 repeat a number"},
        {R"("method": "given", "breaks": [0, 2, 5])",
         R"("method": "jenks", "count": 2, "labels": ["a", "b"])",
         "layers[0].classes.labels: Classes of the method 'jenks' differ with the figures"},
        {R"("method": "given", "breaks": [0, 2, 5])", R"("count": 12)",
         "layers[0].classes.count: 12 is not a whole number from 1 to 9."},
        {R"("maxSizeMm": 7)", R"("maxSizeMm": 700)", "layers[1].maxSizeMm: 700 mm is no size"},
        {R"("maxSizeMm": 7)", R"("palette": "Blues")",
         "layers[1]: The member 'palette' does not belong to a layer of the type 'symbols'."},
        {R"("#8c510a")", R"("brown")", "layers[1].series[0].colour: 'brown' is not a colour."},
        {R"(true)", R"("yes")", "list: \"yes\" is neither true nor false."},
        {R"({"vi": "Cơ sở chăn nuôi", "en": "Livestock farms"})", R"({"vi": "Cơ sở"})",
         "title: The member 'en' is missing."},
        {R"({"vi": "Cơ sở chăn nuôi", "en": "Livestock farms"})", R"("")",
         "title: \"\" is not a text."},
        {R"("kinds": ["livestock"], "indicators": ["farms"])", R"("indicators": ["farms"])",
         "selection: The member 'kinds' is missing."},
        {R"("measure": "count")", R"("measure": "sum")",
         "layers[2].series[0]: The measure 'sum' adds values, and the selection names no "
         "indicator."},
    };
    for (const auto& c : cases)
        EXPECT_NE(refusalOf(changed(c.from, c.to)).find(c.expected), std::string::npos)
            << refusalOf(changed(c.from, c.to)) << "\nis not: " << c.expected;
}

TEST(Theme, a_choropleth_shows_one_series) {
    EXPECT_NE(refusalOf(changed(R"("type": "symbols", "maxSizeMm": 7)", R"("type": "categories")"))
                  .find("layers[1].series"),
              std::string::npos);
}

TEST(Theme, a_pie_has_parts_of_one_sum_only) {
    const auto withSeries = [](const std::string& type, const std::string& one,
                               const std::string& other) {
        return R"({"id": "x", "title": "X", "layers": [{"type": ")" + type +
               R"(", "series": [{"label": "A", )" + one + R"(}, {"label": "B", )" + other + "}]}]}";
    };
    const std::string tea = R"("selection": {"kinds": ["planting"], "indicators": ["area"],
        "categories": ["tea"]})";
    const std::string all = R"("selection": {"kinds": ["planting"], "indicators": ["area"]})";
    const std::string fruit = R"("selection": {"kinds": ["planting"], "indicators": ["area"],
        "categories": ["fruit"]})";
    const std::string output = R"("selection": {"kinds": ["planting"], "indicators": ["output"],
        "categories": ["fruit"]})";
    const std::string planned = R"("selection": {"kinds": ["planting"], "indicators": ["area"],
        "states": ["planned"]})";
    const std::string holders = R"("measure": "holders", "selection": {"kinds": ["planting"],
        "categories": ["tea"]})";
    const struct {
        std::string one, other, expected;
    } cases[] = {
        {tea, fruit, "accepted"},
        {all, planned, "accepted"},
        {tea, all, "'A' and 'B' may both count the same record"},
        {tea, output, "'A' and 'B' are figures of several units of measure"},
        {tea, fruit + R"(, "unit": "t")", "'A' and 'B' are figures of several units of measure"},
        {holders, holders, "'A' and 'B' may both count the same holder"},
    };
    for (const std::string type : {"pie", "stacked-bars"})
        for (const auto& c : cases) {
            const std::string refusal = refusalOf(withSeries(type, c.one, c.other), "x.theme.json");
            EXPECT_NE(refusal.find(c.expected), std::string::npos)
                << refusal << "\nis not: " << c.expected;
        }
    EXPECT_EQ(refusalOf(withSeries("symbols", tea, all), "x.theme.json"), "accepted")
        << "circles are side by side";
    EXPECT_NE(
        refusalOf(withSeries("change", tea, output), "x.theme.json").find("in measure or unit"),
        std::string::npos)
        << "tonnes less hectares, of which no word tells the units";
}

TEST(Theme, a_map_of_change_has_no_gaps) {
    const std::string json = R"({"id": "x", "title": "X",
        "gaps": {"label": "None", "colour": "#f0b37e"}, "layers": [{"type": "change", "series": [
        {"selection": {"kinds": ["model"], "years": "2020"}},
        {"selection": {"kinds": ["model"], "years": "2024"}}]}]})";
    EXPECT_NE(refusalOf(json, "x.theme.json").find("gaps: On a map of change"), std::string::npos)
        << refusalOf(json, "x.theme.json");
}

TEST(Theme, broken_json_names_the_row) {
    EXPECT_EQ(refusalOf("{\n  \"id\": \"x\"\n  \"title\": \"y\"\n}", "x.theme.json")
                  .find("x.theme.json, row 3: This is not JSON"),
              0U);
    EXPECT_NE(refusalOf("").find("This is not JSON"), std::string::npos);
    EXPECT_NE(refusalOf("[]").find("[] is not an object"), std::string::npos);
}

TEST(Theme, the_id_is_the_name_of_the_file) {
    EXPECT_NE(refusalOf(complete, "cattle.theme.json").find("Name the file 'livestock.theme.json'"),
              std::string::npos);
}

TEST(Theme, a_later_folder_replaces_a_theme_of_an_earlier_one) {
    namespace fs = std::filesystem;
    const fs::path root = fs::path(::testing::TempDir()) / "terroir_themes";
    fs::remove_all(root);
    fs::create_directories(root / "own");
    std::ofstream(root / "livestock.theme.json") << complete;
    std::ofstream(root / "own" / "livestock.theme.json")
        << changed("\"Livestock farms\"", "\"My farms\"");
    std::ofstream(root / "notes.json") << "not a theme";
    const std::vector<theme::Theme> themes = theme::readThemes({root, root / "own"});
    ASSERT_EQ(themes.size(), 1U);
    EXPECT_EQ(theme::findTheme(themes, "livestock").title.en, "My farms");
    try {
        theme::findTheme(themes, "livestok");
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(),
                     "There is no theme 'livestok'. Did you mean 'livestock'? See the "
                     "list with 'terroir themes'.");
    }
    EXPECT_THROW(theme::readThemes({root / "missing"}), InputError);
    fs::remove_all(root);
}
