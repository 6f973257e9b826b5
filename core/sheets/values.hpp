#pragma once

#include <optional>
#include <string>
#include <string_view>

// What the number of a spreadsheet cell stands for, by its format.
namespace terroir::sheets {

/// What a number format shows.
enum class Shows {
    Number,
    Day,     ///< a day
    DayTime, ///< a day with its time
    Month,   ///< month and year, no day
    Year,
    Time ///< a time of day or a span of hours
};

/// Of a format code of Excel as files hold it: "dd/mm/yyyy;@", "[$-42A]d mmmm yyyy", "#,##0.00".
Shows shownBy(std::string_view formatCode);
/// Of the format numbers that have no code in the file (ECMA-376, 18.8.30).
Shows shownBy(unsigned builtinFormat);

enum class DayCount { From1900, From1904 };

/// The day and time of a serial number: "2024-11-18", "2024-11-18 10:11:12", Month "11/2024", Year
/// "2024", Time "10:11:12" or "26:00:00". Empty for a number that is no day (below 1, after 9999).
std::optional<std::string> dayText(double serial, Shows shows, DayCount count);

/// "2024-11-18T10:11:12.5", as ISO dates stand in files, as "2024-11-18 10:11:12"; without the time
/// when there is none or it is midnight. Empty when it is no day.
std::optional<std::string> isoDayText(std::string_view text);

/// Plain decimal of 15 digits, without exponent and zeros at the end: "26016.1". Infinite and not a
/// number: empty.
std::string plainNumber(double value);
/// The same of the digits in a file ("1E-3", "0.30000000000000004"); empty when it is no number.
std::optional<std::string> plainNumber(std::string_view text);

} // namespace terroir::sheets
