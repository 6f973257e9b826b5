#pragma once

#include "core/export/export.hpp"

namespace terroir::exporting {

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
