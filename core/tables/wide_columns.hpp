#pragma once

#include "core/tables/open_guess.hpp"

namespace terroir::tables {

// Columns of which each makes a row of its own: years, seasons, places, counts; and those that rows
// tick.

/// Ratings or categories as headers, of which each row ticks one: "3 sao", "4 sao" over "x".
void findTicks(OpenGuess& open);

/// Years as headers: each is a period of its own.
void findWideYears(OpenGuess& open);

/// "Tổng cộng", "Cả giai đoạn", "3 năm", "2021-2023" beside the years of the same measure add them
/// up, or are their mean, and are no value of their own.
void leaveYearSums(OpenGuess& open);

/// Places as headers below a measure: a site, a commune.
void findWidePlaces(OpenGuess& open);

/// "Vụ Đông Xuân 2023-2024", "Năm 2022" over its area, yield and output; the crop stands
/// elsewhere.
void findSeasons(OpenGuess& open);

/// "Số trang trại" beside "Tổng đàn (con)": each counts something else of the same rows, so
/// that every measure of the rows is a record of its own.
void findCounts(OpenGuess& open);

} // namespace terroir::tables
