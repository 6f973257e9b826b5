#pragma once

#include "core/base/language.hpp"
#include "core/export/theme_layers.hpp"
#include "core/map/layout.hpp"

#include <string>

namespace terroir::exporting {

struct Options {
    std::string crs = "EPSG:4326"; ///< EPSG code of the layers, e.g. VN-2000 "EPSG:9210"
    Extent extent = Extent::All;
    Language language = Language::Vietnamese;
    map::Layout layout = {}; ///< of the pages of the project
    bool isStream = false; ///< the file goes to a stream: nothing can lie beside it
};

} // namespace terroir::exporting
