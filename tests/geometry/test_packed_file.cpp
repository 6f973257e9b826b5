#include "core/base/error.hpp"
#include "core/geometry/layer_places.hpp"
#include "core/geometry/packed_file.hpp"
#include "core/geometry/vector_file.hpp"
#include "core/geometry/zip.hpp"

#include <gtest/gtest.h>

#include <fstream>

// What a packed file may become. The archives here are small: their directories say otherwise.
namespace terroir::geometry::packed_file_test {
namespace {

const std::string json = R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                         R"("properties":{"name":"A"},"geometry":{"type":"Polygon",)"
                         R"("coordinates":[[[103,22],[104,22],[104,23],[103,22]]]}}]})";
const std::string kml = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark>"
                        "<Polygon><outerBoundaryIs><LinearRing><coordinates>103,22 104,22 "
                        "104,23 103,22</coordinates></LinearRing></outerBoundaryIs></Polygon>"
                        "</Placemark></Document></kml>";

void put(std::string& bytes, std::size_t at, std::size_t value, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        bytes[at + i] = char(value >> (8 * i));
}

/// The archive of one part, whose directory and header say that it has so many bytes.
std::string saying(std::string archive, std::size_t bytes) {
    put(archive, archive.find("PK\1\2") + 24, bytes, 4);
    put(archive, archive.find("PK\3\4") + 22, bytes, 4);
    return archive;
}

std::filesystem::path written(const std::string& name, const std::string& bytes) {
    const auto file = std::filesystem::path(testing::TempDir()) / ("terroir_packed_" + name);
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

/// What becomes of it where boundaries are read.
std::string refusal(const std::filesystem::path& file) {
    try {
        for (const LayerPlace& place : polygonLayers(file))
            readPolygons(place.file, place.layer);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

bool says(const std::string& sentence, const std::string& words) {
    return sentence.find(words) != std::string::npos;
}

} // namespace

TEST(PackedFile, layers_and_places_in_an_archive_are_read) {
    const std::string zip = zipOf({{"a.geojson", json}}), kmz = zipOf({{"doc.kml", kml}});
    EXPECT_EQ(refusal(written("right.zip", zip)), "accepted");
    EXPECT_EQ(refusal(written("right.kmz", kmz)), "accepted");
    EXPECT_EQ(refusal(written("around.zip", zipOf({{"in.kmz", kmz}}))), "accepted");
}

TEST(PackedFile, a_directory_of_more_than_a_gigabyte_is_refused_before_anything_is_unpacked) {
    constexpr std::size_t large = maxUnpackedBytes + 1;
    const std::string zip = saying(zipOf({{"a.geojson", json}}), large);
    const std::string kmz = saying(zipOf({{"doc.kml", kml}}), large);
    EXPECT_TRUE(says(refusal(written("large.zip", zip)), "more than 1024 MB when unpacked"));
    EXPECT_TRUE(says(refusal(written("large.kmz", kmz)), "more than 1024 MB when unpacked"));
    EXPECT_TRUE(says(refusal(written("large_in.zip", zipOf({{"in.kmz", kmz}}))),
                     "more than 1024 MB when unpacked"));
    EXPECT_TRUE(says(refusal(written("moved.kmz", "junk before it" + kmz)), "1024 MB"));
}

TEST(PackedFile, a_part_that_is_longer_than_the_directory_says_is_damage) {
    const std::string blanks(3'000'000, ' ');
    const std::string zip = saying(zipOf({{"a.geojson", json + blanks}}), json.size());
    const std::string kmz = saying(zipOf({{"doc.kml", kml + blanks}}), kml.size());
    for (const auto& file : {written("lies.zip", zip), written("lies.kmz", kmz),
                             written("lies_in.zip", zipOf({{"in.kmz", kmz}}))})
        EXPECT_TRUE(says(refusal(file), "is longer than the directory of the archive says"))
            << refusal(file);
}

TEST(PackedFile, an_archive_of_too_many_files_is_refused_before_they_are_gone_through) {
    std::string zip = zipOf({{"a.geojson", json}});
    put(zip, zip.rfind("PK\5\6") + 8, maxParts + 1, 2);
    put(zip, zip.rfind("PK\5\6") + 10, maxParts + 1, 2);
    EXPECT_TRUE(says(refusal(written("many.zip", zip)), "packs more than 10000 files"));
}

} // namespace terroir::geometry::packed_file_test
