#pragma once

#include "core/records/record.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace terroir::records {

/// Vietnamese: "1.947" is 1947, "74,03" is 74.03 (parseVietnameseNumber). Plain: a decimal point,
/// as spreadsheets store numbers and as the project's own files write them.
enum class NumberStyle { Vietnamese, Plain };

/// A value as tables write it.
struct Quantity {
    double value = 0;
    std::optional<double> max; ///< of a range
    Qualifier qualifier = Qualifier::Exact;
    std::string unit; ///< written after the number: "con" of "3 000 con", "ha" of "12 (ha)"
};

/// "1.947", "1½", "80 nghìn"; "≥ 300", "trên 300", "từ 300", "300 trở lên", "không dưới 300";
/// "khoảng 20", "gần 20", "ước 20"; "20-30", "từ 20 đến 30", "5-7 nghìn"; each with a unit after it
/// or not. Empty for what holds no number and for what Unusable names.
std::optional<Quantity> parseQuantity(std::string_view text, NumberStyle style);

/// Whether it holds a digit or a fraction: without one there is no quantity.
bool hasNumeral(std::string_view text);

/// 1000 of "nghìn"; 0 for a word that is no number.
double numberWord(std::string_view word);

/// Why a text is no quantity.
enum class Unusable {
    NotANumber,
    UpperBound,       ///< "dưới 300", "đến 20": no sum can use it
    SeveralValues,    ///< "2 ha + 500 m2", "10.000 m2/3 hộ", "12 ha (5 hộ)"
    LettersForDigits, ///< "1OO": see withDigits()
};
Unusable whyNoQuantity(std::string_view text);

/// "100 ha" of "1OO ha", "110" of "1l0": a text in which letters that look like digits (o, and l or
/// I between digits) stand within a number, with the digits; empty when there are none. It is what
/// may be meant, and no value.
std::string withDigits(std::string_view text);

/// True for a cell that says in its own way that nothing is known: "", "-", "–", "…", "x", "KXĐ",
/// "chưa có", "không". "0" is a value.
bool isBlankCell(std::string_view text);

/// True for a cell that repeats the one above: "nt", "-nt-", "//", a quotation mark.
bool isDitto(std::string_view text);

} // namespace terroir::records
