#pragma once

#include "core/figures/page_words.hpp"

#include <string>

namespace terroir::figures {

/// How the figures of a page were counted, where that is not plain: what was not added and why,
/// what may overlap or is doubtful, that years are added up, which rates are not known. Sentences
/// without an end, with "; " between them; empty when all is plain.
std::string countWords(const EvaluatedTheme& evaluated, const PageWords& words);

/// The part of it that says which units have no rate, because their area or population is not
/// known; empty when all have one.
std::string unratedWords(const EvaluatedTheme& evaluated, const PageWords& words);

} // namespace terroir::figures
