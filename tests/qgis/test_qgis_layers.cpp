#include "core/figures/bivariate.hpp"
#include "tests/export/fixture.hpp"
#include "tests/qgis/run_qgis.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

// What QGIS makes of an exported file, compared with what the map shows.

using namespace terroir;
using nlohmann::json;

namespace {

std::string labelOf(const figures::EvaluatedClass& entry) {
    return fmt::format("{} ({})", entry.label, entry.count);
}

class Qgis : public ::testing::Test {
protected:
    void SetUp() override {
        if (!test::isQgisInstalled())
            GTEST_SKIP() << "skipped: QGIS is not installed (make qgis-deps)";
    }

    /// Exports the made-up themes and lets QGIS describe the layers.
    json described(const std::string& layers, const exporting::Options& options = {}) {
        return describedThemes(test::allThemes(), layers, options);
    }
    json describedThemes(const std::vector<exporting::ThemeLayers>& themes,
                         const std::string& layers, const exporting::Options& options = {}) {
        const std::filesystem::path file = m_folder / fmt::format("layers{}.gpkg", m_files++);
        exporting::exportLayers(test::smallGazetteer(), themes, test::fewRecords(), {}, file,
                                options);
        m_picture = test::pictureFile(m_folder.path(), layers.substr(0, layers.find(' ')));
        return test::describedByQgis(file, layers, m_picture);
    }

    terroir::testing::TemporaryFolder m_folder;
    std::filesystem::path m_picture;
    int m_files = 0;
};

} // namespace

TEST_F(Qgis, a_choropleth_has_the_breaks_colours_and_labels_of_the_map) {
    const json layer = described("areas").at("areas");
    const figures::EvaluatedTheme map = test::areasAndTanks();
    const figures::EvaluatedLayer& expected = map.layers[0];
    EXPECT_EQ(layer.at("renderer"), "graduatedSymbol");
    EXPECT_EQ(layer.at("attribute"), "coalesce(\"area\",-1)");
    const json& classes = layer.at("classes");
    ASSERT_EQ(classes.size(), expected.classes.size() + 1);
    for (std::size_t i = 0; i < expected.classes.size(); ++i) {
        EXPECT_EQ(classes[i].at("lower").get<double>(), expected.classes[i].low);
        EXPECT_EQ(classes[i].at("upper").get<double>(), expected.classes[i].high);
        EXPECT_EQ(classes[i].at("colour"), expected.classes[i].colour.toHex());
        EXPECT_EQ(classes[i].at("label"), labelOf(expected.classes[i]));
        EXPECT_EQ(layer.at("drawn").at(expected.classes[i].colour.toHex()),
                  expected.classes[i].count)
            << "QGIS puts the same units into the class";
    }
    const json& noData = classes.back();
    EXPECT_EQ(noData.at("label"), "Không có số liệu (1)");
    EXPECT_EQ(noData.at("symbolLayers"), 2) << "ground and hatch";
    EXPECT_EQ(layer.at("drawn").size(), expected.classes.size() + 1);
}

TEST_F(Qgis, layers_open_with_crs_count_title_and_column_names) {
    exporting::Options options;
    options.crs = "EPSG:9210";
    const json layers = described("areas areas_symbols records", options);
    EXPECT_EQ(layers.at("areas").at("crs"), "EPSG:9210");
    EXPECT_EQ(layers.at("areas").at("features"), 4);
    EXPECT_EQ(layers.at("areas").at("title"), "Diện tích");
    EXPECT_EQ(layers.at("areas").at("aliases").at("area"), "Diện tích (ha)");
    EXPECT_EQ(layers.at("areas").at("labels"),
              json::parse(R"(["Bình Lư\n2", "Sơn Bình\n0,9", "Bản Bo\n4,5", "Tả Lèng"])"));
    EXPECT_EQ(layers.at("areas_symbols").at("features"), 2);
    EXPECT_EQ(layers.at("records").at("features"), 4);
}

TEST_F(Qgis, the_area_of_a_symbol_is_proportional_to_the_figure) {
    const json layer = described("areas_symbols areas").at("areas_symbols");
    const figures::EvaluatedTheme map = test::areasAndTanks();
    EXPECT_EQ(layer.at("renderer"), "singleSymbol");
    EXPECT_EQ(layer.at("classes")[0].at("colour"), "#e69f00");
    EXPECT_EQ(layer.at("sizeLegend"), true);
    EXPECT_NEAR(layer.at("sizes").at("03400").get<double>(), 10, 1e-9);
    EXPECT_NEAR(layer.at("sizes").at("03405").get<double>(),
                figures::symbolSizeMm(map.layers[1], 52), 1e-9);
}

TEST_F(Qgis, several_series_are_rules_with_their_names_and_colours) {
    const json layers = described("farms_symbols farms");
    const json& rules = layers.at("farms_symbols").at("classes");
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[0].at("label"), "Trâu, bò");
    EXPECT_EQ(rules[0].at("colour"), "#d55e00");
    EXPECT_EQ(rules[1].at("colour"), "#cc79a7");
    EXPECT_EQ(layers.at("farms_symbols").at("drawn"),
              json::parse(R"({"#d55e00": 2, "#cc79a7": 2})"));
    EXPECT_EQ(layers.at("farms").at("renderer"), "categorizedSymbol") << "the ground";
    EXPECT_EQ(layers.at("farms").at("classes")[0].at("label"), "Có số liệu (3)");
    EXPECT_EQ(layers.at("farms").at("classes")[1].at("label"), "Không có số liệu (1)");
}

TEST_F(Qgis, categories_have_the_colours_and_labels_of_the_map) {
    const json layer = described("crops").at("crops");
    const figures::EvaluatedTheme map = test::cropKinds();
    const figures::EvaluatedLayer& expected = map.layers[0];
    EXPECT_EQ(layer.at("renderer"), "categorizedSymbol");
    ASSERT_EQ(layer.at("classes").size(), expected.categories.size() + 1);
    for (std::size_t i = 0; i < expected.categories.size(); ++i) {
        const json& entry = layer.at("classes")[i];
        EXPECT_EQ(entry.at("value"), expected.categoryKeys[i]);
        EXPECT_EQ(entry.at("label"), labelOf(expected.categories[i]));
        EXPECT_EQ(entry.at("colour"), expected.categories[i].colour.toHex());
        EXPECT_EQ(layer.at("drawn").at(expected.categories[i].colour.toHex()),
                  expected.categories[i].count);
    }
    EXPECT_EQ(layer.at("classes").back().at("label"), "Không có số liệu (1)");
}

TEST_F(Qgis, pies_are_diagrams_with_the_colours_of_the_series) {
    const json diagram = described("tasks_symbols tasks").at("tasks_symbols").at("diagram");
    EXPECT_EQ(diagram.at("enabled"), true);
    EXPECT_EQ(diagram.at("columns"), json::parse(R"(["\"agriculture\"", "\"engineering\""])"));
    EXPECT_EQ(diagram.at("colours"), json::parse(R"(["#009e73", "#0072b2"])"));
    EXPECT_EQ(diagram.at("labels"), json::parse(R"(["Nông nghiệp", "Kỹ thuật"])"));
}

TEST_F(Qgis, bars_are_diagrams_as_long_as_on_the_map) {
    const std::map<theme::LayerType, std::string> names{{theme::LayerType::Bars, "Histogram"},
                                                        {theme::LayerType::StackedBars, "Stacked"}};
    for (const auto& [type, name] : names) {
        std::vector<exporting::ThemeLayers> themes;
        themes.push_back({test::tasksByField(), test::squares()});
        figures::EvaluatedTheme& tasks = themes.front().evaluated;
        tasks.theme.layers.front().type = type;
        tasks.layers.front().largestSymbol = figures::largestSymbolValue(tasks.layers.front());
        const json layer = describedThemes(themes, "tasks_symbols").at("tasks_symbols");
        const json& diagram = layer.at("diagram");
        EXPECT_EQ(diagram.at("name"), name);
        EXPECT_EQ(diagram.at("by_area"), false) << "length, not area";
        EXPECT_EQ(diagram.at("bar_width"), 2.2);
        EXPECT_EQ(diagram.at("upper").at(0), type == theme::LayerType::Bars ? 30 : 32);
        EXPECT_EQ(diagram.at("upper").at(1), 12);
        EXPECT_EQ(diagram.at("colours"), json::parse(R"(["#009e73", "#0072b2"])"));
    }
}

TEST_F(Qgis, two_figures_together_are_categories_with_the_colours_of_the_square) {
    std::vector<exporting::ThemeLayers> themes;
    themes.push_back({test::tasksByField(), test::squares()});
    figures::EvaluatedTheme& tasks = themes.front().evaluated;
    theme::Layer& style = tasks.theme.layers.front();
    style.type = theme::LayerType::Bivariate;
    style.palette = "DkViolet";
    figures::setBivariate(tasks.layers.front(), Language::Vietnamese);
    const std::vector<figures::EvaluatedClass> expected = tasks.layers.front().categories;
    const json layer = describedThemes(themes, "tasks").at("tasks");
    EXPECT_EQ(layer.at("renderer"), "categorizedSymbol");
    const json& classes = layer.at("classes");
    ASSERT_EQ(classes.size(), expected.size() + 1);
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(classes[i].at("colour"), expected[i].colour.toHex());
        EXPECT_EQ(classes[i].at("label"), labelOf(expected[i]));
        if (expected[i].count == 0)
            continue;
        EXPECT_EQ(layer.at("drawn").at(expected[i].colour.toHex()), expected[i].count);
        drawn += expected[i].count;
    }
    EXPECT_EQ(drawn, 2U);
}

TEST_F(Qgis, draws_the_layers) {
    described("areas_symbols areas");
    ASSERT_TRUE(std::filesystem::exists(m_picture));
    EXPECT_GT(std::filesystem::file_size(m_picture), 5000U) << "not an empty picture";
}
