#pragma once

#include "core/figures/page_words.hpp"

#include <string>
#include <vector>

namespace terroir::map {

/// What a unit has, of all series, each once; of a sum with what it adds: "ngô lai 2,5 ha".
std::vector<std::string> subjectsOf(gazetteer::UnitIndex unit,
                                    const figures::EvaluatedTheme& evaluated,
                                    const figures::PageWords& words);

} // namespace terroir::map
