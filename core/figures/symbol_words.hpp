#pragma once

#include "core/figures/page_words.hpp"

#include <string>

namespace terroir::figures {

/// How the size of symbols goes with their figures, where it is not by area: after Flannery, or
/// one size for all. Empty otherwise.
std::string scalingWords(const EvaluatedLayer& layer, Language language);

/// "Vòng nhỏ nhất: dưới 35", "Cột thấp nhất: dưới 35".
std::string leastSymbolWords(const EvaluatedLayer& layer, double value, Language language);

} // namespace terroir::figures
