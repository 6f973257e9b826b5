#include "core/base/error.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/vector_file.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace terroir::geometry {
namespace {

const std::filesystem::path data = TERROIR_SOURCE_DIR "/tests/data/geometry";

std::filesystem::path shared(const std::string& name) {
    const char* folder = std::getenv("TERROIR_SHARED");
    return std::filesystem::path(folder != nullptr ? folder : TERROIR_SOURCE_DIR "/../shared") /
           name;
}

std::filesystem::path scratch(const std::string& name, const std::string& content) {
    const auto file = std::filesystem::path(testing::TempDir()) / ("terroir_vector_" + name);
    std::ofstream(file) << content;
    return file;
}

/// The refusal's sentence, or "accepted"; nothing may come on stderr.
std::string refusal(const std::filesystem::path& file, const std::string& layer = {}) {
    std::string sentence = "accepted";
    testing::internal::CaptureStderr();
    try {
        readPolygons(file, layer);
    } catch (const InputError& error) {
        sentence = error.what();
    }
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    return sentence;
}

TEST(ReadPolygons, a_layer_in_vn2000_arrives_in_lon_lat_with_its_attributes) {
    const PolygonLayer layer = readPolygons(data / "areas_vn2000.geojson");
    EXPECT_EQ(layer.name, "areas");
    EXPECT_EQ(layer.fields, (std::vector<std::string>{"code", "name", "area"}));
    ASSERT_EQ(layer.features.size(), 3U);
    const PolygonFeature& first = layer.features[0];
    EXPECT_EQ(first.id, 7);
    EXPECT_EQ(first.attributes.at("code"), "03390");
    EXPECT_EQ(first.attributes.at("area"), "1");
    const Box box = boxOf(first.shape);
    EXPECT_NEAR(box.minX, 103.485, 0.01);
    EXPECT_NEAR(box.minY, 22.24, 0.02);
    EXPECT_NEAR(ellipsoidalAreaKm2(first.shape), 100, 0.1);
}

TEST(ReadPolygons, unset_attributes_are_left_out_and_only_polygons_are_taken) {
    const PolygonLayer layer = readPolygons(data / "areas_vn2000.geojson");
    EXPECT_FALSE(layer.features.at(1).attributes.contains("code"));
    EXPECT_TRUE(layer.features.at(1).shape.empty());
    EXPECT_EQ(layer.features.at(2).shape.size(), 1U);
}

TEST(ReadPolygons, curves_become_lines) {
    const auto file = scratch(
        "curve.csv",
        "name,WKT\n"
        "disc,\"CURVEPOLYGON(CIRCULARSTRING(103 22,103.1 22.1,103.2 22,103.1 21.9,103 22))\"\n");
    scratch("curve.prj", "");
    // CSV has no CRS: that alone must be refused.
    EXPECT_NE(refusal(file), "accepted");
    const auto vrt = scratch(
        "curve.vrt",
        "<OGRVRTDataSource><OGRVRTLayer name=\"disc\"><SrcDataSource>" + file.string() +
            "</SrcDataSource><SrcLayer>terroir_vector_curve</SrcLayer><LayerSRS>EPSG:4326</"
            "LayerSRS>"
            "<GeometryField encoding=\"WKT\" field=\"WKT\"/></OGRVRTLayer></OGRVRTDataSource>");
    const PolygonLayer layer = readPolygons(vrt);
    ASSERT_EQ(layer.features.at(0).shape.size(), 1U);
    EXPECT_GT(layer.features[0].shape[0].outer.size(), 30U);
    EXPECT_NEAR(boxOf(layer.features[0].shape).maxY, 22.1, 1e-3);
}

TEST(ReadPolygons, what_cannot_be_read_is_refused_in_one_sentence_and_silence_on_stderr) {
    EXPECT_NE(refusal("nowhere.gpkg").find("does not exist"), std::string::npos);
    EXPECT_NE(refusal(scratch("text.gpkg", "no database")).find("cannot be read"),
              std::string::npos);
    EXPECT_NE(
        refusal(scratch("broken.geojson", "{\"type\": \"FeatureCollection\", \"features\": ["))
            .find("cannot be read"),
        std::string::npos);
    EXPECT_NE(refusal(scratch("points.geojson",
                              R"({"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {}, "geometry": {"type": "Point", "coordinates": [103, 22]}}]})"))
                  .find("no layer with polygons"),
              std::string::npos);
}

TEST(ReadPolygons, an_unknown_layer_names_the_nearest_one) {
    EXPECT_NE(refusal(data / "areas_vn2000.geojson", "area").find("Did you mean 'areas'?"),
              std::string::npos);
}

TEST(ReadPolygons, several_layers_must_be_told_apart) {
    const auto file = shared("boundaries/boundaries_laichau_sonla.gpkg");
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << "skipped: the shared boundaries are not there";
    EXPECT_NE(refusal(file).find("wards_2025"), std::string::npos);
    EXPECT_EQ(readPolygons(file, "wards_2025").features.size(), 113U);
    EXPECT_EQ(layerNames(file).size(), 7U);
}

TEST(PolygonReader, rewinds_and_outlives_another_reader) {
    auto other = std::make_unique<PolygonReader>(data / "areas_vn2000.geojson");
    PolygonReader reader(data / "areas_vn2000.geojson", "areas");
    other.reset();
    EXPECT_EQ(reader.count(), 3U);
    PolygonFeature feature;
    for (int pass = 0; pass < 2; ++pass) {
        int read = 0;
        while (reader.next(feature))
            ++read;
        EXPECT_EQ(read, 3);
        reader.rewind();
    }
}

} // namespace
} // namespace terroir::geometry
