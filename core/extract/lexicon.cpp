#include "core/extract/lexicon.hpp"

#include "core/base/csv.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <charconv>

namespace terroir::extract {

namespace {

constexpr std::size_t maxPhraseTokens = 8;
constexpr std::size_t minFolded = 3; ///< shorter ones mean other things without their marks

bool isLetterByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// Signs of several bytes that are no letters: dashes, quotation marks, ellipses, raised digits.
std::size_t signBytes(std::string_view rest) {
    if (rest.starts_with("²") || rest.starts_with("³"))
        return 0; // of m², m³
    for (const std::string_view sign : {"¹", "·", "«", "»", "≥", "≤", "\xc2\xa0"})
        if (rest.starts_with(sign))
            return sign.size();
    return rest.starts_with("\xe2") && rest.size() >= 3 ? 3 : 0; // U+2000 to U+2FFF
}

std::string keyOf(std::span<const Token> tokens) {
    std::string key;
    for (const Token& token : tokens)
        key += token.lower + " ";
    return key;
}

std::string foldedKeyOf(std::span<const Token> tokens) {
    std::string key;
    for (const Token& token : tokens)
        key += text::fold(token.lower) + " ";
    return key;
}

} // namespace

std::string_view wordAt(std::span<const Token> tokens, std::size_t at) {
    return at < tokens.size() ? std::string_view(tokens[at].lower) : std::string_view();
}

std::vector<Token> tokensOf(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    bool isGlued = false;
    while (at < text.size()) {
        const char c = text[at];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            isGlued = false;
            ++at;
            continue;
        }
        Token token;
        token.first = at;
        token.isGlued = isGlued;
        if (isDigit(c)) {
            // "1.947", "74,03"; a point or comma before anything else ends it.
            while (at < text.size() &&
                   (isDigit(text[at]) || ((text[at] == '.' || text[at] == ',') &&
                                          at + 1 < text.size() && isDigit(text[at + 1]))))
                ++at;
            token.isNumber = true;
        } else if (const std::size_t sign = signBytes(text.substr(at)); sign > 0) {
            at += sign;
        } else if (isLetterByte(c)) {
            while (at < text.size() && (isLetterByte(text[at]) || isDigit(text[at])) &&
                   signBytes(text.substr(at)) == 0)
                ++at;
            token.isWord = true;
        } else {
            ++at;
        }
        token.end = at;
        const std::string_view written = text.substr(token.first, at - token.first);
        token.lower = text::toLower(written);
        const std::size_t letter = (c & 0x80) == 0 ? 1 : (c & 0xf0) == 0xe0 ? 3 : 2;
        token.isCapital = token.isWord && !token.lower.starts_with(written.substr(0, letter));
        tokens.push_back(std::move(token));
        isGlued = true;
    }
    return tokens;
}

namespace {

constexpr std::array<std::string_view, 29> roleNames{
    "leads_on",        "opening",  "begins",   "general",     "at_least",      "about",
    "named_by_number", "puts_up",  "outcome",  "breaks_down", "total",         "will",
    "planned",         "proposed", "reported", "holder",      "holder_person", "holder_word",
    "national",        "earlier",  "of_plan",  "aside",       "asks",          "rest",
    "address",         "speaks",   "compound", "assigns",     "goes_on"};
constexpr std::array<std::string_view, 11> takesNames{
    "names", "things", "varieties", "variety", "examples", "named_examples",
    "list",  "quoted", "topics",    "itself",  "before"};

/// Which of the names a cell holds; an InputError that names the cell and the known ones.
template <std::size_t size>
std::size_t nameIn(const std::array<std::string_view, size>& names, const TextTable& table,
                   const TextRow& row, std::size_t column) {
    const auto at = std::find(names.begin(), names.end(), row.cells[column]);
    if (at != names.end())
        return std::size_t(at - names.begin());
    std::string known;
    for (const std::string_view name : names)
        known += (known.empty() ? "" : ", ") + std::string(name);
    throw InputError(localText("{}, dòng {}: '{}' không phải là {}; hãy dùng một trong: {}.",
                               "{}, line {}: '{}' is no {}; use one of: {}.", table.file, row.line,
                               row.cells[column], table.header[column], known));
}

/// 0 for what is no number.
int numberIn(std::string_view cell) {
    int value = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
}

/// The phrases of a cell, parted by "|".
std::vector<std::string_view> alternatives(std::string_view cell) {
    std::vector<std::string_view> all;
    for (std::size_t from = 0; from <= cell.size();) {
        const std::size_t end = std::min(cell.find('|', from), cell.size());
        all.push_back(trimmed(cell.substr(from, end - from)));
        from = end + 1;
    }
    return all;
}

} // namespace

Lexicon::Lexicon(const std::filesystem::path& folder) {
    readUnits(folder);
    readCues(folder);
    readWords(folder);
    readPatterns(folder);
}

void Lexicon::readUnits(const std::filesystem::path& folder) {
    const TextTable units = readCsv(folder / "units.csv");
    const std::size_t phrase = units.requireColumn("phrase"), unit = units.requireColumn("unit"),
                      kind = units.requireColumn("kind"),
                      indicator = units.requireColumn("indicator");
    for (const TextRow& row : units.rows) {
        const auto tokens = tokensOf(row.cells[phrase]);
        const UnitPhrase counted{row.cells[unit], row.cells[kind], row.cells[indicator],
                                 tokens.size()};
        m_units[keyOf(tokens)] = counted;
        if (tokens.size() >= minFolded)
            m_foldedUnits.try_emplace(foldedKeyOf(tokens), counted);
    }
}

void Lexicon::readCues(const std::filesystem::path& folder) {
    const TextTable cues = readCsv(folder / "cues.csv");
    const std::size_t words = cues.requireColumn("phrase"), of = cues.requireColumn("kind"),
                      weight = cues.requireColumn("weight");
    for (const TextRow& row : cues.rows) {
        const auto tokens = tokensOf(row.cells[words]);
        m_cues[keyOf(tokens)] = {row.cells[of], numberIn(row.cells[weight]), tokens.size()};
    }
}

void Lexicon::readWords(const std::filesystem::path& folder) {
    for (const char* file : {"words.csv", "holders.csv"}) {
        const TextTable words = readCsv(folder / file);
        const std::size_t phrase = words.requireColumn("phrase"),
                          role = words.requireColumn("role");
        for (const TextRow& row : words.rows)
            m_words[keyOf(tokensOf(row.cells[phrase]))] |= 1u
                                                           << nameIn(roleNames, words, row, role);
    }
    const TextTable things = readCsv(folder / "things.csv");
    const std::size_t name = things.requireColumn("phrase");
    for (const TextRow& row : things.rows)
        m_things[keyOf(tokensOf(row.cells[name]))] = true;
}

void Lexicon::readPatterns(const std::filesystem::path& folder) {
    const TextTable table = readCsv(folder / "patterns.csv");
    const std::size_t phrases = table.requireColumn("phrases"), kind = table.requireColumn("kind"),
                      takes = table.requireColumn("takes"), unit = table.requireColumn("unit"),
                      needs = table.requireColumn("needs"),
                      strength = table.requireColumn("strength"),
                      example = table.requireColumn("example"),
                      finds = table.requireColumn("finds");
    for (const TextRow& row : table.rows)
        for (const std::string_view phrase : alternatives(row.cells[phrases])) {
            const auto tokens = tokensOf(phrase);
            const auto how = Takes(nameIn(takesNames, table, row, takes));
            const bool isList =
                how == Takes::Examples || how == Takes::NamedExamples || how == Takes::List;
            (isList ? m_lists : m_direct).try_emplace(keyOf(tokens), m_patterns.size());
            std::vector<std::string> before;
            for (const std::string_view one : alternatives(row.cells[needs]))
                if (!one.empty())
                    before.push_back(keyOf(tokensOf(one)));
            m_patterns.push_back({row.cells[kind], row.cells[unit], how,
                                  numberIn(row.cells[strength]), tokens.size(), std::move(before),
                                  row.cells[example], row.cells[finds]});
        }
}

template <typename Phrase>
const Phrase* Lexicon::longest(const Phrases<Phrase>& phrases, std::span<const Token> tokens) {
    const Phrase* best = nullptr;
    std::string key;
    for (std::size_t i = 0; i < tokens.size() && i < maxPhraseTokens; ++i) {
        key += tokens[i].lower + " ";
        if (const auto at = phrases.find(key); at != phrases.end())
            best = &at->second;
    }
    return best;
}

const UnitPhrase* Lexicon::unitAt(std::span<const Token> tokens) const {
    const UnitPhrase* best = longest(m_units, tokens);
    if (best != nullptr || tokens.size() < minFolded)
        return best;
    std::string key;
    for (std::size_t i = 0; i < tokens.size() && i < maxPhraseTokens && tokens[i].isWord; ++i) {
        key += foldedKeyOf(tokens.subspan(i, 1));
        if (const auto at = m_foldedUnits.find(key); at != m_foldedUnits.end())
            best = &at->second;
    }
    return best;
}

const Cue* Lexicon::cueAt(std::span<const Token> tokens) const {
    return longest(m_cues, tokens);
}

std::size_t Lexicon::words(WordRole role, std::span<const Token> tokens) const {
    std::size_t best = 0;
    std::string key;
    for (std::size_t i = 0; i < tokens.size() && i < maxPhraseTokens; ++i) {
        key += tokens[i].lower + " ";
        if (const auto at = m_words.find(key);
            at != m_words.end() && (at->second >> unsigned(role) & 1u) != 0)
            best = i + 1;
    }
    return best;
}

bool Lexicon::is(WordRole role, std::string_view word) const {
    const auto at = m_words.find(std::string(word) + " ");
    return at != m_words.end() && (at->second >> unsigned(role) & 1u) != 0;
}

bool Lexicon::isThing(std::span<const Token> tokens) const {
    if (longest(m_things, tokens) != nullptr)
        return true;
    std::string words;
    for (std::size_t i = 0; i < tokens.size() && i < 4 && tokens[i].isWord; ++i)
        words += (words.empty() ? "" : " ") + tokens[i].lower;
    return !words.empty() && text::isThing(words);
}

const Pattern* Lexicon::patternAt(std::span<const Token> tokens) const {
    const std::size_t* index = longest(m_direct, tokens);
    return index == nullptr ? nullptr : &m_patterns[*index];
}

const Pattern* Lexicon::listPatternAt(std::span<const Token> tokens) const {
    const std::size_t* index = longest(m_lists, tokens);
    return index == nullptr ? nullptr : &m_patterns[*index];
}

} // namespace terroir::extract
