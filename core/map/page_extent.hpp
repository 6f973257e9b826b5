#pragma once

#include "core/geometry/point.hpp"

#include <string>

namespace terroir::map {

/// "1:50000", "1:50.000" or "50000" as 50000. UsageError for what is no scale of a map.
double parseScale(const std::string& text);

/// "W,S,E,N" in degrees of WGS 84, or in a system that is named behind them ("…,EPSG:9205",
/// "…,vn2000:103°00'"), as a box in lon/lat. UsageError with the value and an example.
geometry::Box parseExtent(const std::string& text);

} // namespace terroir::map
