#pragma once

#include "core/base/sha256.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace terroir::extract {

/// A letter and twelve digits that are the same for the same bytes: 48 bits, so that two of a
/// million are one by chance in 500 texts. The letter keeps spreadsheets from taking it for a
/// number: 'p' of what is proposed, 'm' of what was merged, 'h' of what a person made of words.
std::string wordsId(char letter, std::string_view bytes);

/// wordsId() of words together with the line on which they stand, of one text after the other; a
/// line is read once for all words on it.
class LineIds {
public:
    /// The text must outlive it.
    explicit LineIds(std::string_view text) : m_text(text) {}
    std::string idOf(char letter, std::size_t byte, std::string_view words);

private:
    std::string_view m_text;
    std::size_t m_first = 0, m_end = 0; ///< of the line that m_line has; none at first
    Sha256 m_line;
};

/// The text with single blanks: how a file wraps and indents says nothing.
std::string withSingleBlanks(std::string_view line);

/// The line that a byte stands on, so.
std::string lineAround(std::string_view text, std::size_t byte);

} // namespace terroir::extract
