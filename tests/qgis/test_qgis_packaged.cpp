#include "core/export/columns.hpp"
#include "core/export/export.hpp"
#include "core/export/qml.hpp"
#include "core/figures/evaluate.hpp"
#include "core/theme/read_theme.hpp"
#include "tests/qgis/run_qgis.hpp"
#include "tests/support/packaged_records.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

// The packaged themes with the packaged records, opened with QGIS.

using namespace terroir;
using nlohmann::json;

namespace {

std::vector<exporting::ThemeLayers> packagedLayers() {
    const gazetteer::Gazetteer& country = terroir::testing::packagedGazetteer();
    store::WorkspaceFile workspace = store::WorkspaceFile::open(
        terroir::testing::packagedWorkspaceFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    std::vector<exporting::ThemeLayers> layers;
    for (const theme::Theme& theme :
         theme::readThemes({std::filesystem::path(TERROIR_SOURCE_DIR) / "styles"})) {
        figures::ShownArea area;
        area.wholeCountry = theme.within == theme::Settings::country;
        if (!theme.within.empty() && !area.wholeCountry)
            area.within = country.findCode(theme.level == gazetteer::Level::Commune ? "106" : "12",
                                           Date::of(2022, 4, 15));
        figures::EvaluatedTheme evaluated =
            figures::evaluate(theme, country, terroir::testing::packagedRecords(), {},
                              Language::Vietnamese, {}, area);
        boundaries::UnitShapes shapes =
            boundaries::shapesOf(workspace, country, evaluated.units, evaluated.asOf);
        layers.push_back({std::move(evaluated), std::move(shapes)});
    }
    return layers;
}

/// Colours and labels of the entries of a layer, as the map shows them.
void expectEntries(const json& layer, const std::vector<figures::EvaluatedClass>& entries,
                   const std::string& name) {
    ASSERT_EQ(layer.at("classes").size(), entries.size() + 1) << name;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const json& entry = layer.at("classes")[i];
        const std::string colour = entries[i].colour.toHex();
        EXPECT_EQ(entry.at("colour"), colour) << name;
        EXPECT_EQ(entry.at("label"), exporting::countedLabel(entries[i], Language::Vietnamese));
        const json& drawn = layer.at("drawn");
        EXPECT_EQ(drawn.contains(colour) ? drawn.at(colour).get<std::size_t>() : 0U,
                  entries[i].count)
            << name;
    }
}

} // namespace

TEST(QgisPackaged, every_packaged_theme_opens_with_the_classes_of_its_map) {
    if (!test::isQgisInstalled())
        GTEST_SKIP() << "skipped: QGIS is not installed (make qgis-deps)";
    const terroir::testing::TemporaryFolder folder;
    const std::vector<exporting::ThemeLayers> themes = packagedLayers();
    exporting::exportLayers(terroir::testing::packagedGazetteer(), themes,
                            terroir::testing::packagedRecords(), {}, folder / "terroir.gpkg", {});
    for (const exporting::ThemeLayers& layers : themes) {
        const figures::EvaluatedTheme& map = layers.evaluated;
        const std::string& id = map.theme.id;
        std::string names = id;
        for (std::size_t i = 0; i < map.layers.size(); ++i)
            if (exporting::isSymbolLayer(map.theme.layers[i]))
                names.insert(0, exporting::symbolLayerName(map.theme, i) + " ");
        const json described = test::describedByQgis(folder / "terroir.gpkg", names,
                                                     test::pictureFile(folder.path(), id));
        ASSERT_TRUE(described.contains(id));
        EXPECT_EQ(described.at(id).at("features"), map.units.size()) << id;
        EXPECT_EQ(described.at(id).at("crs"), "EPSG:4326") << id;
        if (map.theme.layers[0].type == theme::LayerType::Choropleth) {
            EXPECT_EQ(described.at(id).at("renderer"), "graduatedSymbol") << id;
            expectEntries(described.at(id), map.layers[0].classes, id);
        } else if (map.theme.layers[0].type == theme::LayerType::Categories) {
            expectEntries(described.at(id), map.layers[0].categories, id);
        }
    }
}
