#pragma once

#include "core/geometry/point.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace terroir::geometry {

/// What the pixels of a raster are.
enum class RasterContent {
    Heights, ///< numbers of one band that are no bytes: metres above the sea
    Shades,  ///< one band of bytes without colours: a shaded relief
    Colours  ///< a picture: a scanned map, an image from the air
};

struct RasterInfo {
    RasterContent content = RasterContent::Colours;
    int width = 0, height = 0; ///< pixels
    Box lonLat;
    std::string crs; ///< as a Transform takes it
};

/// InputError when the file is missing or no raster that GDAL reads from a file, or does not say
/// where it lies.
RasterInfo rasterInfo(const std::filesystem::path& file);

/// A part of a plane with square pixels, north up.
struct RasterFrame {
    std::string crs; ///< of metres, as a Transform takes it
    Box metres;
    int width = 0, height = 0; ///< pixels
};

/// The raster as a PNG with transparency that fills the frame: a picture as it is; shades and
/// heights as what they do to the colours below them, black in the shade, white in the light, and
/// nothing on flat ground, so that colours keep what they mean. Heights are lit from the north-west
/// at 45° (Horn 1981, as gdaldem does). Empty when the raster does not reach into the frame or
/// `stop` (may be empty) says so. Reads overviews where the file has them. InputError when it
/// cannot be read.
std::string rasterPicture(const std::filesystem::path& file, const RasterFrame& frame,
                          const std::function<bool()>& stop = {});

} // namespace terroir::geometry
