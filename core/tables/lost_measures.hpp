#pragma once

#include "core/tables/open_guess.hpp"

namespace terroir::tables {

/// Columns of numbers that nothing took and that nothing explains: neither words of what is no
/// value, nor a measure that another column says better.
std::vector<std::size_t> lostMeasures(const OpenGuess& open);

} // namespace terroir::tables
