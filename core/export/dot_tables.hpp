#pragma once

#include "core/export/table.hpp"
#include "core/export/theme_layers.hpp"
#include "core/gazetteer/gazetteer.hpp"

#include <string>
#include <vector>

namespace terroir::exporting {

/// "made-up_dots", "made-up_dots_2": the layer of the dots of a layer.
std::string dotLayerName(const theme::Theme& theme, std::size_t layer);

/// A layer of points for each layer of dots that has any: one point for each dot of the map, at its
/// place, with the unit and the figure that it stands for; coloured by series.
std::vector<LayerTable> dotTables(const figures::EvaluatedTheme& evaluated,
                                  const gazetteer::Gazetteer& gazetteer);

/// Said of a format that holds units and their figures, and no dots; empty when there are none.
std::vector<LocalText> remarksOfDots(const figures::EvaluatedTheme& evaluated,
                                     const std::string& format);

} // namespace terroir::exporting
