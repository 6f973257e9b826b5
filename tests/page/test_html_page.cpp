#include "core/base/number.hpp"
#include "core/figures/theme_figures.hpp"
#include "core/map/legend.hpp"
#include "core/page/html_page.hpp"
#include "core/page/web_files.hpp"
#include "core/theme/drawn_as.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/page/page_reader.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace terroir::page {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using workspace::Workspace;

theme::Theme packaged(const std::string& id) {
    return theme::readTheme(fs::path(TERROIR_SOURCE_DIR "/styles") / (id + ".theme.json"));
}

const std::vector<Date> severalDays{Date::of(2022, 12, 31), Date::of(2025, 8, 1)};

PageTheme evaluated(Workspace& workspace, const std::string& id, theme::Settings settings = {},
                    const std::optional<std::vector<Date>>& days = std::vector<Date>{}) {
    return evaluateOnDays(
        [&](Language language, std::optional<Date> day) {
            theme::Settings chosen = settings;
            if (day)
                chosen.asOf = day;
            return figures::figuresOf(packaged(id), chosen, workspace, language);
        },
        days);
}

/// A page, and the way to its texts.
struct Read {
    HtmlPage page;
    json data;

    std::string text(const json& number, Language language = Language::Vietnamese) const {
        const json& found = data["texts"][number.get<std::size_t>()];
        return found.is_string() ? found.get<std::string>()
                                 : found[language == Language::English ? 1 : 0].get<std::string>();
    }
    const json& map(std::size_t theme = 0, std::size_t day = 0) const {
        return data["themes"][theme]["maps"][day];
    }
    std::string allTexts() const { return data["texts"].dump(); }
};

Read made(Workspace& workspace, std::vector<PageTheme>& themes, const PageOptions& options = {}) {
    HtmlPage page = htmlPage(workspace, themes, options);
    json data = dataOf(page.html);
    return {std::move(page), std::move(data)};
}

Read madeLivestock(const PageOptions& options) {
    Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    std::vector<PageTheme> themes;
    themes.push_back(evaluated(workspace, "livestock", {}, severalDays));
    return made(workspace, themes, options);
}

/// In Vietnamese; made once.
const Read& livestock() {
    static const Read read = madeLivestock({});
    return read;
}

/// A workspace whose document, subject and holder were written by an enemy.
Workspace hostile(const testing::TemporaryFolder& folder, const std::string& words) {
    fs::copy_file(workspace::packagedFile(), folder / "w.sqlite");
    store::Database database = store::Database::open(folder / "w.sqlite", store::Mode::ReadWrite);
    for (const char* sql :
         {"UPDATE source SET title = ?1", "UPDATE record SET holder = ?1, note = ?1",
          "UPDATE record_subject SET subject = ?1"}) {
        store::Statement statement = database.prepare(sql);
        statement.bind(1, words);
        statement.step();
    }
    return Workspace(folder / "w.sqlite", store::Mode::ReadOnly, store::Spatial::Yes);
}

} // namespace

TEST(HtmlPage, has_the_communes_of_tam_duong_with_their_farms) {
    const Read& read = livestock();
    ASSERT_EQ(read.data["themes"].size(), 1U);
    const json& map = read.map();
    EXPECT_EQ(map["day"], "2022-04-15");
    EXPECT_EQ(map["units"].size(), 13U);
    const auto sonBinh = std::find_if(map["rows"].begin(), map["rows"].end(), [&](const json& row) {
        return read.text(row["place"]) == "Xã Sơn Bình";
    });
    ASSERT_NE(sonBinh, map["rows"].end());
    EXPECT_EQ((*sonBinh)["numbers"], (json{4.0, 1.0, 3.0, nullptr, nullptr}));
    ASSERT_EQ((*sonBinh)["records"].size(), 3U);
    std::string record;
    for (const json& field : read.data["records"][(*sonBinh)["records"][0].get<std::size_t>()])
        record += read.text(field) + "|";
    EXPECT_NE(record.find("4 cơ sở"), std::string::npos) << record;
    EXPECT_NE(record.find("|Dòng|112|"), std::string::npos) << record;
    EXPECT_NE(record.find("|Nguồn|Tổng kết 10 năm"), std::string::npos) << record;
}

TEST(HtmlPage, no_data_is_an_empty_cell_and_never_zero) {
    const Read& read = livestock();
    std::size_t without = 0;
    for (const json& row : read.map()["rows"])
        without += row.contains("numbers") ? 0 : 1;
    EXPECT_EQ(without, 6U);
}

TEST(HtmlPage, the_legend_says_what_the_legend_of_the_map_says) {
    Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    std::vector<PageTheme> themes;
    theme::Settings classes;
    classes.classes = 3;
    themes.push_back(evaluated(workspace, "plantings", classes));
    const Read read = made(workspace, themes);
    const figures::EvaluatedTheme& figures = themes[0].days[0].vi;
    std::size_t swatches = 0;
    std::string words;
    for (const json& row : read.map()["legend"][0]) {
        swatches += row.contains("sample") && row["sample"].contains("fill") ? 1 : 0;
        for (const json& text : row.value("texts", json::array()))
            words += text[0].get<std::string>() + "\n";
    }
    for (const figures::EvaluatedLayer& layer : figures.layers)
        for (const figures::EvaluatedClass& entry : layer.classes) {
            EXPECT_NE(words.find(entry.label + "\n"), std::string::npos) << entry.label;
            EXPECT_NE(read.map()["legend"][0].dump().find(entry.colour.toHex()), std::string::npos);
            EXPECT_NE(read.map()["fills"].dump().find(entry.colour.toHex()), std::string::npos);
        }
    EXPECT_GE(swatches, figures.layers[0].classes.size());
    EXPECT_NE(words.find("Không có số liệu"), std::string::npos) << words;
}

TEST(HtmlPage, figures_of_several_units_together_are_a_group_with_one_figure) {
    const Read& read = livestock();
    const std::size_t last = read.data["themes"][0]["maps"].size() - 1;
    const json& today = read.map(0, last);
    EXPECT_EQ(today["day"], "2025-08-01");
    for (const json& group : today["groups"]) {
        EXPECT_GE(group["units"].size(), 2U);
        EXPECT_FALSE(group["figures"].empty());
        EXPECT_FALSE(group["records"].empty());
    }
    const std::string legend = today["legend"][0].dump();
    EXPECT_EQ(today["groups"].empty(),
              legend.find("Số liệu chung của nhiều xã") == std::string::npos);
}

TEST(HtmlPage, symbols_of_groups_stand_on_no_other_symbols) {
    Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    std::vector<PageTheme> themes;
    themes.push_back(evaluated(workspace, "plantings"));
    const Read read = made(workspace, themes);
    std::set<json> places;
    std::size_t bundles = 0;
    for (const char* list : {"units", "groups"})
        for (const json& thing : read.map()[list])
            if (thing.contains("symbols")) {
                places.insert(thing["at"]);
                ++bundles;
            }
    EXPECT_EQ(bundles, 4U) << "of two communes, one of them in a group, and of two groups";
    EXPECT_EQ(places.size(), bundles);
}

TEST(HtmlPage, days_on_which_nothing_changes_are_not_repeated) {
    const Read& read = livestock();
    std::vector<std::string> days;
    for (const json& map : read.data["themes"][0]["maps"])
        days.push_back(map["day"]);
    EXPECT_EQ(days, (std::vector<std::string>{"2022-04-15", "2025-08-01"}));
    EXPECT_EQ(read.data["themes"][0]["first"], 0);
}

TEST(HtmlPage, every_text_is_there_in_both_languages) {
    const Read& read = livestock();
    const json& map = read.map();
    EXPECT_EQ(read.text(map["title"]), "Sơ đồ: Cơ sở chăn nuôi tập trung");
    EXPECT_EQ(read.text(map["title"], Language::English),
              "Sketch map: Concentrated livestock farms");
    EXPECT_NE(read.text(map["subtitle"], Language::English).find("Tam Đường district"),
              std::string::npos);
    EXPECT_EQ(map["legend"].size(), 2U);
    EXPECT_EQ(map["legend"][0].size(), map["legend"][1].size());
    EXPECT_EQ(read.data["language"], "vi");
    EXPECT_EQ(madeLivestock({{}, Language::English}).data["language"], "en");
}

TEST(HtmlPage, themes_that_show_the_same_units_share_their_outlines) {
    Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    std::vector<PageTheme> one, two;
    one.push_back(evaluated(workspace, "livestock"));
    two.push_back(evaluated(workspace, "livestock"));
    theme::Settings sameDay;
    sameDay.asOf = Date::of(2022, 4, 15);
    two.push_back(evaluated(workspace, "aquaculture", sameDay));
    const Read single = made(workspace, one), both = made(workspace, two);
    EXPECT_EQ(both.page.points, single.page.points);
    EXPECT_EQ(both.map(0)["units"][0]["shape"], both.map(1)["units"][0]["shape"]);
}

TEST(HtmlPage, a_district_with_its_records_is_small) {
    EXPECT_LT(livestock().page.html.size(), 200000U);
}

TEST(HtmlPage, texts_of_records_stay_data) {
    for (const std::string words :
         {"</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--<script>",
          "\" onload=\"alert(1)", "'}}{{script}}",
          "a\xE2\x80\xA8"
          "b\xE2\x80\xA9"
          "c",
          "]]>&lt;\\u003c"}) {
        const testing::TemporaryFolder folder;
        Workspace workspace = hostile(folder, words);
        std::vector<PageTheme> themes;
        themes.push_back(evaluated(workspace, "livestock"));
        const Read read = made(workspace, themes, {words, Language::Vietnamese}); // and the title
        const auto& texts = read.data["texts"];
        EXPECT_NE(std::find(texts.begin(), texts.end(), json(words)), texts.end()) << words;
        // The only elements of the frame: one of data, one of script.
        std::size_t scripts = 0;
        for (std::size_t at = read.page.html.find("<script"); at != std::string::npos;
             at = read.page.html.find("<script", at + 1))
            ++scripts;
        EXPECT_EQ(scripts, 2U) << words;
        EXPECT_EQ(read.page.html.find("<img"), std::string::npos) << words;
        EXPECT_NE(read.page.html.find("<title>" + htmlText(words) + "</title>"), std::string::npos);
    }
}

TEST(HtmlPage, text_that_is_no_utf_8_does_not_break_the_page) {
    const testing::TemporaryFolder folder;
    Workspace workspace = hostile(folder, "Ch\xE8 \xFF");
    std::vector<PageTheme> themes;
    themes.push_back(evaluated(workspace, "livestock"));
    EXPECT_EQ(made(workspace, themes).map()["units"].size(), 13U);
}

TEST(HtmlPage, its_policy_lets_only_its_own_script_run_and_loads_nothing) {
    const Read& read = livestock();
    const std::string policy = "default-src 'none'; script-src '" +
                               std::string(webFiles().scriptHash) + "'; style-src '" +
                               std::string(webFiles().styleHash) + "'";
    EXPECT_NE(read.page.html.find(policy), std::string::npos);
    EXPECT_EQ(read.page.html.find("unsafe"), std::string::npos);
}

TEST(HtmlPage, names_no_folder_of_the_machine) {
    const std::string& html = livestock().page.html;
    EXPECT_EQ(html.find(TERROIR_SOURCE_DIR), std::string::npos);
    EXPECT_EQ(html.find(workspace::packagedFile().parent_path().string()), std::string::npos);
}

TEST(HtmlPage, a_theme_without_figures_says_so) {
    Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    theme::Settings years;
    years.period = Period{Date::of(1990, 1, 1), Date::of(1991, 1, 1)};
    years.within = "huyện Tam Đường, tỉnh Lai Châu";
    std::vector<PageTheme> themes;
    themes.push_back(evaluated(workspace, "livestock", years));
    const Read read = made(workspace, themes);
    EXPECT_TRUE(read.map()["isEmpty"].get<bool>());
    EXPECT_EQ(read.map()["units"].size(), 13U);
    EXPECT_EQ(read.data["records"].size(), 0U);
}

TEST(HtmlPage, dots_are_those_of_the_map_in_the_order_in_which_they_lie) {
    Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    theme::Theme dotted =
        theme::drawnAs(theme::readTheme(TERROIR_SOURCE_DIR "/styles/plantings.theme.json"),
                       theme::LayerType::Dots);
    std::vector<PageTheme> themes;
    themes.push_back(evaluateOnDays(
        [&](Language language, std::optional<Date>) {
            return figures::figuresOf(dotted, {}, workspace, language);
        },
        std::vector<Date>{}));
    const Read read = made(workspace, themes);
    const figures::EvaluatedTheme& figures = themes[0].days[0].vi;
    const json& dots = read.map()["dots"];
    EXPECT_EQ(dots["points"].size(), 3 * figures.layers[0].dots.dots.size());
    EXPECT_GT(dots["points"].size(), 0U);
    EXPECT_NE(read.map()["legend"][0].dump().find("1 điểm = "), std::string::npos);
    EXPECT_FALSE(livestock().map().contains("dots"));
}

TEST(HtmlPage, pictures_are_paths_that_symbols_and_the_legend_share) {
    Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    const theme::Theme drawn = theme::drawnAs(packaged("ocop"), theme::LayerType::Pictograms);
    std::vector<PageTheme> themes;
    themes.push_back(evaluateOnDays(
        [&](Language language, std::optional<Date>) {
            return figures::figuresOf(drawn, {}, workspace, language);
        },
        std::vector<Date>{}));
    const Read read = made(workspace, themes);
    ASSERT_EQ(read.map()["pictures"].size(), 1U) << "all are stars";
    EXPECT_EQ(read.map()["pictures"][0].get<std::string>().front(), 'M');
    std::set<std::size_t> rows;
    for (const json& unit : read.map()["units"])
        for (const json& symbol : unit.value("symbols", json::array())) {
            EXPECT_EQ(symbol[2], 3);
            EXPECT_EQ(symbol[4], 0);
            rows.insert(symbol[5].get<std::size_t>());
        }
    EXPECT_EQ(rows, (std::set<std::size_t>{3, 4, 5}));
    bool hasKey = false, hasSample = false;
    for (const json& row : read.map()["legend"][0]) {
        hasKey = hasKey || row.contains("pictures");
        hasSample = hasSample || (row.contains("sample") && row["sample"].contains("shape"));
    }
    EXPECT_TRUE(hasKey && hasSample);
}

} // namespace terroir::page
