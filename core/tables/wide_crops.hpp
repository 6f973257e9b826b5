#pragma once

#include "core/tables/open_guess.hpp"

namespace terroir::tables {

/// Crops as headers, over their measures or below one.
void findWideCrops(OpenGuess& open);

} // namespace terroir::tables
