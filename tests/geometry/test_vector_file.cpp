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
    const auto gml = scratch(
        "curve.gml",
        R"(<c:FeatureCollection xmlns:c="http://ogr.maptools.org/" )"
        R"(xmlns:gml="http://www.opengis.net/gml/3.2"><c:featureMember><c:disc gml:id="d.0">)"
        R"(<c:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::4326" gml:id="g">)"
        R"(<gml:exterior><gml:Ring><gml:curveMember><gml:Curve gml:id="r"><gml:segments>)"
        R"(<gml:Arc><gml:posList>22 103 22.1 103.1 22 103.2</gml:posList></gml:Arc>)"
        R"(<gml:Arc><gml:posList>22 103.2 21.9 103.1 22 103</gml:posList></gml:Arc>)"
        R"(</gml:segments></gml:Curve></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon>)"
        R"(</c:geometryProperty><c:name>disc</c:name></c:disc></c:featureMember>)"
        R"(</c:FeatureCollection>)");
    const PolygonLayer layer = readPolygons(gml);
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

TEST(ReadPolygons, a_file_that_leads_to_other_files_or_to_servers_is_not_opened) {
    const auto secret = scratch("secret.csv", "name,wkt\nSECRET,\"POLYGON((0 0,1 0,1 1,0 0))\"\n");
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" +
                            secret.string() +
                            "</SrcDataSource><GeometryType>wkbPolygon</GeometryType><GeometryField "
                            "encoding=\"WKT\" field=\"wkt\"/></OGRVRTLayer></OGRVRTDataSource>";
    const std::string wfs = "<OGRWFSDataSource><URL>http://127.0.0.1:9/wfs</URL></OGRWFSDataSource>";
    for (const std::string& content : {vrt, wfs})
        for (const char* name : {"led.gpkg", "led.geojson", "led.vrt", "led.xml"}) {
            const std::string said = refusal(scratch(name, content));
            EXPECT_NE(said.find("cannot be read"), std::string::npos) << name << said;
        }
    EXPECT_NE(refusal("PG:host=127.0.0.1").find("does not exist"), std::string::npos);
    EXPECT_NE(refusal("/vsicurl/http://127.0.0.1:9/a.gpkg").find("does not exist"),
              std::string::npos);
}

TEST(ReadPolygons, a_layer_of_more_columns_than_a_spreadsheet_has_is_refused) {
    const auto layer = [](int columns) {
        std::string json = R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                           R"("geometry":{"type":"Polygon","coordinates":[[[103,22],[104,22],)"
                           R"([104,23],[103,22]]]},"properties":{"c0":1)";
        for (int i = 1; i < columns; ++i)
            json += ",\"c" + std::to_string(i) + "\":1";
        return scratch("columns.geojson", json + "}}]}");
    };
    EXPECT_EQ(refusal(layer(16'384)), "accepted");
    EXPECT_NE(refusal(layer(16'385)).find("has more than 16384 columns"), std::string::npos);
}

TEST(ReadPolygons, a_coordinate_system_at_an_address_is_not_fetched) {
    const std::string said = refusal(scratch(
        "linked.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":)"
        R"("http://127.0.0.1:9/crs","type":"proj4"}},"features":[{"type":"Feature","properties":)"
        R"({"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[103,22],[104,22],[104,23],)"
        R"([103,22]]]}}]})"));
    EXPECT_EQ(said.find("127.0.0.1 port"), std::string::npos) << "it was connected to: " << said;
}

} // namespace
} // namespace terroir::geometry
