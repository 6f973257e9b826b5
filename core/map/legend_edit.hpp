#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/map/legend_flow.hpp"

#include <cstddef>
#include <optional>

namespace terroir::map {

// What a person changes of a layer on its legend. `shown` is the layer with its figures, as the
// legend shows it.

/// Another colour for what the entry stands for. Classes become given ones with the breaks and
/// colours that are shown.
void setColour(theme::Layer& layer, const figures::EvaluatedLayer& shown, const LegendEntry& entry,
               Colour colour);

/// Where a class ends and the next begins: its upper end, of the last one the lower end; none
/// where there is one class.
std::optional<double> breakOf(const figures::EvaluatedLayer& shown, std::size_t index);
/// Another number for breakOf(): the classes become given ones, of the colours that are shown; the
/// two beside it lose words of their own.
/// UsageError with the numbers that it must lie between.
void setBreak(theme::Layer& layer, const figures::EvaluatedLayer& shown, std::size_t index,
              double value);

} // namespace terroir::map
