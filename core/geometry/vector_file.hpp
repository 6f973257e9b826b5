#pragma once

#include "core/geometry/shape.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace terroir::geometry {

/// One feature of a polygon layer, already in EPSG:4326 (lon, lat).
struct PolygonFeature {
    long long id = 0;
    std::map<std::string, std::string> attributes; ///< as text, unset left out
    MultiPolygon shape;
};

struct PolygonLayer {
    std::string name;
    std::vector<std::string> fields;
    std::vector<PolygonFeature> features;
};

std::vector<std::string> layerNames(const std::filesystem::path& file);
/// Any format GDAL reads. Layer empty: the only one (InputError listing them when there are
/// several). InputError when the file is missing, unreadable, has no CRS or no polygons.
PolygonLayer readPolygons(const std::filesystem::path& file, const std::string& layer = {});

} // namespace terroir::geometry
