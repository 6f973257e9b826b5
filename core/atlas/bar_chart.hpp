#pragma once

#include "core/figures/page_words.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <string>

namespace terroir::atlas {

/// The figures of the units of a theme's first layer as bars, the largest first, one unit marked
/// among them: title with the unit of measure, bars with figures, legend of the series, and where
/// they come from. Counts, and sums of one unit of measure, stand behind each other in one bar,
/// with their sum where they are parts of one whole (theme::whyNoWhole()), else with the figure of
/// each; of sums of several units those of the first are drawn. Only what units have by themselves.
/// A sentence where no unit has a figure.
map::Group barChart(const figures::EvaluatedTheme& evaluated, gazetteer::UnitIndex marked,
                    const figures::PageWords& words, const std::string& source,
                    const geometry::Box& box, const map::Typesetter& type);

} // namespace terroir::atlas
