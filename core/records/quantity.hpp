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
    std::string unit; ///< written after the number: "con" of "3 000 con"
};

/// "1.947", "≥ 300", "trên 300", "ít nhất 300", "khoảng 20", "gần 20", "20-30", "từ 20 đến 30",
/// each with a unit after it or not. Empty for what holds no number, and for upper bounds
/// ("dưới 300"), which no sum can use.
std::optional<Quantity> parseQuantity(std::string_view text, NumberStyle style);

/// True for a cell that says in its own way that nothing is known: "", "-", "–", "…".
bool isBlankCell(std::string_view text);

} // namespace terroir::records
