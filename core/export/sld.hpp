#pragma once

#include "core/figures/evaluated_theme.hpp"

#include <cstddef>
#include <string>

namespace terroir::exporting {

// Styles for servers and programs that do not read QML: SLD 1.1.0 with Symbology Encoding 1.1.0
// (OGC 05-078r4, 05-077r4), of literal values and plain comparisons only, which GeoServer, MapServer
// and QGIS all take. Rules carry the words of the legend.

/// Of the polygons of a theme, filled by one of its layers: a rule for each class (choropleth,
/// change) or category (categories, two figures together), and one for units without data.
std::string polygonSld(const figures::EvaluatedTheme& evaluated, std::size_t layer);

/// Of the points of a layer of circles of one series, in five sizes, each that of the largest
/// figure of its rule; empty for other layers: SLD has no symbols side by side, bars or pies.
std::string circleSld(const figures::EvaluatedTheme& evaluated, std::size_t layer);

} // namespace terroir::exporting
