#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace terroir::text {

enum class Tone : std::uint8_t { Level, Grave, Hook, Tilde, Acute, Dot }; ///< ngang huyền hỏi …

/// A letter of the Vietnamese alphabet (or f, j, w, z) taken apart: "Ế" is ê, acute, upper case.
struct Letter {
    char32_t base = 0; ///< lower case without tone: a ă â b c d đ …; 0 for any other letter
    Tone tone = Tone::Level;
    bool upper = false;

    explicit operator bool() const { return base != 0; }
};

/// The letter that a code point (NFC) stands for; one table look-up.
Letter letterOf(char32_t codePoint);
/// The opposite: the code point of a letter. A tone on a consonant is dropped.
char32_t codePointOf(Letter letter);

constexpr bool isAsciiLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// a ă â e ê i o ô ơ u ư y
constexpr bool isVowel(char32_t base) {
    switch (base) {
    case U'a':
    case U'ă':
    case U'â':
    case U'e':
    case U'ê':
    case U'i':
    case U'o':
    case U'ô':
    case U'ơ':
    case U'u':
    case U'ư':
    case U'y':
        return true;
    default:
        return false;
    }
}

/// The letter without hat, horn, breve or bar: "ơ" is o, "đ" is d.
constexpr char32_t unmarked(char32_t base) {
    switch (base) {
    case U'ă':
    case U'â':
        return U'a';
    case U'ê':
        return U'e';
    case U'ô':
    case U'ơ':
        return U'o';
    case U'ư':
        return U'u';
    case U'đ':
        return U'd';
    default:
        return base;
    }
}

char32_t nextBeyondAscii(std::string_view text, std::size_t& at); ///< for nextCodePoint()
/// The code point at `at`, which moves past it. A byte that is not valid UTF-8 is U+FFFD.
inline char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? (++at, byte) : nextBeyondAscii(text, at);
}
std::u32string codePointsOf(std::string_view text);
void appendUtf8(std::string& out, char32_t codePoint);

} // namespace terroir::text
