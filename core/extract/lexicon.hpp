#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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

/// In lower case; empty behind the last one.
std::string_view wordAt(std::span<const Token> tokens, std::size_t at);

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

/// What stands behind a pattern and is read as names.
enum class Takes {
    Names,     ///< a list of whatever words: "mô hình trồng A, B"
    Things,    ///< a list that begins with a crop, an animal …: "vùng A, B"
    Varieties, ///< names that begin with a capital letter or hold digits: "bằng các giống A, B1"
    Variety,   ///< one such name, within a few words: "giống nhãn chín muộn A"
    Examples,      ///< things in the next list behind "như", "gồm", ":" or "("
    NamedExamples, ///< things or varieties there
    List,          ///< whatever stands there
    Quoted,        ///< what stands in quotation marks
    Topics,        ///< long titles: "các đề tài nghiên cứu A, B"
    Itself, ///< the words of the pattern with those that follow, behind a verb that puts them up
    Before  ///< what stands in front of them, as the subject of a verb: "A, B được bảo hộ"
};

/// "mô hình trồng": words that speak of things without a number. Of several that reach one list the
/// strongest is right, and of those the nearest.
struct Pattern {
    std::string kind, unit; ///< empty kind: the words mean nothing, however they begin
    Takes takes = Takes::Names;
    int strength = 0;
    std::size_t tokens = 0;
    std::vector<std::string> needs; ///< one of these stands before it in the sentence
    std::string example;            ///< with the names that are found there, joined by "; "
    std::string finds;
};

/// Words with a part in grammar (data/lexicon/words.csv, holders.csv).
enum class WordRole : std::uint8_t {
    LeadsOn,       ///< ends a name: a preposition, a verb
    Opening,       ///< stands before a name and is no part of it
    Begins,        ///< begins another statement where a list could go on
    General,       ///< a group, of which what follows in brackets is meant
    AtLeast,       ///< before a number
    About,         ///< before a number
    NamedByNumber, ///< a number behind it is a name
    PutsUp,        ///< the end of a verb that makes something
    Outcome,       ///< of an inspection: what it found
    BreaksDown,    ///< the numbers behind it are parts of the one before
    Total,         ///< a number behind it is one of all
    Will,          ///< what the sentence says is not done yet
    Planned,       ///< of a heading
    Proposed,      ///< of a heading
    Reported,      ///< of a heading
    Holder,        ///< begins an organisation that holds or makes something
    HolderPerson,  ///< stands before the name of a person who does
    HolderWord,    ///< of the kind of an organisation, before its name
    National,      ///< the number beside it is that of the whole country
    Earlier,       ///< the number behind it is that of a time before
    OfPlan,        ///< a share behind which it stands is one of a plan
    Aside,         ///< the number beside it tells of a loss, of people or of a price
    Asks,          ///< what stands behind it is asked for
    Rest,          ///< all places but those that are named
    Address,       ///< the place behind it is where somebody lives or sits
    Speaks,        ///< somebody tells what follows
    Compound,      ///< one word of two syllables, of which the second is no thing: "công nghệ"
    Assigns,       ///< at the beginning: what follows is given to somebody to do
    GoesOn         ///< goes on with a name, though a word of it would end one: "không hạt"
};

/// The phrases of data/lexicon, found by their tokens; the longest one counts.
class Lexicon {
public:
    /// Reads units.csv, cues.csv, words.csv, holders.csv, things.csv and patterns.csv of the
    /// folder; InputError as readCsv() for a broken file, or with the row for a role or a way to
    /// take names that is not known.
    explicit Lexicon(const std::filesystem::path& folder);

    /// The unit phrase that begins with the first token; null when there is none.
    /// Else one that is so written but for its marks ("phương tiên đo").
    const UnitPhrase* unitAt(std::span<const Token> tokens) const;
    const Cue* cueAt(std::span<const Token> tokens) const;

    /// How many tokens a phrase with the role has that begins with the first one; 0 for none.
    std::size_t words(WordRole role, std::span<const Token> tokens) const;
    bool is(WordRole role, std::string_view word) const;

    /// Whether the words are the name of a crop, an animal or what is made of them.
    bool isThing(std::span<const Token> tokens) const;

    /// The pattern that begins with the first token: one whose names stand right behind it, and one
    /// whose names stand in a list further on. Null when there is none.
    const Pattern* patternAt(std::span<const Token> tokens) const;
    const Pattern* listPatternAt(std::span<const Token> tokens) const;
    const std::vector<Pattern>& patterns() const { return m_patterns; }

private:
    template <typename Phrase>
    using Phrases = std::unordered_map<std::string, Phrase>; ///< by lower-case tokens and blanks

    template <typename Phrase>
    static const Phrase* longest(const Phrases<Phrase>& phrases, std::span<const Token> tokens);

    void readUnits(const std::filesystem::path& folder);
    void readCues(const std::filesystem::path& folder);
    void readWords(const std::filesystem::path& folder);
    void readPatterns(const std::filesystem::path& folder);

    Phrases<UnitPhrase> m_units, m_foldedUnits; ///< of these only those of several words
    Phrases<Cue> m_cues;
    Phrases<std::uint32_t> m_words; ///< roles as bits
    Phrases<bool> m_things;
    Phrases<std::size_t> m_direct, m_lists; ///< indices of m_patterns
    std::vector<Pattern> m_patterns;
};

} // namespace terroir::extract
