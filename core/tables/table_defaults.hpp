#pragma once

#include "core/tables/column_guess.hpp"
#include "core/tables/place_words.hpp"
#include "core/tables/plain_head.hpp"
#include "core/tables/title_words.hpp"

#include <string>

namespace terroir::tables {

/// What the rows of a table say themselves, beside the columns that were guessed for it: in wide
/// headers, in headings, around them.
struct SaidByRows {
    bool subject = false, period = false, status = false;
    bool headingPeriod = false, headingUnit = false, headingCategory = false, headingStars = false;
    bool place = false;      ///< in a column or a heading
    bool widePlace = false;  ///< in the headers of numbers
    bool isInCells = false;  ///< behind the name of something, in one cell
    bool ground = false;     ///< coordinates or shapes
    std::string surrounding; ///< the unit below the province that a title or the sheet names
};

/// What the titles, the sheet's name and the headers say for all rows becomes the defaults of the
/// import, each said once; what rows of the kind must say and nothing does makes all of them
/// doubtful. What the user set goes before.
void readTableDefaults(const FoundTable& found, const ColumnGuess& guess, const TitleWords& titles,
                       PlaceWords& places, const SaidByRows& rows, PlainHead& plain);

} // namespace terroir::tables
