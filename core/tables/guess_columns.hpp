#pragma once

#include "core/tables/column_guess.hpp"
#include "core/tables/place_words.hpp"
#include "core/tables/title_words.hpp"

#include <map>
#include <string>
#include <string_view>

namespace terroir::tables {

/// What the columns of a table hold, from the words above them and from their values: a column
/// that is called area but holds names is none. `chosen` is field -> header or "D", the letter of
/// the column, and comes first; an empty one leaves the field out. InputError for an unknown field
/// or column of it.
ColumnGuess guessColumns(const FoundTable& table, std::string_view kind, const TitleWords& titles,
                         PlaceWords& places, const std::map<std::string, std::string>& chosen);

} // namespace terroir::tables
