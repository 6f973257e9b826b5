#pragma once

#include "core/figures/page_words.hpp"

#include <string>

namespace terroir::figures {

/// "1 điểm = 5 ha".
std::string dotValueWords(const EvaluatedLayer& layer, const PageWords& words);
/// "389 điểm: 1.945 trên 1.947,5 ha": what rounding to whole dots leaves of the figures on the map,
/// and how many places have no dot.
std::string dotSumWords(const EvaluatedLayer& layer, const PageWords& words);

} // namespace terroir::figures
