#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/page/outlines.hpp"

#include <nlohmann/json.hpp>

#include <functional>

namespace terroir::page {

/// The dots of a map: their diameter in mm, and as one list x, y (steps of the grid) and the number
/// of the colour of each, in the order in which they are drawn. Null without any.
nlohmann::json dotsJson(const figures::EvaluatedTheme& evaluated, const Grid& grid,
                        const std::function<std::size_t(Colour)>& colourNumber);

} // namespace terroir::page
