#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::search {

/// The diacritics of a word: what stands on each of its first 20 letters, and its tone, wherever
/// that is written ("hòa", "hoà").
struct Marks {
    std::uint64_t shapes = 0; ///< three bits a letter
    std::uint8_t tone = 0;

    bool any() const { return shapes != 0 || tone != 0; }
};

/// A word of a text as it is looked up: letters without marks in lower case, y as i; or digits
/// without leading zeros.
struct Word {
    std::string letters;
    Marks marks;
    std::size_t from = 0, to = 0; ///< bytes of the text
};

/// Words end at what is neither letter nor digit, and between a letter and a digit ("CP111").
std::vector<Word> wordsOf(std::string_view text);

/// Bytes of a text that begin with a word's first `letters` letters.
std::size_t endOfLetters(std::string_view text, const Word& word, std::size_t letters);

/// How the marks that were typed agree with those of a name.
enum class Agreement : std::uint8_t {
    Full,
    LeftOut, ///< the name has marks where none was typed
    Wrong,   ///< a mark that was typed is not there
};

/// Of the first `letters` letters.
Agreement agreementOf(Marks typed, Marks name, std::size_t letters);

} // namespace terroir::search
