#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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
/// As files of text hold it: a decimal point and at most ten significant digits, "yes" and "no",
/// nothing for an unknown.
std::string textOf(const Value& value);
std::vector<std::string> textsOf(const std::vector<Value>& row);

enum class ColumnType { Text, Real };

/// A code that stands in a column and what it says, in one language.
struct CodeWord {
    std::string code, word;
};

struct Column {
    // NOLINTBEGIN(google-explicit-constructor): of a result the name is the column
    Column(std::string itsName, std::string itsAlias = {}, ColumnType itsType = ColumnType::Text,
           std::vector<CodeWord> itsCodes = {})
        : name(std::move(itsName)), alias(std::move(itsAlias)), type(itsType),
          codes(std::move(itsCodes)) {}
    Column(const char* itsName) : Column(std::string(itsName)) {}
    // NOLINTEND(google-explicit-constructor)

    std::string name;  ///< the same in both languages
    std::string alias; ///< for people, in the language of the table; may be empty
    /// For files that want to know it before the first row: Real holds numbers and unknowns alone.
    /// Text says nothing of the values.
    ColumnType type;
    std::vector<CodeWord> codes; ///< of a column of codes
};

/// What was asked for or worked out, before it is known how it will be shown or stored: every row
/// has a value for each column. A table as somebody wrote it, whose texts are evidence and are read
/// with care, is a TextTable (csv.hpp); one whose rows lie somewhere is a geometry::LayerTable, of
/// the same columns and values.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows;
};

std::vector<std::string> namesOf(const std::vector<Column>& columns);

/// An array of objects; unknown is null.
std::string toJson(const Table& table);
/// The names of the columns, then textOf() of every value.
std::string toCsv(const Table& table);

} // namespace terroir
