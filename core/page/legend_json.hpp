#pragma once

#include "core/map/legend_flow.hpp"

#include <nlohmann/json.hpp>

namespace terroir::page {

/// What the rows of a legend say and show, for a browser to set: a row each, without their places.
/// Members, none of which a row must have: "heading" (true), "texts" (each with its marks: b bold,
/// i italic, q quiet, n a notice), "sample" (a swatch or a circle in mm), "circles" (radius in mm
/// and value of nested circles, largest first), "gap" (true).
nlohmann::json legendJson(const std::vector<map::LegendRow>& rows);

} // namespace terroir::page
