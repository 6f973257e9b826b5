#pragma once

#include "core/text/latin.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::geocode {

/// One letter as names are compared: base letter, shape and tone in 16 bits. The tone of "oa",
/// "oe", "uy", … stands on the second vowel, wherever it was typed, so that "hòa" and "hoà" are
/// equal.
using Sign = char16_t;
using Spelling = std::u16string;
using SpellingView = std::u16string_view;

/// A letter that is known to be lost: "Huy?n".
inline constexpr char lostLetter = '?';

constexpr Sign makeSign(char base, text::Shape shape, text::Tone tone) {
    return Sign(unsigned(base) | unsigned(shape) << 7U | unsigned(tone) << 10U);
}
constexpr char baseOf(Sign sign) {
    return char(sign & 0x7fU);
}
constexpr bool isDigit(Sign sign) {
    return baseOf(sign) >= '0' && baseOf(sign) <= '9';
}
inline bool isOneOf(SpellingView letters, const std::vector<Spelling>& words) {
    return std::find(words.begin(), words.end(), letters) != words.end();
}
constexpr bool isMarked(Sign sign) {
    return sign >= 0x80;
}
constexpr text::Shape shapeOf(Sign sign) {
    return text::Shape((sign >> 7U) & 7U);
}
constexpr text::Tone toneOf(Sign sign) {
    return text::Tone((sign >> 10U) & 7U);
}

/// What stands between a word and the one before it.
enum class Break : std::uint8_t { None, Dash, List, Line, Hard };

struct Word {
    std::uint16_t from = 0, to = 0;           ///< into SpelledText::letters
    std::uint16_t firstByte = 0, endByte = 0; ///< of the text that was spelled
    Break before = Break::None;
    bool isMarked = false;    ///< has a tone or a shaped letter
    bool hasDot = false;      ///< a full stop stood right after it
    bool isUpperCase = false; ///< more than one letter, all capitals
    bool isCapital = false;   ///< begins with a capital, or with a letter that is lost
    bool isGlued = false;     ///< nothing stands between it and the word before
};

/// A text in words, and all their letters in one row without spaces: names are compared letter by
/// letter, because spaces get lost and misplaced as letters do.
struct SpelledText {
    Spelling letters;
    std::vector<Word> words;
    bool isMarked = false;    ///< any word is: the writer uses diacritics
    bool hasCapitals = false; ///< words with and without a capital: the writer uses them

    SpellingView view(std::size_t firstWord, std::size_t lastWord) const {
        if (firstWord >= lastWord)
            return {};
        return SpellingView(letters).substr(words[firstWord].from,
                                            words[lastWord - 1].to - words[firstWord].from);
    }
};

/// Bytes of a text that are read; a place is named in far fewer. Bounds the time of a query.
inline constexpr std::size_t maxTextBytes = 2000;

/// Words are cut at spaces, stops, dashes and other signs, where a capital follows a small letter
/// ("XãTà Xùa") or a digit a letter ("Phường15"). Commas, semicolons, parentheses, slashes and line
/// ends are hard breaks, dashes between spaces soft ones. Numbers lose leading zeros. A question
/// mark is a lost letter in a text where one stands before a letter. What fell apart is one word
/// again ("ph ường", "x ã"), what grew together is two ("xabinhlieu", "ởxã", "P8Q10"), and "Phường
/// IV" is a number. About 8 ns a byte.
SpelledText spell(std::string_view text);

/// Hash of the base letters, i and y alike.
std::uint64_t keyOf(SpellingView letters);
bool haveEqualBases(SpellingView a, SpellingView b); ///< i and y alike

/// Which letters a spelling has, and which twice. One edit changes at most two bits, so spellings
/// whose signatures differ in more than 2k bits are more than k edits apart.
std::uint64_t signatureOf(SpellingView letters);

/// Plain letters, for tests and messages: "tam duong" without the space.
std::string toPlain(SpellingView letters);

} // namespace terroir::geocode
