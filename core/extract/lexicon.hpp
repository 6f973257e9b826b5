#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace terroir::extract {

/// A word, a number or a sign of a text, with the bytes that it stands on.
struct Token {
    std::size_t first = 0, end = 0;
    std::string lower; ///< NFC, lower case, with its marks: "bò" is no "bơ"
    bool isWord = false, isNumber = false;
    bool isCapital = false; ///< begins with a capital letter
    bool isGlued = false;   ///< no space before it
};

std::vector<Token> tokensOf(std::string_view text);

/// What is counted: "cơ sở chăn nuôi" is counted in "cơ sở", and such a number is of livestock.
struct UnitPhrase {
    std::string unit, kind, indicator; ///< empty kind: the words around decide
    std::size_t tokens = 0;
};

/// Words that speak of a kind of record; "other" for what is none.
struct Cue {
    std::string kind;
    int weight = 0;
    std::size_t tokens = 0;
};

/// The phrases of data/lexicon, found by their tokens; the longest one counts.
class Lexicon {
public:
    /// Reads units.csv and cues.csv of the folder; InputError as readCsv() for a broken file.
    explicit Lexicon(const std::filesystem::path& folder);

    /// The unit phrase that begins with the first token; null when there is none.
    const UnitPhrase* unitAt(std::span<const Token> tokens) const;
    const Cue* cueAt(std::span<const Token> tokens) const;

private:
    template <typename Phrase>
    using Phrases = std::unordered_map<std::string, Phrase>; ///< by lower-case tokens and blanks

    template <typename Phrase>
    static const Phrase* longest(const Phrases<Phrase>& phrases, std::span<const Token> tokens);

    Phrases<UnitPhrase> m_units;
    Phrases<Cue> m_cues;
};

} // namespace terroir::extract
