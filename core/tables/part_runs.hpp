#pragma once

#include "core/tables/open_guess.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::tables {

/// A sum and the things below "Trong đó" that follow it.
struct PartRun {
    std::size_t whole = 0;          ///< column
    std::vector<std::size_t> parts; ///< columns
    std::string wholeName; ///< "gia cầm" of "Tổng đàn gia cầm (con)"; empty: "Tổng số"
};

/// The sums of a table that name their parts, each a thing: "Tổng số | Trong đó: gà | Vịt" in one
/// line, "Tổng đàn gia cầm (con)" beside "Trong đó" over "Gà", "Vịt". In one line what follows the
/// first part of a thing is a part, too, where the numbers of most rows make the whole.
std::vector<PartRun> partRuns(const OpenGuess& open);

/// The name of a column of such a run.
std::string nameInRun(const OpenGuess& open, std::size_t column);

} // namespace terroir::tables
