#pragma once

#include "core/export/theme_layers.hpp"
#include "core/gazetteer/vn2000_zones.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::exporting {

/// The VN-2000 zones of the ground that the themes show.
std::vector<gazetteer::Vn2000Zone> vn2000ZonesOf(const gazetteer::Gazetteer& gazetteer,
                                                 std::span<const ThemeLayers> themes);

/// The system that maps of the themes are drawn in: the one zone of their ground, else VN-2000 /
/// UTM zone 48N (EPSG:3405).
std::string mapCrsOf(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes);

} // namespace terroir::exporting
