#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::geometry {

/// A layer that may hold polygons, and the file that it is in.
struct LayerPlace {
    std::filesystem::path file; ///< for PolygonReader: inside a ZIP "/vsizip/FILE.zip/…"
    std::string layer;
    bool isAlone = false; ///< the only one of its file
};

/// The layers with polygons of a file, of all files of a folder and those below it, or of a ZIP; in
/// the order of their names. Files of other kinds are passed over in a folder and in a ZIP.
/// InputError when there is none, or a file cannot be read.
std::vector<LayerPlace> polygonLayers(const std::filesystem::path& file);

} // namespace terroir::geometry
