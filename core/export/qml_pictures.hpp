#pragma once

#include "core/export/qml_symbols.hpp"
#include "core/theme/theme.hpp"

#include <string>

namespace terroir::exporting {

/// circleSymbol() of a series, or its picture where it has one, in a row of as many as its stars:
/// an SVG that is in the style itself, which QGIS fills with the series' colour.
/// CircleExpressions::diameterMm is the height of one.
std::string seriesSymbol(const std::string& name, const theme::Series& series, double legendSizeMm,
                         const CircleExpressions& expressions = {});

} // namespace terroir::exporting
