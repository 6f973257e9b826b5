#pragma once

#include <string_view>

// Cells that a spreadsheet would take for a formula: withoutFormula() of csv.hpp puts an apostrophe
// before them, here it is taken away again.
namespace terroir {

/// Whether a spreadsheet calculates the text, or would when an apostrophe less stood before it.
bool isFormulaLike(std::string_view text);

/// What withoutFormula() was given.
std::string_view formulaOf(std::string_view cell);

} // namespace terroir
