#include "core/base_map/base_map.hpp"
#include "core/geometry/projection.hpp"
#include "tests/base_map/base_files.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>

#include <array>

namespace terroir::base_map {
namespace {

using namespace testing;
using terroir::testing::TemporaryFolder;

/// Red, green, blue and opacity of a pixel.
using Pixel = std::array<int, 4>;

Pixel pixelOf(const std::string& png, int x, int y) {
    std::string bytes = png;
    VSIFCloseL(VSIFileFromMemBuffer("/vsimem/p.png", reinterpret_cast<GByte*>(bytes.data()),
                                    bytes.size(), FALSE));
    const GDALDatasetUniquePtr picture(GDALDataset::Open("/vsimem/p.png", GDAL_OF_RASTER));
    Pixel pixel{};
    for (int band = 0; band < 4; ++band)
        EXPECT_EQ(picture->GetRasterBand(band + 1)->RasterIO(
                      GF_Read, x, y, 1, 1, &pixel[std::size_t(band)], 1, 1, GDT_Int32, 0, 0),
                  CE_None);
    return pixel;
}

TEST(BaseMap, heights_darken_the_side_away_from_the_light_and_leave_flat_ground_alone) {
    const TemporaryFolder folder;
    BaseMap map(describeBaseLayers(heightsFile(folder.path())));
    const std::string png =
        map.picture(0, {"EPSG:32648", {500000, 2400000, 500400, 2400200}, 40, 20});
    ASSERT_FALSE(png.empty());
    EXPECT_LE(pixelOf(png, 8, 10)[3], 2);
    const Pixel lit = pixelOf(png, 25, 10), shaded = pixelOf(png, 35, 10);
    EXPECT_EQ(lit[0], 255);
    EXPECT_GT(lit[3], 20);
    EXPECT_EQ(shaded[0], 0);
    EXPECT_GT(shaded[3], 60);
    EXPECT_TRUE(map.picture(0, {"EPSG:32648", {600000, 2400000, 600400, 2400200}, 40, 20}).empty());
    EXPECT_TRUE(map.faults().empty());
}

TEST(BaseMap, features_are_those_of_the_part_that_is_asked_for) {
    const TemporaryFolder folder;
    const std::string far = feature(R"("LineString","coordinates":[[108,12],[108.1,12]])");
    BaseMap map(
        describeBaseLayers(written(folder / "song.geojson", collection(river + "," + far))));
    EXPECT_EQ(map.features(0, {103.4, 22.2, 103.8, 22.4})->size(), 1U);
    EXPECT_EQ(map.features(0, {103.45, 22.25, 103.75, 22.35})->front().lines.front().size(), 3U);
    EXPECT_EQ(map.features(0, {102, 8, 110, 24})->size(), 2U);
    EXPECT_TRUE(map.features(0, {110, 22, 111, 23})->empty());
}

TEST(BaseMap, a_moving_map_reads_the_file_once) {
    const TemporaryFolder folder;
    const auto file = written(folder / "song.geojson", collection(river));
    BaseMap map(describeBaseLayers(file));
    const auto first = map.features(0, {103.5, 22.2, 103.7, 22.4});
    EXPECT_EQ(map.features(0, {103.55, 22.25, 103.75, 22.45}), first);
    EXPECT_NE(map.features(0, {103.6, 22.3, 103.601, 22.301}), first); // a small part of it
}

TEST(BaseMap, a_file_that_is_gone_is_told_once_and_stops_no_map) {
    const TemporaryFolder folder;
    const auto file = written(folder / "song.geojson", collection(river));
    BaseMap map(describeBaseLayers(file));
    std::filesystem::remove(file);
    EXPECT_TRUE(map.features(0, {103.4, 22.2, 103.8, 22.4})->empty());
    EXPECT_TRUE(map.features(0, {103, 22, 104, 23})->empty());
    ASSERT_EQ(map.faults().size(), 1U);
    EXPECT_NE(map.faults().front().en.find("'song' is not drawn"), std::string::npos);
}

} // namespace
} // namespace terroir::base_map
