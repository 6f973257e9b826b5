#pragma once

#include "core/figures/page_words.hpp"

#include <string>

namespace terroir::map {

/// The figure that the fill of a unit or of a group of units shows, as it is written below the
/// name: the rate, or else the figure, of the last choropleth that has one. Empty without one.
std::string filledFigure(gazetteer::UnitIndex unit, const figures::EvaluatedTheme& evaluated,
                         const figures::PageWords& words);
std::string filledFigure(const figures::UnitGroup& group, const figures::EvaluatedTheme& evaluated,
                         const figures::PageWords& words);

} // namespace terroir::map
