#pragma once

#include "core/base_map/base_layers.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/land_border.hpp"
#include "core/figures/evaluated_theme.hpp"

namespace terroir::exporting {

/// One theme with its figures and the shapes of its units.
struct ThemeLayers {
    figures::EvaluatedTheme evaluated;
    boundaries::UnitShapes shapes;
    boundaries::UnitShapes formers = {}; ///< see figures::formerUnitsOf()
    boundaries::UnitShapes parents = {}; ///< outlines one level up; may be empty
    boundaries::UnitShapes around = {};  ///< neighbours; may be empty
    std::vector<boundaries::BorderStretch> border = {}; ///< of the country; may be empty
    std::vector<base_map::BaseLayer> base = {};         ///< of the workspace, as it orders them
};

/// Which records and sources go along with the themes.
enum class Extent {
    All,   ///< everything in the workspace
    Themes ///< only what the figures of the themes come from: a part that is handed out
};

} // namespace terroir::exporting
