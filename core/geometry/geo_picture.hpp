#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace terroir::geometry {

/// Where a picture lies, north up: its upper left corner and the size of a pixel.
struct PicturePlace {
    std::string crs; ///< as a Transform takes it
    double west = 0, north = 0;
    double unitsPerPixel = 0;
};

/// Rows of pixels of four bytes: blue, green, red, and one that is not looked at.
struct Pixels {
    unsigned char* first = nullptr;
    int width = 0, height = 0;
    std::ptrdiff_t bytesPerRow = 0;
};

/// A GeoTIFF, compressed without loss; without a place (an empty crs) a plain TIFF. InputError when
/// it cannot be written.
void writeGeoTiff(const Pixels& pixels, const PicturePlace& place, double dpi,
                  const std::filesystem::path& file);

/// The world file of a picture (.pgw): six lines; and the file (.aux.xml) that tells GDAL and
/// ArcGIS its system.
std::string worldFileOf(const PicturePlace& place);
std::string auxiliaryFileOf(const PicturePlace& place);

/// The definition of a system in the older WKT, which files for other programs hold. GeometryError
/// when PROJ does not have the system.
std::string oldWktOf(const std::string& crs);

} // namespace terroir::geometry
