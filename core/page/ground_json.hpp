#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/page/outlines.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <functional>

namespace terroir::page {

/// Where records of a theme lie by themselves, in steps of the grid: points [x, y, colour], zones
/// and lines [colour, is open, ring or line, …], each as x, y, x, y. Null where there are none.
nlohmann::json groundJson(const figures::EvaluatedTheme& evaluated, const Grid& grid,
                          const std::function<std::size_t(Colour)>& colourNumber);

} // namespace terroir::page
