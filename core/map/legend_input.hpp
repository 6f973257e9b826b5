#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/legend_flow.hpp"
#include "core/map/not_attributed.hpp"
#include "core/map/page_shapes.hpp"
#include "core/map/typesetter.hpp"

#include <functional>
#include <string>
#include <vector>

namespace terroir::map {

/// What the legend is made from.
struct LegendInput {
    const figures::EvaluatedTheme& evaluated;
    const PageShapes& data;
    const figures::PageWords& words;
    double symbolFactor = 1;               ///< circles are as large as on the map
    std::vector<std::string> remarks = {}; ///< on how the page is drawn, a sentence each
    /// Those of `evaluated`, so that several settings of one legend share them; null: made anew.
    const std::vector<NotAttributedLine>* notAttributed = nullptr;
    /// Rows of a width instead of those of `evaluated`; empty: those.
    std::function<std::vector<LegendRow>(const Typesetter&, double)> rows = {};
};

} // namespace terroir::map
