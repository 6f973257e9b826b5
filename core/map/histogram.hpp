#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/legend_flow.hpp"
#include "core/map/typesetter.hpp"

#include <optional>

namespace terroir::map {

/// How the figures of a series spread: bars of equal steps of the value, each as high as there are
/// units in it, in the colours of their classes, with the borders of classes as lines and their
/// numbers below; without classes in the colour of the series. A figure that units have together
/// counts once. Nothing with fewer than three different figures, which a histogram says no more of
/// than the legend does.
std::optional<LegendRow> histogramRow(const figures::EvaluatedLayer& layer, std::size_t series,
                                      const figures::PageWords& words, const Typesetter& type,
                                      double widthMm);

} // namespace terroir::map
