#pragma once

#include "core/tables/open_guess.hpp"

namespace terroir::tables {

// Which measure the numbers of a column are: area, output, yield or count.

/// Numbers under a header that is not known, whose unit tells what they are: "NSTB (tạ/ha)".
void takeMeasures(OpenGuess& open);

/// "Quy mô (con)" is a count, "Số lượng (tấn)" an output.
void mendMeasures(OpenGuess& open);

/// "SL" is a number of things (số lượng) or an output (sản lượng): the latter with a unit of
/// mass, and beside the area of the same crop and year. Animals have no output for an area.
void nameOutputs(OpenGuess& open);

} // namespace terroir::tables
