#pragma once

#include <string>
#include <string_view>

namespace terroir::extract {

/// A letter and twelve digits that are the same for the same bytes: 48 bits, so that two of a
/// million are one by chance in 500 texts. The letter keeps spreadsheets from taking it for a
/// number: 'p' of what is proposed, 'm' of what was merged, 'h' of what a person made of words.
std::string wordsId(char letter, std::string_view bytes);

/// The text with single blanks: how a file wraps and indents says nothing.
std::string withSingleBlanks(std::string_view line);

/// The line that a byte stands on, so.
std::string lineAround(std::string_view text, std::size_t byte);

} // namespace terroir::extract
