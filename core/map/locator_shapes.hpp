#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/figures/evaluated_theme.hpp"
#include "core/workspace/workspace.hpp"

namespace terroir::map {

/// What a locator shows around the units of a map.
struct LocatorShapes {
    boundaries::UnitShapes shapes;                     ///< empty: no locator
    gazetteer::UnitIndex province = gazetteer::noUnit; ///< that they are of; noUnit: the country
};

/// The province that the units are a part of, else the country; nothing for a map of most
/// provinces. In the detail of some centimetres.
LocatorShapes locatorShapesOf(workspace::Workspace& workspace,
                              const figures::EvaluatedTheme& evaluated);

} // namespace terroir::map
