#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/map/legend_flow.hpp"
#include "core/map/legend_rows.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <optional>
#include <vector>

namespace terroir::map {

/// What stands beside the name of a series in a legend, its left upper corner at (0, 0), as it is
/// on the map but of a size that is read: a circle, a bar, a dot, a picture.
struct SeriesSample {
    std::vector<Item> items;
    double widthMm = 0, heightMm = 0;
};
SeriesSample seriesSample(const theme::Layer& layer, std::size_t series, const Typesetter& type);

/// The pictures in the sizes of some figures; nothing where all have one size. `factor`: of the
/// symbols on the map.
std::optional<LegendRow> pictureKey(const figures::EvaluatedLayer& layer,
                                    const std::vector<double>& values, double factor,
                                    const figures::PageWords& words, const Typesetter& type);

} // namespace terroir::map
