#include "core/geometry/geo_picture.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/gdal.hpp"
#include "core/geometry/memory_folder.hpp"

#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <array>

namespace terroir::geometry {

namespace {

OGRSpatialReference systemOf(const std::string& crs) {
    OGRSpatialReference system;
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (system.SetFromUserInput(crs.c_str()) != OGRERR_NONE)
        throw GeometryError(localText("Không có hệ tọa độ '{}'; hãy ghi mã EPSG, ví dụ EPSG:9205.",
                                      "There is no coordinate reference system '{}'; give an EPSG "
                                      "code, such as EPSG:9205.",
                                      crs));
    return system;
}

} // namespace

void writeGeoTiff(const Pixels& pixels, const PicturePlace& place, double dpi,
                  const std::filesystem::path& file) {
    const QuietGdal errors;
    const auto failUnless = [&](bool done) {
        if (!done || !errors.failure().empty())
            throw InputError(localText(
                "Không ghi được '{}' ({}); hãy giải phóng chỗ trên đĩa hoặc chọn nơi khác.",
                "'{}' could not be written ({}); free some space or choose another place.",
                file.string(), errors.reason()));
    };
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("PHOTOMETRIC", "RGB");
    options.SetNameValue("TILED", "YES");
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    failUnless(driver != nullptr);
    const MemoryFolder memory;
    GDALDatasetUniquePtr dataset(driver->Create(memory.path(file.filename().string()).c_str(),
                                                pixels.width, pixels.height, 3, GDT_Byte,
                                                options.List()));
    failUnless(dataset != nullptr);
    if (!place.crs.empty()) {
        std::array<double, 6> places{place.west, place.unitsPerPixel, 0, place.north,
                                     0,          -place.unitsPerPixel};
        const OGRSpatialReference system = systemOf(place.crs);
        failUnless(dataset->SetGeoTransform(places.data()) == CE_None);
        failUnless(dataset->SetSpatialRef(&system) == CE_None);
    }
    const std::string resolution = fmt::format("{}", dpi);
    dataset->SetMetadataItem("TIFFTAG_XRESOLUTION", resolution.c_str());
    dataset->SetMetadataItem("TIFFTAG_YRESOLUTION", resolution.c_str());
    dataset->SetMetadataItem("TIFFTAG_RESOLUTIONUNIT", "2"); // inches
    std::array<int, 3> bands{1, 2, 3};
    // Red is the third byte of a pixel, and the bands go backwards from it.
    failUnless(dataset->RasterIO(GF_Write, 0, 0, pixels.width, pixels.height, pixels.first + 2,
                                 pixels.width, pixels.height, GDT_Byte, 3, bands.data(), 4,
                                 pixels.bytesPerRow, -1, nullptr) == CE_None);
    dataset.reset();
    failUnless(true);
    memory.writeInto(file.parent_path());
}

std::string worldFileOf(const PicturePlace& place) {
    // Of the middle of the first pixel.
    const double half = place.unitsPerPixel / 2;
    return fmt::format("{0:.12f}\n0\n0\n-{0:.12f}\n{1:.6f}\n{2:.6f}\n", place.unitsPerPixel,
                       place.west + half, place.north - half);
}

std::string auxiliaryFileOf(const PicturePlace& place) {
    std::string wkt;
    for (const char c : oldWktOf(place.crs))
        wkt += c == '"' ? std::string("&quot;") : std::string(1, c);
    return "<PAMDataset>\n  <SRS>" + wkt + "</SRS>\n</PAMDataset>\n";
}

std::string oldWktOf(const std::string& crs) {
    const QuietGdal errors;
    char* text = nullptr;
    const char* const options[] = {"FORMAT=WKT1_GDAL", nullptr};
    systemOf(crs).exportToWkt(&text, options);
    std::string wkt = text == nullptr ? "" : text;
    CPLFree(text);
    return wkt;
}

} // namespace terroir::geometry
