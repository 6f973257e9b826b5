#pragma once

#include "plugin/viewer/desk.hpp"

#include <functional>

namespace terroir::viewer {

/// Layers to write, as `terroir export`.
struct LayersRequest {
    std::filesystem::path file; ///< replaced when it exists
    std::vector<MapSpec> maps;
    std::string crs = "EPSG:4326";
    /// Themes without figures are left out instead of refused.
    bool skipEmpty = false;
};

/// Writes them on the job thread; `done` gets an empty text when it went well.
void writeLayersOf(Desk& desk, const LayersRequest& request,
                   std::function<void(const QString& failure)> done);

/// Writes the active map with its styles as a GeoPackage beside the workspace, or into the
/// temporary folder when that cannot be written, and opens it in QGIS. When there is no QGIS, a
/// sentence says so and where the file is.
void openInQgis(Desk& desk);

} // namespace terroir::viewer
