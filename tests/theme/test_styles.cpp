#include "core/base/input_file.hpp"
#include "core/records/fields.hpp"
#include "core/theme/read_theme.hpp"
#include "core/theme/theme.hpp"
#include "core/theme/theme_words.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

using namespace terroir;

namespace {

std::vector<theme::Theme> packaged() {
    return theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR) / "styles"});
}

} // namespace

TEST(Styles, the_packaged_themes_can_be_read) {
    std::set<std::string> ids;
    for (const theme::Theme& theme : packaged())
        ids.insert(theme.id);
    EXPECT_EQ(ids, (std::set<std::string>{"all-records",
                                          "aquaculture",
                                          "certified-tea",
                                          "crop-areas",
                                          "ending-soon",
                                          "geographical-indications",
                                          "hectares-by-crop",
                                          "herds",
                                          "holders",
                                          "livestock",
                                          "models",
                                          "national-products",
                                          "ocop",
                                          "other-records",
                                          "plans",
                                          "plantings",
                                          "poultry",
                                          "production-zones",
                                          "st-tasks",
                                          "task-states",
                                          "titles",
                                          "trial-area",
                                          "without-models"}));
}

TEST(Styles, every_word_of_a_packaged_theme_is_in_both_languages) {
    const auto isSaid = [](const LocalText& text) { return !text.vi.empty() && !text.en.empty(); };
    for (const theme::Theme& theme : packaged()) {
        EXPECT_TRUE(isSaid(theme.title) && isSaid(theme.description)) << theme.id;
        EXPECT_EQ(theme.note.vi.empty(), theme.note.en.empty()) << theme.id;
        EXPECT_NE(theme.title.vi, theme.title.en) << theme.id;
        for (const theme::Layer& layer : theme.layers) {
            EXPECT_TRUE(isSaid(layer.label)) << theme.id;
            for (const theme::Series& series : layer.series)
                EXPECT_TRUE(isSaid(series.label) && isSaid(series.unit)) << theme.id;
        }
    }
}

TEST(Styles, reports_and_registers_are_shown_on_the_units_of_their_time) {
    const std::map<std::string, Date> registers{
        {"geographical-indications", Date::of(2025, 12, 31)},
        {"national-products", Date::of(2025, 12, 31)},
        {"ocop", Date::of(2025, 12, 31)},
        {"titles", Date::of(2025, 6, 30)}}; // by district, on their last day
    for (const theme::Theme& theme : packaged()) {
        // for tables of one's own; and what ends soon does so from today on
        if (std::set<std::string>{"trial-area", "crop-areas", "hectares-by-crop", "herds",
                                  "poultry", "ending-soon", "other-records", "all-records", "plans",
                                  "task-states"}
                .contains(theme.id)) {
            EXPECT_FALSE(theme.asOf);
            continue;
        }
        const auto known = registers.find(theme.id);
        EXPECT_EQ(theme.asOf, known == registers.end() ? Date::of(2022, 4, 15) : known->second)
            << theme.id;
    }
}

TEST(Styles, every_kind_of_record_is_on_a_map) {
    std::set<std::string> shown;
    for (const theme::Theme& theme : packaged())
        for (const theme::Layer& layer : theme.layers)
            for (const theme::Series& series : layer.series)
                if (!series.selection.force) // what ends soon is another one every day
                    shown.insert(series.selection.kinds.begin(), series.selection.kinds.end());
    for (const records::KindInfo& kind : records::kinds())
        EXPECT_TRUE(shown.contains(kind.id)) << kind.id;
}

TEST(Styles, the_layers_that_the_guide_of_types_shows_can_be_read) {
    const std::string guide =
        readFile(std::filesystem::path(TERROIR_SOURCE_DIR) / "styles" / "TYPES.md");
    std::istringstream lines(guide);
    std::string line, layer;
    std::set<std::string> types;
    const auto read = [&] {
        if (layer.empty())
            return;
        const theme::Theme theme =
            theme::parseTheme(R"({"id": "x", "title": "X", "layers": [)" + layer + "]}", "x.json");
        types.emplace(theme::toString(theme.layers.front().type));
        layer.clear();
    };
    while (std::getline(lines, line))
        if (line.starts_with("    "))
            layer += line;
        else
            read();
    read();
    EXPECT_EQ(types,
              (std::set<std::string>{"bivariate", "change", "dots", "pictograms", "stacked-bars"}));
    for (const auto& choice : theme::layerTypes)
        EXPECT_NE(guide.find("| `" + std::string(choice.name) + "` |"), std::string::npos)
            << choice.name;
}
