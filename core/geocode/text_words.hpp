#pragma once

#include "core/geocode/spelling.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::geocode {

/// What stands between a word of a long text and the one before it; several at once.
enum class Gap : std::uint16_t {
    Comma = 1U << 0U,
    Semicolon = 1U << 1U,
    Colon = 1U << 2U,
    Open = 1U << 3U,  ///< of a bracket
    Close = 1U << 4U, ///< of a bracket
    Dash = 1U << 5U,  ///< between spaces
    Hyphen = 1U << 6U,
    Slash = 1U << 7U,
    And = 1U << 8U,     ///< '&', '+'
    Line = 1U << 9U,    ///< the line ends
    Blank = 1U << 10U,  ///< a line without words
    Bullet = 1U << 11U, ///< a sign at the beginning of a line
    Stop = 1U << 12U,   ///< of a sentence
    Quote = 1U << 13U,
    Other = 1U << 14U, ///< any other sign
    Space = 1U << 15U,
};

/// Bits of Gap.
class Gaps {
public:
    constexpr Gaps() = default;
    constexpr Gaps(Gap gap) : m_bits(std::uint16_t(gap)) {} // NOLINT: one gap is a set of gaps
    constexpr bool has(Gaps any) const { return (m_bits & any.m_bits) != 0; }
    constexpr bool hasOnly(Gaps allowed) const { return (m_bits & ~allowed.m_bits) == 0; }
    constexpr bool isNone() const { return m_bits == 0; }
    constexpr void add(Gaps more) { m_bits |= more.m_bits; }
    constexpr void remove(Gaps gone) { m_bits &= std::uint16_t(~gone.m_bits); }
    friend constexpr Gaps operator|(Gaps a, Gaps b) {
        a.add(b);
        return a;
    }

private:
    std::uint16_t m_bits = 0;
};
constexpr Gaps operator|(Gap a, Gap b) {
    return Gaps(a) | Gaps(b);
}

struct TextWord {
    std::uint32_t from = 0, to = 0;           ///< into TextWords::letters
    std::uint32_t firstByte = 0, endByte = 0; ///< of the text
    std::uint32_t sentence = 0, paragraph = 0;
    Gaps before;              ///< between it and the word before
    bool isCapital = false;   ///< begins with a capital
    bool isUpperCase = false; ///< more than one letter, all capitals
    bool isNumber = false;
    bool isMarked = false;
    bool isAmongMarked = false; ///< the paragraph uses diacritics
    bool hasDot = false;        ///< a full stop stands right after it
};

/// The words of a text of any length, with where they stand. Marks of footnotes ("Bản Bo1", "Nà
/// Tăm(2)") are left out.
struct TextWords {
    std::string_view text;
    Spelling letters;
    std::vector<TextWord> words;

    std::size_t size() const { return words.size(); }
    const TextWord& operator[](std::size_t word) const { return words[word]; }
    SpellingView view(std::size_t from, std::size_t to) const {
        if (from >= to || to > words.size())
            return {};
        return SpellingView(letters).substr(words[from].from, words[to - 1].to - words[from].from);
    }
    /// The words as they are written, a space between them.
    std::string written(std::size_t from, std::size_t to) const;
};

/// Some 20 ns a byte. The text must outlive the words.
TextWords readWords(std::string_view text);

} // namespace terroir::geocode
