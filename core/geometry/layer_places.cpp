#include "core/geometry/layer_places.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/gdal.hpp"
#include "core/geometry/ogr_shape.hpp"
#include "core/geometry/packed_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace terroir::geometry {

namespace fs = std::filesystem;

namespace {

std::string extensionOf(const fs::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    return extension;
}

bool isVector(const fs::path& file) {
    constexpr std::array<std::string_view, 13> extensions{
        ".gpkg", ".shp", ".geojson", ".json", ".kml", ".kmz",   ".gml",
        ".fgb",  ".tab", ".mif",     ".pbf",  ".osm", ".sqlite"};
    return std::find(extensions.begin(), extensions.end(), extensionOf(file)) != extensions.end();
}

std::vector<fs::path> filesIn(const fs::path& file) {
    std::vector<fs::path> files;
    std::error_code ignored;
    if (fs::is_directory(file, ignored) && extensionOf(file) != ".gdb") {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(file, ignored))
            if (isVector(entry.path()))
                files.push_back(entry.path());
    } else if (extensionOf(file) == ".zip" && fs::exists(file, ignored)) {
        requireBearable(file);
        const fs::path root = "/vsizip/" + fs::absolute(file).string();
        const CPLStringList names(VSIReadDirRecursive(root.string().c_str()));
        for (int i = 0; i < names.size(); ++i)
            if (isVector(names[i]))
                files.push_back(root / names[i]);
    } else {
        files.push_back(file);
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

std::vector<LayerPlace> polygonLayers(const fs::path& file) {
    const QuietGdal gdal;
    std::vector<LayerPlace> places;
    for (const fs::path& each : filesIn(file)) {
        GDALDatasetUniquePtr dataset;
        try {
            dataset = openVector(gdal, each);
        } catch (const InputError&) {
            if (each == file || extensionOf(each) != ".json") // which may be anything
                throw;
            continue;
        }
        const std::size_t first = places.size();
        for (OGRLayer* layer : dataset->GetLayers())
            if (mayHoldPolygons(*layer))
                places.push_back({each, layer->GetName()});
        if (places.size() == first + 1)
            places.back().isAlone = true;
    }
    if (places.empty())
        throw InputError(
            file.string(), 0, "",
            localText("không có lớp đa giác nào; hãy dùng tệp có vùng của các đơn vị.",
                      "there is no layer with polygons; give a file with the areas of units."));
    return places;
}

} // namespace terroir::geometry
