#pragma once

#include "core/tables/open_guess.hpp"

namespace terroir::tables {

/// Without a column for the subject: the first of texts that means nothing else.
void findSubject(OpenGuess& open);

} // namespace terroir::tables
