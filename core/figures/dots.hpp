#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/geometry/shape.hpp"
#include "core/workspace/workspace.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::figures {

/// A unit, or units that have figures together, and what its dots are for.
struct DottedGround {
    gazetteer::UnitIndex unit = gazetteer::noUnit; ///< see Dot::unit
    std::string seed;                              ///< the same ground has the same dots
    geometry::MultiPolygon lonLat;
    std::vector<double> values; ///< by series
};

/// Diameter of a dot on an A4 map.
inline constexpr double dotMm = 1;

/// The smallest of 1, 2, 5 × 10^k with which dots cover no more than a quarter of the densest
/// ground on an A4 map of all of them, and are no more than 20,000; at least 1 when all figures are
/// whole numbers. A ground too small for three dots counts as one that holds three. 1 without
/// figures.
double suitableDotValue(std::span<const DottedGround> grounds);

/// As many dots for each figure as it has times the value, rounded half up, inside its ground.
/// UsageError for more than 200,000.
ShownDots dotsOn(std::span<const DottedGround> grounds, double value);

/// Sets EvaluatedLayer::dots of the layers of dots, on the units' shapes; what lies by itself has
/// none: see addGround(), which goes before. Places without a shape have none either.
void addDots(EvaluatedTheme& evaluated, workspace::Workspace& workspace);

} // namespace terroir::figures
