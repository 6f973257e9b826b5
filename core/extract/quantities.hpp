#pragma once

#include "core/extract/lexicon.hpp"
#include "core/records/record.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::extract {

/// A number of a sentence with what it counts.
struct Counted {
    std::size_t first = 0, end = 0;     ///< tokens: from a word like "trên" to the end of the unit
    std::size_t number = 0, unitAt = 0; ///< tokens
    double value = 0;
    std::optional<double> max;
    records::Qualifier qualifier = records::Qualifier::Exact;
    const UnitPhrase* unit = nullptr; ///< null: what it counts is not known
    std::string unitText;             ///< "ha", "m2/năm"
    bool isPerUnit = false;           ///< the size of one: "15 con/cơ sở", "quy mô 50 con"
};

/// The value of a number that is written as a word ("hai"); none for words that mean other things
/// as often ("năm").
std::optional<double> numberWord(std::string_view word);

/// The numbers that count something, in order. Days, years, numbers of documents, standards and
/// lists, and names that end with a number count nothing.
std::vector<Counted> countedIn(std::span<const Token> tokens, const Lexicon& lexicon);

} // namespace terroir::extract
