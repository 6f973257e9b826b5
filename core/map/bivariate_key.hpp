#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/map/legend_rows.hpp"

namespace terroir::map {

/// The square of a Bivariate layer: its first series to the right, its second upwards, in each cell
/// how many units have it, with those that are filled for a figure of their group; the borders of
/// the classes below and at the right. Empty without classes.
LegendRow bivariateKeyRow(const figures::EvaluatedLayer& layer, const Typesetter& type,
                          Language language);

} // namespace terroir::map
