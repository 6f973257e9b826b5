#pragma once

#include "core/base/language.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::exporting {

struct FormatInfo {
    std::string id;        ///< "gpkg"
    std::string extension; ///< ".gpkg"
    LocalText name;
    bool styles = false; ///< carries the map's style
};
const std::vector<FormatInfo>& formats();

/// A format with what GDAL calls it and what it cannot do.
struct Driver {
    FormatInfo info;
    std::string gdalName;
    bool severalLayers = false;
    bool geometry = true;
    bool onlyWgs84 = false;
};

/// By the extension of a file; UsageError with the known ones.
const Driver& driverOf(const std::filesystem::path& file);

} // namespace terroir::exporting
