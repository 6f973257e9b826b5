#pragma once

#include "core/tables/open_guess.hpp"

namespace terroir::tables {

// What a table says of former times beside today: old units, former ratings.

/// Old units beside those of today only support them.
void findFormerPlaces(OpenGuess& open);

/// "Kết quả lần đầu" beside "Kết quả đánh giá lại", each over stars and days: the rating that
/// holds is the later one; the former is left out, which the report says.
void findFormerRatings(OpenGuess& open);

} // namespace terroir::tables
