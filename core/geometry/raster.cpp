#include "core/geometry/raster.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/gdal.hpp"
#include "core/geometry/memory_folder.hpp"
#include "core/geometry/packed_file.hpp"

#include <fmt/format.h>
#include <gdal_utils.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace terroir::geometry {

namespace {

/// Formats of files that lead to no other file and no server.
const char* const rasterFormats[] = {"GTiff",   "PNG",     "JPEG", "JP2OpenJPEG", "AAIGrid",
                                     "HFA",     "ENVI",    "EHdr", "GPKG",        "MBTiles",
                                     "SRTMHGT", "USGSDEM", nullptr};

template <typename Options, void (*free)(Options*)>
struct FreeOptions {
    void operator()(Options* options) const { free(options); }
};
using WarpOptions =
    std::unique_ptr<GDALWarpAppOptions, FreeOptions<GDALWarpAppOptions, GDALWarpAppOptionsFree>>;
using TranslateOptions =
    std::unique_ptr<GDALTranslateOptions,
                    FreeOptions<GDALTranslateOptions, GDALTranslateOptionsFree>>;
using DemOptions =
    std::unique_ptr<GDALDEMProcessingOptions,
                    FreeOptions<GDALDEMProcessingOptions, GDALDEMProcessingOptionsFree>>;

int askedToGoOn(double, const char*, void* asked) {
    const auto& stop = *static_cast<const std::function<bool()>*>(asked);
    return stop && stop() ? FALSE : TRUE;
}

[[noreturn]] void failRaster(const std::string& file, const LocalText& reason) {
    throw InputError(localText(
        "Không đọc được ảnh '{}' ({}); hãy kiểm tra tệp, hoặc lưu lại dạng GeoTIFF có hệ tọa độ.",
        "The raster '{}' cannot be read ({}); check the file, or save it as a GeoTIFF with its "
        "coordinate system.",
        file, reason));
}

GDALDatasetUniquePtr openRaster(const QuietGdal& gdal, const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw InputError(localText("Không có '{}'; hãy kiểm tra tên tệp và thư mục.",
                                   "'{}' does not exist; check the name and the folder.",
                                   file.string()));
    requireRegularFile(file);
    requireBearable(file);
    GDALDatasetUniquePtr raster(
        GDALDataset::Open(std::filesystem::absolute(file, ignored).string().c_str(),
                          GDAL_OF_RASTER | GDAL_OF_READONLY, rasterFormats, nullptr, nullptr));
    std::array<double, 6> place{};
    if (!raster || raster->GetRasterCount() == 0)
        failRaster(file.string(), gdal.reason());
    if (raster->GetGeoTransform(place.data()) != CE_None || raster->GetSpatialRef() == nullptr)
        failRaster(file.string(),
                   localText("tệp không ghi ảnh nằm ở đâu", "the file does not say where it lies"));
    return raster;
}

RasterContent contentOf(GDALDataset& raster) {
    GDALRasterBand& band = *raster.GetRasterBand(1);
    if (raster.GetRasterCount() > 2 || band.GetColorTable() != nullptr)
        return RasterContent::Colours;
    return band.GetRasterDataType() == GDT_Byte ? RasterContent::Shades : RasterContent::Heights;
}

CPLStringList arguments(const std::vector<std::string>& words) {
    CPLStringList list;
    for (const std::string& word : words)
        list.AddString(word.c_str());
    return list;
}

/// The raster in the frame's pixels, with its transparency as the last band.
GDALDatasetUniquePtr warped(GDALDataset& raster, const RasterFrame& frame, bool isByte,
                            const std::function<bool()>& stop) {
    std::vector<std::string> words{"-of",
                                   "MEM",
                                   "-t_srs",
                                   frame.crs,
                                   "-te",
                                   fmt::format("{}", frame.metres.minX),
                                   fmt::format("{}", frame.metres.minY),
                                   fmt::format("{}", frame.metres.maxX),
                                   fmt::format("{}", frame.metres.maxY),
                                   "-ts",
                                   fmt::format("{}", frame.width),
                                   fmt::format("{}", frame.height),
                                   "-r",
                                   "bilinear",
                                   "-dstalpha"};
    if (!isByte)
        words.insert(words.end(), {"-ot", "Float32"});
    const WarpOptions options(GDALWarpAppOptionsNew(arguments(words).List(), nullptr));
    GDALWarpAppOptionsSetProgress(options.get(), askedToGoOn,
                                  const_cast<std::function<bool()>*>(&stop));
    GDALDatasetH source = GDALDataset::ToHandle(&raster);
    return GDALDatasetUniquePtr(
        GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &source, options.get(), nullptr)));
}

std::vector<std::uint8_t> bytesOf(GDALDataset& raster, int band) {
    const int width = raster.GetRasterXSize(), height = raster.GetRasterYSize();
    std::vector<std::uint8_t> bytes(std::size_t(width) * std::size_t(height));
    if (raster.GetRasterBand(band)->RasterIO(GF_Read, 0, 0, width, height, bytes.data(), width,
                                             height, GDT_Byte, 0, 0, nullptr) != CE_None)
        bytes.assign(bytes.size(), 0);
    return bytes;
}

/// Of flat ground under light that falls in at 45°: 1 + 254 sin 45°.
constexpr int flat = 181;
/// How much of the deepest shade and of the fullest light is laid over the colours.
constexpr double shadeShare = 0.62, lightShare = 0.5;

using Bands = std::array<std::vector<std::uint8_t>, 4>; ///< red, green, blue, opacity

Bands shading(const std::vector<std::uint8_t>& shades, const std::vector<std::uint8_t>& covered) {
    Bands out;
    for (auto& band : out)
        band.resize(shades.size());
    for (std::size_t i = 0; i < shades.size(); ++i) {
        const int shade = shades[i];
        const double share = shade < flat ? shadeShare * (flat - shade) / flat
                                          : lightShare * (shade - flat) / (255 - flat);
        const auto tone = std::uint8_t(shade < flat ? 0 : 255);
        out[0][i] = out[1][i] = out[2][i] = tone;
        out[3][i] = std::uint8_t(share * covered[i]);
    }
    return out;
}

std::string pngOf(Bands& bands, int width, int height) {
    GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDriver* png = GetGDALDriverManager()->GetDriverByName("PNG");
    const GDALDatasetUniquePtr picture(memory->Create("", width, height, 4, GDT_Byte, nullptr));
    for (int band = 0; band < 4; ++band) {
        GDALRasterBand& target = *picture->GetRasterBand(band + 1);
        target.SetColorInterpretation(GDALColorInterp(GCI_RedBand + band));
        if (target.RasterIO(GF_Write, 0, 0, width, height, bands[std::size_t(band)].data(), width,
                            height, GDT_Byte, 0, 0, nullptr) != CE_None)
            return {};
    }
    const MemoryFolder folder;
    const std::string name = folder.path("picture.png");
    GDALDatasetUniquePtr(
        png->CreateCopy(name.c_str(), picture.get(), FALSE, nullptr, nullptr, nullptr));
    vsi_l_offset size = 0;
    const GByte* bytes = VSIGetMemFileBuffer(name.c_str(), &size, FALSE);
    return bytes == nullptr ? std::string()
                            : std::string(reinterpret_cast<const char*>(bytes), std::size_t(size));
}

/// The shaded relief of heights in metres on a plane in metres.
GDALDatasetUniquePtr shaded(GDALDataset& heights) {
    const DemOptions options(
        GDALDEMProcessingOptionsNew(arguments({"-of", "MEM", "-compute_edges"}).List(), nullptr));
    return GDALDatasetUniquePtr(GDALDataset::FromHandle(GDALDEMProcessing(
        "", GDALDataset::ToHandle(&heights), "hillshade", nullptr, options.get(), nullptr)));
}

} // namespace

RasterInfo rasterInfo(const std::filesystem::path& file) {
    const QuietGdal gdal;
    const GDALDatasetUniquePtr raster = openRaster(gdal, file);
    RasterInfo info{contentOf(*raster),
                    raster->GetRasterXSize(),
                    raster->GetRasterYSize(),
                    {},
                    definitionOf(*raster->GetSpatialRef())};
    std::array<double, 6> place{};
    raster->GetGeoTransform(place.data());
    OGRSpatialReference own(*raster->GetSpatialRef()), wgs84;
    wgs84.importFromEPSG(4326);
    own.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation, void (*)(OGRCoordinateTransformation*)>
        toLonLat(OGRCreateCoordinateTransformation(&own, &wgs84),
                 OGRCoordinateTransformation::DestroyCT);
    if (!toLonLat)
        failRaster(file.string(), gdal.reason());
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const double column = double(info.width) * i / steps;
            const double row = double(info.height) * j / steps;
            double x = place[0] + column * place[1] + row * place[2];
            double y = place[3] + column * place[4] + row * place[5];
            if (toLonLat->Transform(1, &x, &y) != FALSE)
                info.lonLat.expand(Point{x, y});
        }
    return info;
}

std::string rasterPicture(const std::filesystem::path& file, const RasterFrame& frame,
                          const std::function<bool()>& stop) {
    const QuietGdal gdal;
    GDALDatasetUniquePtr raster = openRaster(gdal, file);
    const RasterContent content = contentOf(*raster);
    GDALDatasetUniquePtr coloured;
    if (raster->GetRasterBand(1)->GetColorTable() != nullptr) {
        const TranslateOptions options(
            GDALTranslateOptionsNew(arguments({"-of", "VRT", "-expand", "rgba"}).List(), nullptr));
        coloured.reset(GDALDataset::FromHandle(
            GDALTranslate("", GDALDataset::ToHandle(raster.get()), options.get(), nullptr)));
    }
    GDALDataset& source = coloured ? *coloured : *raster;
    const GDALDatasetUniquePtr drawn =
        warped(source, frame, content != RasterContent::Heights, stop);
    if (!drawn && stop && stop())
        return {};
    if (!drawn)
        failRaster(file.string(), gdal.reason());
    std::vector<std::uint8_t> covered = bytesOf(*drawn, drawn->GetRasterCount());
    if (std::all_of(covered.begin(), covered.end(), [](std::uint8_t one) { return one == 0; }))
        return {};
    Bands bands;
    if (content == RasterContent::Colours) {
        bands = {bytesOf(*drawn, 1), bytesOf(*drawn, 2), bytesOf(*drawn, 3), std::move(covered)};
    } else if (content == RasterContent::Shades) {
        bands = shading(bytesOf(*drawn, 1), covered);
    } else {
        const GDALDatasetUniquePtr relief = shaded(*drawn);
        if (!relief)
            failRaster(file.string(), gdal.reason());
        bands = shading(bytesOf(*relief, 1), covered);
    }
    return pngOf(bands, frame.width, frame.height);
}

} // namespace terroir::geometry
