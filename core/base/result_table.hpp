#pragma once

#include "core/base/csv.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace terroir {

/// One cell: unknown (an empty cell, null), a text, a number, or yes/no.
using Value = std::variant<std::monostate, std::string, double, std::int64_t, bool>;

inline Value valueOf(const std::optional<double>& number) {
    return number ? Value(*number) : Value();
}
/// An empty text is an unknown.
inline Value textOrNone(std::string text) {
    return text.empty() ? Value() : Value(std::move(text));
}
inline Value countOf(std::size_t count) {
    return std::int64_t(count);
}

/// What was asked for, before it is known how it will be shown.
struct ResultTable {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
};

/// Text cells: numbers with a decimal point, at most ten significant digits.
Table toTable(const ResultTable& result);
/// An array of objects; unknown is null.
std::string toJson(const ResultTable& result);
std::string toCsv(const ResultTable& result);

} // namespace terroir
