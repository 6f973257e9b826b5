// styles/theme.schema.json, which editors help with, says what the reader of themes says.
#include "core/base/error.hpp"
#include "core/classify/classify.hpp"
#include "core/records/vocabulary.hpp"
#include "core/theme/known_pictures.hpp"
#include "core/theme/per.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme_words.hpp"
#include "core/theme/write_theme.hpp"
#include "tests/support/json_schema.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace terroir::theme {
namespace {

using Json = nlohmann::json;

const Json& schemaOfThemes() {
    static const Json schema =
        Json::parse(std::ifstream(TERROIR_SOURCE_DIR "/styles/theme.schema.json"));
    return schema;
}

const Json& smallTheme() {
    static const Json theme = Json::parse(R"({
      "id": "own", "title": {"vi": "Của tôi", "en": "Mine"}, "level": "commune",
      "within": "huyện Tam Đường, tỉnh Lai Châu", "asOf": "2022-04-15",
      "layers": [
        {"type": "choropleth", "palette": "Oranges",
         "classes": {"method": "given", "breaks": [0, 2, 5]},
         "series": [{"selection": {"kinds": ["livestock"], "indicators": ["farms"]}}]},
        {"type": "symbols", "maxSizeMm": 7,
         "series": [{"label": "Trâu", "colour": "#8c510a", "places": "names",
                     "measure": "subjects", "selection": {"kinds": ["livestock"]}}]},
        {"type": "categories", "values": [{"value": "pigs_over_50"}],
         "series": [{"selection": {"kinds": ["livestock"]}, "measure": "count"}]}]})");
    return theme;
}

bool readerAccepts(const Json& document) {
    try {
        parseTheme(document.dump(), "own.theme.json");
        return true;
    } catch (const InputError&) {
        return false;
    }
}

TEST(ThemeSchema, holds_for_every_packaged_theme_as_it_is_and_as_it_is_written) {
    testing::JsonSchema schema(schemaOfThemes());
    std::size_t themes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TERROIR_SOURCE_DIR "/styles")) {
        if (!entry.path().filename().string().ends_with(themeSuffix))
            continue;
        ++themes;
        EXPECT_TRUE(schema.accepts(Json::parse(std::ifstream(entry.path()))))
            << entry.path() << " " << schema.problem
            << "\nA new member or type belongs into styles/theme.schema.json, too.";
        EXPECT_TRUE(schema.accepts(Json::parse(toJson(readTheme(entry.path())))))
            << entry.path() << " written: " << schema.problem;
    }
    EXPECT_GE(themes, 22u);
}

TEST(ThemeSchema, refuses_and_accepts_what_the_reader_does) {
    const struct {
        const char *at, *value;
        bool isRight;
    } cases[] = {
        {"/$schema", R"("theme.schema.json")", true},
        {"/title", R"("Của tôi")", true},
        {"/title", R"({"vi": "Của tôi"})", false},
        {"/title", R"("")", false},
        {"/withn", R"("x")", false},
        {"/level", R"("village")", false},
        {"/list", R"("yes")", false},
        {"/layers", "[]", false},
        {"/only", R"({"subject": "chè", "states": ["planned"]})", true},
        {"/only", R"({"crop": "chè"})", false},
        {"/gaps", R"({"label": "Chưa có", "colour": "#f0b37e"})", true},
        {"/gaps", R"({"label": "Chưa có"})", false},
        {"/overview", "true", true},
        {"/overview", "1", false},
        {"/sourceNotes", R"([{"source": "TD22"}])", false},
        {"/layers/0/type", R"("simbols")", false},
        {"/layers/0/maxSizeMm", "7", false},
        {"/layers/0/per", R"("km2")", true},
        {"/layers/0/per", R"("mile")", false},
        {"/layers/0/classes", R"({"method": "jenks", "count": 5})", true},
        {"/layers/0/classes", R"({"method": "jenks", "count": 12})", false},
        {"/layers/0/classes", R"({"method": "jenks", "breaks": [0, 2]})", false},
        {"/layers/0/classes", R"({"method": "given"})", false},
        {"/layers/0/classes/labels", R"([null, "nhiều"])", true},
        {"/layers/0/classes/colours", R"(["#123", "#1234"])", false},
        {"/layers/0/series/1", R"({"selection": {"kinds": ["model"]}})", false},
        {"/layers/0/series/0/selection", R"({"indicators": ["farms"]})", false},
        {"/layers/0/series/0/selection/kinds", R"(["livestok"])", false},
        {"/layers/0/series/0/selection/indicators", R"(["farm"])", false},
        {"/layers/0/series/0/selection/years", R"("2021-2022")", true},
        {"/layers/0/series/0/selection/years", R"("21")", false},
        {"/layers/0/series/0/selection/endsWithin", "0", false},
        {"/layers/0/series/0/selection/force", R"(["over"])", false},
        {"/layers/1/maxSizeMm", "700", false},
        {"/layers/1", R"({"type": "bars", "series": [{"selection": {"kinds": ["model"]}}]})", true},
        {"/layers/1",
         R"({"type": "bars", "per": "km2", "series": [{"selection": {"kinds": ["model"]}}]})",
         false},
        {"/layers/1", R"({"type": "change", "series": [{"selection": {"kinds": ["model"]}}]})",
         false},
        {"/layers/1",
         R"({"type": "dots", "dotValue": 0.5, "series": [{"selection": {"kinds": ["model"]}}]})",
         true},
        {"/layers/1",
         R"({"type": "dots", "dotValue": 0, "series": [{"selection": {"kinds": ["model"]}}]})",
         false},
        {"/layers/1",
         R"({"type": "pictograms", "scaling": "flannery", "size": "fixed", "series": [{"picture": "tea", "selection": {"kinds": ["model"]}}]})",
         true},
        {"/layers/1",
         R"({"type": "pictograms", "series": [{"picture": "coffee", "selection": {"kinds": ["model"]}}]})",
         false},
        {"/layers/1",
         R"({"type": "pictograms", "series": [{"picture": "../x.svg", "selection": {"kinds": ["model"]}}]})",
         false},
        {"/layers/1/scaling", R"("flannery")", true},
        {"/layers/1/scaling", R"("root")", false},
        {"/layers/1",
         R"({"type": "dots", "maxSizeMm": 9, "series": [{"selection": {"kinds": ["model"]}}]})",
         false},
        {"/layers/1",
         R"({"type": "change", "as": "percent", "series": [{"selection": {"kinds": ["model"], "years": "2020"}}, {"selection": {"kinds": ["model"], "years": "2024"}}]})",
         true},
        {"/layers/1/palette", R"("Blues")", false},
        {"/layers/1/series/0/measure", R"("holders")", true},
        {"/layers/1/series/0/measure", R"("mean")", false},
        {"/layers/1/series/0/colour", R"("brown")", false},
        {"/layers/1/series/0/places", R"("name")", false},
        {"/layers/2/categoryBy", R"("colour")", false},
        {"/layers/2/values/0/label", R"("lợn")", true},
        {"/layers/2/values/0", R"({"label": "lợn"})", false},
    };
    testing::JsonSchema schema(schemaOfThemes());
    EXPECT_TRUE(schema.accepts(smallTheme())) << schema.problem;
    EXPECT_TRUE(readerAccepts(smallTheme()));
    for (const auto& one : cases) {
        Json changed = smallTheme();
        changed[Json::json_pointer(one.at)] = Json::parse(one.value);
        EXPECT_EQ(readerAccepts(changed), one.isRight) << "reader: " << one.at << one.value;
        EXPECT_EQ(schema.accepts(changed), one.isRight)
            << "schema: " << one.at << one.value << " " << schema.problem;
    }
}

std::set<std::string> wordsAt(const char* pointer) {
    return schemaOfThemes().at(Json::json_pointer(pointer)).get<std::set<std::string>>();
}

template <class Choices>
std::set<std::string> namesIn(const Choices& choices) {
    std::set<std::string> names;
    for (const auto& choice : choices)
        names.insert(choice.name);
    return names;
}

TEST(ThemeSchema, has_the_words_that_the_program_knows) {
    const std::string selection = "/definitions/selection/properties/";
    const auto kinds = records::kindIds();
    std::set<std::string> indicators{noIndicator}, categories{noIndicator}, methods, pers;
    for (const std::string& id : records::indicatorIds())
        indicators.insert(id);
    for (const std::string& id : records::categoryIds(kinds))
        categories.insert(id);
    for (const classify::MethodInfo& info : classify::methods())
        methods.insert(info.id);
    for (const PerInfo& info : perInfos())
        pers.insert(info.id);
    EXPECT_EQ(wordsAt((selection + "kinds/items/enum").c_str()),
              (std::set<std::string>(kinds.begin(), kinds.end())));
    EXPECT_EQ(wordsAt((selection + "indicators/items/enum").c_str()), indicators);
    EXPECT_EQ(wordsAt((selection + "categories/items/enum").c_str()), categories);
    EXPECT_EQ(wordsAt((selection + "states/items/enum").c_str()), namesIn(states));
    EXPECT_EQ(wordsAt((selection + "force/items/enum").c_str()), namesIn(forces));
    EXPECT_EQ(wordsAt("/properties/level/enum"), namesIn(levels));
    EXPECT_EQ(wordsAt("/definitions/layer/properties/type/enum"), namesIn(layerTypes));
    EXPECT_EQ(wordsAt("/definitions/choropleth/properties/classes/properties/method/enum"),
              methods);
    EXPECT_EQ(wordsAt("/definitions/choropleth/properties/per/enum"), pers);
    EXPECT_EQ(wordsAt("/definitions/change/properties/as/enum"), namesIn(changeUnits));
    EXPECT_EQ(wordsAt("/definitions/symbols/properties/scaling/enum"), namesIn(scalings));
    EXPECT_EQ(wordsAt("/definitions/pictograms/properties/size/enum"), namesIn(pictureSizes));
    const std::vector<std::string> pictures = pictureNames();
    EXPECT_EQ(wordsAt("/definitions/pictograms/properties/series/items/properties/picture/oneOf/0/"
                      "enum"),
              (std::set<std::string>(pictures.begin(), pictures.end())));
    for (const auto& type : layerTypes)
        EXPECT_EQ(wordsAt(("/definitions/" + std::string(type.name) +
                           "/properties/series/items/properties/measure/enum")
                              .c_str()),
                  namesIn(measures));
}

} // namespace
} // namespace terroir::theme
