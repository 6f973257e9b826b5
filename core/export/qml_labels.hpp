#pragma once

#include "core/figures/evaluated_theme.hpp"

#include <optional>
#include <string>

namespace terroir::exporting {

/// <labeling> of the units: name and figure. `fill`: the layer whose classes colour them, for
/// letters that contrast with it.
std::string labeling(const figures::EvaluatedTheme& evaluated,
                     std::optional<std::size_t> fill = std::nullopt);

/// <labeling> of symbols: labels of other layers keep off them.
std::string obstacles();

} // namespace terroir::exporting
