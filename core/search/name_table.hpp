#pragma once

#include "core/search/words.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace terroir::search {

using NameId = std::uint32_t;
/// One bit for each word that was typed.
using WordMask = std::uint32_t;
inline constexpr std::size_t maxTypedWords = 16;

/// How a text that was typed names a thing, best first.
enum class Fit : std::uint8_t {
    Whole,     ///< the whole name
    Beginning, ///< its beginning
    Words,     ///< beginnings of its words, in any order
    Around,    ///< only what it belongs to: "OCOP" for a product of that kind
    Guess,     ///< not so written: what the geocoder makes of the text
};

/// A text that was typed, against a NameTable.
struct Typed {
    /// A word with the words of the table that begin with it: numbers from `begin` to `end`.
    struct Part {
        Word word;
        std::uint32_t begin = 0, end = 0;
        bool isWhole = false; ///< `begin` is the word itself
    };
    std::vector<Part> parts;
    /// Those that may be cut short: single letters ("x. Bản Hon"), and the last, which is still
    /// being typed.
    WordMask shortWords = 0;

    WordMask all() const { return (WordMask(1) << parts.size()) - 1; }
};

/// Which typed words begin a word of a name.
struct Match {
    WordMask any = 0;
    WordMask agreeing = 0; ///< without a wrong mark
    WordMask whole = 0;    ///< and are all of it

    Match& operator|=(const Match& other) {
        any |= other.any;
        agreeing |= other.agreeing;
        whole |= other.whole;
        return *this;
    }
};

/// All different names, with an inverted index of their words: sorted, so that the words that begin
/// alike are a range. Filled with add(), then made ready with finish(); immutable afterwards.
class NameTable {
public:
    NameId add(std::string_view name);
    void finish();

    std::size_t size() const { return m_names.size(); }
    const std::string& text(NameId name) const { return *m_texts[name]; }

    Typed read(std::string_view text) const;
    /// By name.
    std::vector<Match> match(const Typed& typed) const;
    /// `around`: what the thing's surroundings match.
    Fit fitOf(const Typed& typed, NameId name, const Match& around) const;
    /// Whether words of `mask` are without marks that the name has, when others of them have marks.
    bool leavesMarksOut(const Typed& typed, NameId name, WordMask mask) const;

private:
    struct NameWord {
        std::uint32_t word = 0; ///< into m_words
        Marks marks;
    };
    struct Bearer {
        NameId name = 0;
        Marks marks;
    };
    struct Range {
        std::uint32_t first = 0, count = 0;
    };
    std::span<const NameWord> wordsOf(NameId name) const {
        return std::span(m_nameWords).subspan(m_names[name].first, m_names[name].count);
    }

    std::unordered_map<std::string, NameId> m_byText;
    std::vector<const std::string*> m_texts; ///< keys of m_byText
    std::vector<Range> m_names;              ///< into m_nameWords
    std::vector<NameWord> m_nameWords;
    std::vector<std::string> m_words; ///< sorted when finished
    std::vector<Range> m_postings;    ///< by word, into m_bearers
    std::vector<Bearer> m_bearers;    ///< words of names
};

} // namespace terroir::search
