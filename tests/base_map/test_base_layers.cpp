#include "core/base/error.hpp"
#include "core/base_map/base_layers.hpp"
#include "core/store/workspace_file.hpp"
#include "tests/base_map/base_files.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace terroir::base_map {
namespace {

using namespace testing;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

TEST(BaseLayers, files_say_by_their_names_and_shapes_what_they_are) {
    const std::string road = collection(river);
    const std::string town =
        collection(feature(R"("Point","coordinates":[103.6,22.3])", "Bình Lư"));
    const std::string lake = collection(
        feature(R"("Polygon","coordinates":[[[103,22],[103.1,22],[103.1,22.1],[103,22]]])"));
    const struct {
        const char* file;
        const std::string& text;
        Role role;
        const char* names;
    } cases[] = {
        {"song_suoi.geojson", road, Role::Rivers, ""},
        {"Giao-thong.geojson", road, Role::Roads, ""},
        {"duong_sat.geojson", road, Role::Railways, ""},
        {"waterways.geojson", road, Role::Rivers, ""},
        {"tuyen.geojson", road, Role::Lines, ""},
        {"ho.geojson", lake, Role::Areas, ""},
        {"mat_nuoc.geojson", lake, Role::Water, ""},
        {"rung.geojson", lake, Role::Forest, ""},
        {"song.geojson", lake, Role::Areas, ""}, // the word is of lines, the shapes are areas
        {"diem.geojson", town, Role::Towns, "ten"},
    };
    const TemporaryFolder folder;
    for (const auto& one : cases) {
        const auto layers = describeBaseLayers(written(folder / one.file, one.text));
        ASSERT_EQ(layers.size(), 1U) << one.file;
        EXPECT_EQ(toString(layers.front().role), toString(one.role)) << one.file;
        EXPECT_EQ(layers.front().nameField, one.names) << one.file;
        EXPECT_EQ(layers.front().name, std::filesystem::path(one.file).stem());
        EXPECT_EQ(layers.front().crs, "EPSG:4326");
    }
    const auto heights = describeBaseLayers(heightsFile(folder.path()));
    EXPECT_EQ(heights.front().role, Role::Heights);
    EXPECT_NEAR(heights.front().lonLat.minX, 105, 0.01);
}

TEST(BaseLayers, of_a_file_of_several_layers_each_is_one) {
    const TemporaryFolder folder;
    const auto placemark = [](const std::string& shape) {
        return "<Placemark>" + shape + "</Placemark>";
    };
    const auto file = written(
        folder / "nen.kml",
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>song</name>" +
            placemark("<LineString><coordinates>103,22 103.1,22.1</coordinates></LineString>") +
            "</Folder><Folder><name>do thi</name>" +
            placemark("<Point><coordinates>103,22</coordinates></Point>") +
            "</Folder></Document></kml>");
    const auto layers = describeBaseLayers(file);
    ASSERT_EQ(layers.size(), 2U);
    EXPECT_EQ(layers[0].name, "nen.song");
    EXPECT_EQ(layers[0].role, Role::Rivers);
    EXPECT_EQ(layers[1].role, Role::Towns);
    BaseLayerChoice choice;
    choice.layer = "song";
    EXPECT_EQ(describeBaseLayers(file, choice).size(), 1U);
    choice.layer = "duong";
    EXPECT_NE(errorOf([&] { describeBaseLayers(file, choice); }).find("no layer 'duong'"),
              std::string::npos);
}

TEST(BaseLayers, what_cannot_be_drawn_is_refused_with_what_to_do) {
    const TemporaryFolder folder;
    const auto lines = written(folder / "song.geojson", collection(river));
    const auto refusal = [&](const std::filesystem::path& file, const BaseLayerChoice& choice) {
        return errorOf([&] { describeBaseLayers(file, choice); });
    };
    BaseLayerChoice asTowns, asRelief, labels;
    asTowns.role = Role::Towns;
    asRelief.role = Role::Relief;
    labels.nameField = "tn";
    EXPECT_NE(refusal(lines, asTowns).find("holds lines and cannot be drawn as towns"),
              std::string::npos);
    EXPECT_NE(refusal(heightsFile(folder.path()), asRelief).find("is a relief of heights and no"),
              std::string::npos);
    EXPECT_NE(refusal(lines, labels).find("no text field 'tn'. Did you mean 'ten'?"),
              std::string::npos);
    EXPECT_NE(refusal(folder / "khong-co.tif", {}).find("does not exist"), std::string::npos);
    EXPECT_NE(refusal(written(folder / "hong.tif", "II*\1broken"), {}).find("cannot be read"),
              std::string::npos);
    EXPECT_NE(refusal(written(folder / "a.asc", "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\n"
                                                "cellsize 1\n1\n"),
                      {})
                  .find("does not say where it lies"),
              std::string::npos);
}

TEST(BaseLayers, a_workspace_keeps_them_in_the_order_of_drawing) {
    const TemporaryFolder folder;
    auto workspace = store::WorkspaceFile::create(folder / "w.sqlite");
    EXPECT_TRUE(baseLayers(workspace).empty());
    const auto layer = [](const char* name, Role role) {
        BaseLayer one;
        one.name = name;
        one.file = "/du-lieu/" + std::string(name);
        one.role = role;
        one.credit = "Sở TN&MT";
        one.lonLat = {103, 22, 104, 23};
        one.crs = "EPSG:9205";
        return one;
    };
    for (const auto& [name, role] :
         {std::pair("thi-tran", Role::Towns), {"a-song", Role::Rivers}, {"bong", Role::Relief}})
        addBaseLayer(workspace, layer(name, role));
    std::vector<BaseLayer> kept = baseLayers(workspace);
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0].name, "bong");
    EXPECT_EQ(kept[1].name, "a-song");
    EXPECT_EQ(kept[2].name, "thi-tran");
    EXPECT_EQ(kept[1].credit, "Sở TN&MT");
    EXPECT_EQ(kept[1].crs, "EPSG:9205");
    EXPECT_EQ(kept[1].lonLat.maxY, 23);
    EXPECT_NE(errorOf([&] { addBaseLayer(workspace, kept[1]); }).find("already"),
              std::string::npos);
    EXPECT_NE(errorOf([&] { removeBaseLayer(workspace, "a-sng"); }).find("Did you mean 'a-song'?"),
              std::string::npos);
    removeBaseLayer(workspace, "bong");
    EXPECT_EQ(baseLayers(workspace).size(), 2U);
}

TEST(BaseLayers, each_kind_has_its_words_in_both_languages) {
    for (const std::string& word : roleWords()) {
        const std::optional<Role> role = parseRole(word);
        ASSERT_TRUE(role) << word;
        EXPECT_EQ(toString(*role), word);
        EXPECT_NE(roleName(*role).vi, roleName(*role).en);
    }
    EXPECT_EQ(parseRole("duong-sat"), Role::Railways);
    EXPECT_FALSE(parseRole("bien"));
}

} // namespace
} // namespace terroir::base_map
