#pragma once

#include "core/export/theme_layers.hpp"

#include <set>
#include <span>
#include <string>

namespace terroir::exporting {

/// The VN-2000 zones (3°, EPSG codes) of the provinces that the themes show, without unknown ones.
std::set<std::string> vn2000ZonesOf(const gazetteer::Gazetteer& gazetteer,
                                    std::span<const ThemeLayers> themes);

/// The system that maps of the themes are drawn in: the one zone of their provinces, else VN-2000 /
/// UTM zone 48N (EPSG:3405).
std::string mapCrsOf(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes);

} // namespace terroir::exporting
