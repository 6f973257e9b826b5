#include "tests/base_map/base_files.hpp"
#include "tests/export/fixture.hpp"
#include "tests/qgis/run_qgis.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

// What QGIS makes of the project of an export: what a planner sees who opens it.

using namespace terroir;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

class QgisProject : public ::testing::Test {
protected:
    void SetUp() override {
        if (!test::isQgisInstalled())
            GTEST_SKIP() << "skipped: QGIS is not installed (make qgis-deps)";
        const std::vector<records::Source> sources{
            {"TD22", "Báo cáo", "Huyện ủy", "24", "2022", "", {}}};
        exporting::Options options;
        std::vector<exporting::ThemeLayers> themes = test::allThemes();
        themes[0].border = {{{"Trung Quốc", "China"}, 5, {{103.4, 22.4}, {103.9, 22.41}}}};
        std::ofstream(m_folder / "khcn.qgz", std::ios::binary)
            << exporting::exportLayers(test::smallGazetteer(), themes, test::fewRecords(), sources,
                                       m_folder / "khcn.gpkg", options)
                   .project;
    }

    json described(const std::string& project) const {
        const std::string output = test::outputOf(fmt::format(
            "QT_QPA_PLATFORM=offscreen /usr/bin/python3 {}/tests/qgis/describe_project.py '{}' "
            "'{}' 2>/dev/null",
            TERROIR_SOURCE_DIR, project, m_folder.path().string()));
        json said = json::parse(output, nullptr, false);
        EXPECT_FALSE(said.is_discarded()) << "QGIS said: " << output;
        return said;
    }
    json described() const { return described((m_folder / "khcn.qgz").string()); }

    terroir::testing::TemporaryFolder m_folder;
};

} // namespace

TEST_F(QgisProject, opens_with_every_layer_and_one_theme_seen) {
    const json said = described();
    EXPECT_EQ(said.at("read"), true);
    EXPECT_EQ(said.at("invalid"), json::array());
    EXPECT_EQ(said.at("crs"), "EPSG:9205") << "the zone of Lai Châu";
    EXPECT_EQ(said.at("layerCrs"), json::array({"EPSG:4326"}));
    ASSERT_EQ(said.at("groups").size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(said.at("groups")[i].at("shown"), i == 0);
        EXPECT_EQ(said.at("groups")[i].at("lost"), json::array());
    }
    EXPECT_EQ(said.at("groups")[0].at("name"), "Diện tích");
    EXPECT_EQ(said.at("groups")[0].at("layers")[0], "Bể") << "symbols lie on top";
    EXPECT_EQ(said.at("themes").size(), 4u);
    EXPECT_EQ(said.at("bookmarks"), 4u);
    EXPECT_NEAR(said.at("extent")[0].get<double>(), 546'000, 5'000) << "west of the district, m";
}

TEST_F(QgisProject, draws_the_border_of_the_country_over_the_units) {
    const json group = described().at("groups")[0].at("layers");
    const auto placeOf = [&](const std::string& layer) {
        return std::find(group.begin(), group.end(), layer) - group.begin();
    };
    EXPECT_LT(placeOf("Biên giới quốc gia"), placeOf("Diện tích")) << group;
    EXPECT_GT(placeOf("Biên giới quốc gia"), placeOf("Bể")) << "under the circles";
}

TEST_F(QgisProject, draws_the_base_map_between_outlines_and_units) {
    namespace base = base_map::testing;
    std::vector<exporting::ThemeLayers> themes = test::allThemes();
    themes.resize(1);
    themes[0].border = {{{"Trung Quốc", "China"}, 5, {{103.4, 22.4}, {103.9, 22.41}}}};
    for (const auto& file : {base::heightsFile(m_folder.path()),
                             base::written(m_folder / "song.geojson",
                                           base::collection(base::river))})
        themes[0].base.push_back(base_map::describeBaseLayers(file).front());
    std::ofstream(m_folder / "nen.qgz", std::ios::binary)
        << exporting::exportLayers(test::smallGazetteer(), themes, test::fewRecords(), {},
                                   m_folder / "nen.gpkg", {})
               .project;
    const json said = described((m_folder / "nen.qgz").string());
    EXPECT_EQ(said.at("invalid"), json::array());
    const json group = said.at("groups")[0].at("layers");
    const auto placeOf = [&](const std::string& layer) {
        return std::find(group.begin(), group.end(), layer) - group.begin();
    };
    EXPECT_LT(placeOf("Biên giới quốc gia"), placeOf("sông, suối: song")) << group;
    EXPECT_LT(placeOf("sông, suối: song"), placeOf("địa hình (độ cao): do-cao")) << group;
    EXPECT_LT(placeOf("địa hình (độ cao): do-cao"), placeOf("Diện tích")) << group;
    constexpr int multiply = 13; // QPainter::CompositionMode_Multiply
    EXPECT_EQ(said.at("rasters"), json({{"địa hình (độ cao): do-cao", {"hillshade", multiply}}}));
}

TEST_F(QgisProject, shows_codes_in_words) {
    const json forms = described().at("forms");
    EXPECT_EQ(forms.at("terroir_layer_areas").at("level"), "xã");
    const json& record = forms.at("terroir_layer_records");
    EXPECT_EQ(record.at("status"), "đã thực hiện, có hiệu lực");
    EXPECT_EQ(record.at("kind"), "liên kết trồng");
}

TEST_F(QgisProject, leads_from_a_unit_to_its_records_and_their_source) {
    const json said = described();
    for (const auto& [id, isValid] : said.at("relations").items())
        EXPECT_EQ(isValid, true) << id;
    EXPECT_EQ(said.at("related").at("terroir_layer_areas").at("Bản ghi của đơn vị"), 3);
}

TEST_F(QgisProject, has_a_page_and_an_atlas_that_can_be_printed) {
    const json said = described();
    ASSERT_EQ(said.at("layouts").size(), 8u);
    for (const json& layout : said.at("layouts")) {
        EXPECT_GE(layout.at("items"), 7u);
        EXPECT_LE(layout.at("legendRight"), 290) << "mm, on the page";
    }
    EXPECT_EQ(said.at("layouts")[0].at("pages"), nullptr);
    EXPECT_EQ(said.at("layouts")[1].at("pages"), 3u) << "the units with a figure";
    EXPECT_EQ(said.at("drawn"), json::array({0, 0}));
    EXPECT_GT(fs::file_size(m_folder / "layout.pdf"), 5'000u);
    fs::copy_file(m_folder / "layout.png", test::pictureFile(m_folder.path(), "project_page"),
                  fs::copy_options::skip_existing);
}

TEST_F(QgisProject, has_the_paper_grid_and_words_of_a_layout) {
    std::ofstream(m_folder / "logo.svg")
        << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" )"
           R"(height="10" fill="#0a0"/></svg>)";
    const std::vector<std::pair<map::Grid, std::string>> grids{{map::Grid::Vn2000, "EPSG:9205"},
                                                               {map::Grid::Graticule, "EPSG:4326"}};
    for (const auto& [grid, crs] : grids) {
        exporting::Options options;
        options.layout.widthMm = 297;
        options.layout.heightMm = 420;
        options.layout.grid = grid;
        options.layout.ratio = options.layout.projection = options.layout.day = true;
        options.layout.department = "Sở KH&CN tỉnh Lai Châu";
        options.layout.fileNumber = "12/BĐ";
        options.layout.logo = m_folder / "logo.svg";
        fs::remove(m_folder / "khcn.gpkg");
        std::ofstream(m_folder / "khcn.qgz", std::ios::binary)
            << exporting::exportLayers(test::smallGazetteer(), test::allThemes(),
                                       test::fewRecords(), {}, m_folder / "khcn.gpkg", options)
                   .project;
        const json page = described().at("layouts")[0];
        EXPECT_EQ(page.at("paper"), json::array({297.0, 420.0}));
        EXPECT_EQ(page.at("grids"), json::array({json::array({crs, true})}));
        EXPECT_EQ(page.at("pictures"), json::array({false, false})) << "north arrow and logo";
        const std::string texts = page.at("texts").dump();
        EXPECT_NE(texts.find("Sở KH&CN tỉnh Lai Châu"), std::string::npos) << texts;
        EXPECT_NE(texts.find("Số hồ sơ: 12/BĐ"), std::string::npos) << texts;
        EXPECT_NE(texts.find("kinh tuyến trục 103°00'"), std::string::npos) << texts;
        EXPECT_EQ(texts.find("format_date"), std::string::npos) << "the day of the print";
        fs::copy_file(m_folder / "layout.png",
                      test::pictureFile(m_folder.path(), "project_layout_" + crs.substr(5)),
                      fs::copy_options::overwrite_existing);
    }
}

TEST_F(QgisProject, marks_the_unit_of_a_page_of_the_atlas) {
    const json marked = described().at("marked");
    EXPECT_EQ(marked[0], 0) << "the page of all units has none";
    EXPECT_GT(marked[1].get<int>(), 500);
    fs::copy_file(m_folder / "atlas.png", test::pictureFile(m_folder.path(), "project_atlas"),
                  fs::copy_options::skip_existing);
}

TEST_F(QgisProject, opens_from_the_geopackage_and_after_both_were_moved) {
    const terroir::testing::TemporaryFolder other;
    fs::copy_file(m_folder / "khcn.gpkg", other / "khcn.gpkg");
    const json said = described(fmt::format(
        "geopackage:{}?projectName=Bản đồ khoa học và công nghệ", (other / "khcn.gpkg").string()));
    EXPECT_EQ(said.at("read"), true);
    EXPECT_EQ(said.at("invalid"), json::array());
    fs::copy_file(m_folder / "khcn.qgz", other / "khcn.qgz");
    EXPECT_EQ(described((other / "khcn.qgz").string()).at("invalid"), json::array());
}
