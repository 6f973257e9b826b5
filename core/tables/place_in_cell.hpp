#pragma once

#include "core/tables/column_guess.hpp"
#include "core/tables/place_words.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace terroir::tables {

/// "Hộ ông A\nthôn B, xã C", "HTX D (xã E)": who or what it is, and where. Without a place the
/// second is what stands in brackets at the end, or nothing.
std::pair<std::string, std::string> splitPlace(const FoundColumn& column, std::string_view field,
                                               std::string_view kind, PlaceWords& places,
                                               std::string_view text);

/// The field whose cells end with a place in most rows, in brackets, on a line of its own or
/// behind a comma; empty for none.
std::string fieldWithPlaces(const FoundTable& found, const ColumnGuess& guess,
                            std::string_view kind, PlaceWords& places);

} // namespace terroir::tables
