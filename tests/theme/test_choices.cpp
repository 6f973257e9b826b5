#include "core/theme/choices.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/support/packaged.hpp"

#include <gtest/gtest.h>

namespace terroir::theme {
namespace {

using terroir::testing::errorOf;
using terroir::testing::packagedGazetteer;

Theme packaged(const std::string& id) {
    return readTheme(std::filesystem::path(TERROIR_SOURCE_DIR "/styles") / (id + ".theme.json"));
}

std::vector<std::string> idsOf(const std::vector<Option>& options) {
    std::vector<std::string> ids;
    for (const Option& option : options)
        ids.push_back(option.id);
    return ids;
}

using Ids = std::vector<std::string>;

TEST(Settings, are_written_and_read_in_the_same_words) {
    const struct {
        Setting setting;
        const char* key;
        const char* text;
    } cases[] = {
        {Setting::AsOf, "asOf", "2022-12-31"},   {Setting::Within, "within", "huyện Tam Đường"},
        {Setting::Level, "level", "district"},   {Setting::Years, "years", "2021-2022"},
        {Setting::Method, "method", "quantile"}, {Setting::Classes, "classes", "7"},
        {Setting::Palette, "palette", "Reds"},   {Setting::Per, "per", "1000-people"},
        {Setting::Years, "years", "newest"},     {Setting::Years, "years", "all"},
        {Setting::Only, "only",
         R"({"categories":["vietgap"],"sources":["bang-3"],"states":["done"],"subject":"chè"})"},
    };
    Settings settings;
    for (const auto& c : cases) {
        EXPECT_EQ(keyOf(c.setting), std::string(c.key));
        EXPECT_TRUE(read(settings, c.setting, ""));
        EXPECT_EQ(textOf(settings, c.setting), "");
        EXPECT_TRUE(read(settings, c.setting, c.text)) << c.key;
        EXPECT_EQ(textOf(settings, c.setting), c.text);
    }
    for (const auto& c : cases)
        EXPECT_TRUE(read(settings, c.setting, "")) << c.key;
    EXPECT_EQ(settings, Settings());
}

TEST(Settings, what_is_no_value_is_as_the_theme_says_or_is_named) {
    const struct {
        Setting setting;
        const char* text;
        const char* error;
    } cases[] = {
        {Setting::AsOf, "2022-13-31",
         "X '2022-13-31' is not a date; write it as YYYY-MM-DD or DD/MM/YYYY, such as 2022-12-31."},
        {Setting::Level, "distrct",
         "'distrct' is not a level (X). Did you mean 'district'? The levels are province, district "
         "and commune."},
        {Setting::Years, "2022-2021",
         "X '2022-2021' is neither a year nor two that ascend. Write it as 2021 or 2021-2022; "
         "newest: the newest figures of each place; all: all years added up."},
        {Setting::Method, "jenk",
         "X 'jenk' is unknown. Did you mean 'jenks'? See 'terroir methods'."},
        {Setting::Classes, "13", "X '13' is not a number of classes. Write a number from 1 to 12."},
        {Setting::Classes, "3x", "X '3x' is not a number of classes. Write a number from 1 to 12."},
        {Setting::Palette, "Redz",
         "X 'Redz' is unknown. Did you mean 'Reds'? See 'terroir methods --palettes'."},
        {Setting::Per, "km", "X 'km' is unknown. Did you mean 'km2'? See 'terroir methods --per'."},
    };
    for (const auto& c : cases) {
        Settings settings;
        EXPECT_FALSE(read(settings, c.setting, c.text)) << c.text;
        EXPECT_EQ(settings, Settings());
        EXPECT_EQ(errorOf([&] { require(settings, c.setting, c.text, "X"); }), c.error);
    }
}

TEST(Choices, begin_with_what_the_theme_says_and_leave_given_breaks_to_theme_files) {
    EXPECT_EQ(idsOf(choicesOf(Setting::Level)), (Ids{"", "province", "district", "commune"}));
    EXPECT_EQ(idsOf(choicesOf(Setting::Method)), (Ids{"", "equal", "quantile", "jenks"}));
    EXPECT_EQ(idsOf(optionsOf(Setting::Method)), (Ids{"equal", "quantile", "jenks", "given"}));
    EXPECT_EQ(idsOf(choicesOf(Setting::Per)), (Ids{"", "none", "km2", "1000-people", "total"}));
    EXPECT_EQ(idsOf(choicesOf(Setting::DrawAs)),
              (Ids{"", "circles", "pie", "bars", "stacked-bars"}));
    for (const Setting setting :
         {Setting::Level, Setting::Method, Setting::Palette, Setting::Per, Setting::DrawAs})
        for (const Option& option : choicesOf(setting)) {
            Settings settings;
            EXPECT_TRUE(read(settings, setting, option.id)) << option.id;
            EXPECT_EQ(textOf(settings, setting), option.id);
            EXPECT_FALSE(option.name.vi.empty() || option.name.en.empty()) << option.id;
        }
    EXPECT_EQ(choicesOf(Setting::Per)[0].name.en, "As the theme says");
}

TEST(Choices, of_areas_are_the_themes_own_everywhere_the_country_and_units) {
    const gazetteer::Gazetteer& g = packagedGazetteer();
    const std::vector<gazetteer::UnitIndex> units{g.find("12@2004")};
    const Theme none;
    EXPECT_EQ(idsOf(areaChoices(&none, &g, units)), (Ids{"", "country", "12@2004"}));
    EXPECT_EQ(areaChoices(nullptr, nullptr, {})[0].name.en, "Where there are figures");
    Theme own;
    own.within = "huyện Tam Đường, tỉnh Lai Châu";
    const std::vector<Option> choices = areaChoices(&own, &g, units);
    EXPECT_EQ(idsOf(choices), (Ids{"", "all", "country", "12@2004"}));
    EXPECT_EQ(choices[0].name, (LocalText{"Huyện Tam Đường (chủ đề)", "Huyện Tam Đường (theme)"}));
    EXPECT_EQ(choices[0].meaning.vi, own.within);
    EXPECT_EQ(choices[3].name.vi, "Tỉnh Lai Châu");
}

TEST(Choices, of_the_whole_country_have_its_name_in_both_languages) {
    Theme theme;
    theme.within = Settings::country;
    const LocalText name = areaChoices(&theme, nullptr, {}).front().name;
    EXPECT_EQ(name.vi, "Cả nước (chủ đề)");
    EXPECT_EQ(name.en, "The whole country (theme)");
}

TEST(Choices, of_days_and_years_begin_with_the_themes_own) {
    Theme theme;
    EXPECT_EQ(idsOf(dayChoices(&theme, Date::of(2026, 11, 1))), (Ids{"", "2026-11-01"}));
    EXPECT_EQ(dayChoices(&theme, Date::of(2026, 11, 1))[0].name.en, "As the theme says");
    theme.asOf = Date::of(2022, 4, 15);
    EXPECT_TRUE(dayChoices(&theme, Date::today())[0].name.en.ends_with("2022 (theme)"));
    EXPECT_EQ(idsOf(yearChoices(std::vector{2021, 2022})), (Ids{"", "2021", "2022"}));
    EXPECT_EQ(idsOf(changeChoices(std::vector{2020, 2022, 2024})),
              (Ids{"", "2020,2024", "2020,2022", "2022,2024"}));
    EXPECT_EQ(idsOf(changeChoices(std::vector{2021, 2022})), (Ids{"", "2021,2022"}));
    EXPECT_EQ(idsOf(changeChoices(std::vector{2021})), (Ids{""}));
}

TEST(Choices, of_drawing_leave_room_for_one_way_and_are_those_of_the_command_line) {
    const Theme crops = packaged("crop-areas"), farms = packaged("livestock");
    Settings settings;
    EXPECT_TRUE(pick(settings, farms, Setting::DrawAs, "bars"));
    EXPECT_EQ(textOf(settings, Setting::DrawAs), "bars");
    EXPECT_EQ(withSettings(farms, settings), drawnAs(farms, LayerType::Bars));
    EXPECT_EQ(whyNotDrawnAs(farms, LayerType::Bars), LocalText());
    Settings change;
    EXPECT_TRUE(pick(change, crops, Setting::Per, "km2"));
    EXPECT_TRUE(pick(change, crops, Setting::Years, "2022"));
    EXPECT_TRUE(pick(change, crops, Setting::Change, "31/12/2020,31/12/2024"));
    EXPECT_EQ(textOf(change, Setting::Change), "2020-12-31,2024-12-31");
    EXPECT_EQ(textOf(change, Setting::Per) + textOf(change, Setting::Years), "");
    const Theme changed = withSettings(crops, change);
    EXPECT_EQ(changed, changeBetween(crops, *parseTimes("31/12/2020,31/12/2024")));
    EXPECT_FALSE(whyNot(changed, Setting::Per).vi.empty());
    EXPECT_FALSE(whyNot(changed, Setting::Years).vi.empty());
    EXPECT_FALSE(whyNot(changed, Setting::Change).vi.empty()) << "a change of a change";
    EXPECT_TRUE(pick(change, crops, Setting::DrawAs, "pie"));
    EXPECT_EQ(textOf(change, Setting::Change), "");
    EXPECT_FALSE(pick(change, crops, Setting::Change, "2024,2020"));
    EXPECT_EQ(errorOf([&] { require(change, Setting::Change, "2024,2020", "X"); }),
              "X '2024,2020' is neither two years (or spans of years that do not overlap) nor two "
              "days that ascend. Write it as 2020,2024 or 31/12/2020,31/12/2024.");
}

TEST(Choices, that_are_settled_show_what_they_showed) {
    const Theme crops = packaged("crop-areas");
    for (const auto& [setting, value] : {std::pair{Setting::Change, "2020,2024"},
                                         {Setting::DrawAs, "circles"},
                                         {Setting::Palette, "Reds"},
                                         {Setting::Per, "km2"}}) {
        Settings settings;
        EXPECT_TRUE(pick(settings, crops, setting, value));
        Settings rest = settings;
        rest.within = "12@2004";
        Theme theme = crops;
        if (!whyNot(crops, setting).en.empty())
            continue;
        settle(theme, rest);
        EXPECT_EQ(theme, withSettings(crops, settings)) << value;
        EXPECT_EQ(textOf(rest, setting), "");
        EXPECT_EQ(rest.within, "12@2004");
    }
}

TEST(Choices, of_classes_are_only_for_themes_that_fill_by_classes) {
    const Theme filled = packaged("aquaculture"), others = packaged("livestock");
    ASSERT_NE(others.layers[0].type, LayerType::Choropleth);
    for (const Setting setting : allSettings) {
        EXPECT_EQ(whyNot(filled, setting).en, "");
        const bool isOfClasses = setting == Setting::Method || setting == Setting::Classes ||
                                 setting == Setting::Palette || setting == Setting::Per;
        EXPECT_EQ(!whyNot(others, setting).en.empty(), isOfClasses || setting == Setting::Change)
            << keyOf(setting);
    }
    for (const auto& [setting, value] : {std::pair{Setting::Method, "equal"},
                                         {Setting::Classes, "3"},
                                         {Setting::Palette, "Reds"},
                                         {Setting::Per, "km2"}}) {
        Settings chosen;
        EXPECT_TRUE(read(chosen, setting, value));
        const Theme theme = withSettings(filled, chosen);
        EXPECT_EQ(theme.layers[0].type, LayerType::Choropleth) << keyOf(setting);
        EXPECT_EQ(theme.layers[1].type, LayerType::Symbols) << "one layer can fill the ground";
        EXPECT_EQ(withSettings(others, chosen).layers, others.layers);
    }
    Settings absolute;
    absolute.per = Per::None;
    EXPECT_EQ(withSettings(filled, absolute).layers[0].type, LayerType::Symbols);
    Settings settings;
    EXPECT_TRUE(pick(settings, others, Setting::Palette, "Reds"));
    EXPECT_EQ(settings, Settings());
}

TEST(Choices, a_number_of_classes_takes_the_place_of_given_breaks) {
    const Theme given =
                    readTheme(TERROIR_SOURCE_DIR "/tests/data/themes/areas-by-class.theme.json"),
                cut = packaged("aquaculture");
    ASSERT_EQ(given.layers[0].classes.method, "given");
    Settings settings;
    EXPECT_TRUE(pick(settings, given, Setting::Classes, "4"));
    EXPECT_EQ(settings.method, "jenks");
    EXPECT_EQ(errorOf([&] { withSettings(given, settings); }), "no error");
    settings = {};
    pick(settings, given, Setting::Method, "equal");
    pick(settings, given, Setting::Classes, "4");
    EXPECT_EQ(settings.method, "equal");
    settings = {};
    pick(settings, cut, Setting::Classes, "4");
    EXPECT_EQ(settings.method, std::nullopt);
    EXPECT_FALSE(pick(settings, cut, Setting::Classes, "99"));
}

} // namespace
} // namespace terroir::theme
