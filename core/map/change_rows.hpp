#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/figures/page_words.hpp"
#include "core/map/legend_rows.hpp"

namespace terroir::map {

/// What is compared in a Change layer: "from … to …".
void addChangeTimes(LegendRows& rows, const figures::EvaluatedLayer& layer,
                    const figures::PageWords& words, const Typesetter& type);

} // namespace terroir::map
