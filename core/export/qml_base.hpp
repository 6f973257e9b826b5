#pragma once

#include "core/base_map/base_layers.hpp"

#include <string>

namespace terroir::exporting {

/// The look of a base layer of features in QGIS, as maps draw it; empty for rasters.
std::string baseStyle(const base_map::BaseLayer& layer);

/// How a relief or heights are drawn, for Project's ProjectLayer::pipe: flat ground white, so that
/// it darkens nothing; empty for other layers.
std::string basePipe(const base_map::BaseLayer& layer);

} // namespace terroir::exporting
