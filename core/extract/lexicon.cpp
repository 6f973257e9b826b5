#include "core/extract/lexicon.hpp"

#include "core/base/csv.hpp"
#include "core/base/strings.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <charconv>

namespace terroir::extract {

namespace {

constexpr std::size_t maxPhraseTokens = 8;

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

} // namespace

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

Lexicon::Lexicon(const std::filesystem::path& folder) {
    const TextTable units = readCsv(folder / "units.csv");
    const std::size_t phrase = units.requireColumn("phrase"), unit = units.requireColumn("unit"),
                      kind = units.requireColumn("kind"),
                      indicator = units.requireColumn("indicator");
    for (const TextRow& row : units.rows) {
        const auto tokens = tokensOf(row.cells[phrase]);
        m_units[keyOf(tokens)] = {row.cells[unit], row.cells[kind], row.cells[indicator],
                                  tokens.size()};
    }
    const TextTable cues = readCsv(folder / "cues.csv");
    const std::size_t words = cues.requireColumn("phrase"), of = cues.requireColumn("kind"),
                      weight = cues.requireColumn("weight");
    for (const TextRow& row : cues.rows) {
        const auto tokens = tokensOf(row.cells[words]);
        int value = 0;
        const std::string& cell = row.cells[weight];
        std::from_chars(cell.data(), cell.data() + cell.size(), value);
        m_cues[keyOf(tokens)] = {row.cells[of], value, tokens.size()};
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
    return longest(m_units, tokens);
}

const Cue* Lexicon::cueAt(std::span<const Token> tokens) const {
    return longest(m_cues, tokens);
}

} // namespace terroir::extract
