#pragma once

#include "core/tables/column_guess.hpp"
#include "core/tables/place_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// What the headings above the rows of a group say.
struct HeadingWords {
    std::string place;  ///< the lowest heading that is a place
    std::string within; ///< the others, from below, separated with ";"
    std::string subject, category, stars, unit, period, decision, status;
};

/// Of each group of the table: a heading is a place, a thing, a category, a rating, a state, a unit
/// or a year, and what the headings above it say holds as well.
std::vector<HeadingWords> readHeadings(const FoundTable& found, const ColumnGuess& guess,
                                       PlaceWords& places, std::string_view kind);

/// "xã A; huyện B", either of which may be empty.
std::string joinPlaces(const std::string& lower, const std::string& upper);

} // namespace terroir::tables
