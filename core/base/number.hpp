#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace terroir {

/// At most `decimals` decimals, trailing zeros dropped, thousands grouped: "1.947,5" in
/// Vietnamese, "1,947.5" in English. Never scientific notation.
std::string formatNumber(double value, Language language, int decimals = 2);
/// The same with all of its decimals: "54,0" beside "74,1".
std::string formatFixed(double value, Language language, int decimals);
/// formatNumber() in both languages, for a localText().
LocalText numberText(double value, int decimals = 2);

/// Reads a number as Vietnamese tables write it: "1.947" is 1947 (groups of three after a point),
/// "74,03" is 74.03, "3 000" is 3000, "02" is 2, "80 nghìn" is 80000, "1,2 triệu" is 1200000;
/// also "9.75" and "0.9" (a point not followed by exactly three digits) as plain decimals.
/// Empty for anything else, including text after the number.
std::optional<double> parseVietnameseNumber(std::string_view text);

/// Reads a plain decimal-point number, whole text; empty for anything else.
std::optional<double> parsePlainNumber(std::string_view text);

} // namespace terroir
