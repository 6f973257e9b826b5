#include "tests/words/sentence_scanner.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <span>

namespace terroir::test {

namespace {

struct Token {
    enum Kind { Name, Literal, Sign } kind = Sign;
    std::string text; ///< of a literal: what stands between the quotation marks
    std::size_t line = 0;
    bool is(std::string_view sign) const { return kind == Sign && text == sign; }
};

bool isNamePart(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// As much of C++ as is needed to tell texts from code.
class Lexer {
public:
    explicit Lexer(std::string_view source) : m_source(source) {}

    std::vector<Token> run() {
        while (m_at < m_source.size())
            readNext();
        return std::move(m_tokens);
    }

private:
    void readNext() {
        const char c = m_source[m_at];
        if (c == '\n' || std::isspace(static_cast<unsigned char>(c)) != 0)
            advance();
        else if (startsWith("//") || (c == '#' && startsLine()))
            skipLine();
        else if (startsWith("/*"))
            skipTo("*/");
        else if (startsWith("R\""))
            readRaw();
        else if (c == '"')
            readLiteral();
        else if (c == '\'')
            skipCharacter();
        else if (isNamePart(c))
            readName();
        else
            readSign();
    }

    bool startsWith(std::string_view text) const { return m_source.substr(m_at).starts_with(text); }
    bool startsLine() const {
        const std::size_t newline = m_source.substr(0, m_at).rfind('\n');
        const std::size_t from = newline == std::string_view::npos ? 0 : newline + 1;
        return m_source.substr(from, m_at - from).find_first_not_of(" \t") ==
               std::string_view::npos;
    }
    void advance() { m_line += m_source[m_at++] == '\n'; }
    void skip(std::size_t count) {
        for (; count > 0 && m_at < m_source.size(); --count)
            advance();
    }
    /// To the end of the line, and on when it ends with a backslash.
    void skipLine() {
        char last = 0;
        while (m_at < m_source.size() && (m_source[m_at] != '\n' || last == '\\')) {
            last = m_source[m_at];
            advance();
        }
    }
    void skipTo(std::string_view end) {
        while (m_at < m_source.size() && !startsWith(end))
            advance();
        skip(end.size());
    }
    void readRaw() {
        const std::size_t open = m_source.find('(', m_at);
        const std::string end =
            ")" + std::string(m_source.substr(m_at + 2, open - m_at - 2)) + "\"";
        m_tokens.push_back({Token::Sign, "raw", m_line});
        skipTo(end);
    }
    void readLiteral() {
        Token token{Token::Literal, {}, m_line};
        for (advance(); m_at < m_source.size() && m_source[m_at] != '"'; advance())
            if (m_source[m_at] == '\\' && m_at + 1 < m_source.size()) {
                advance();
                token.text += m_source[m_at] == 'n' ? '\n' : m_source[m_at];
            } else {
                token.text += m_source[m_at];
            }
        skip(1);
        // Side by side they are one.
        if (!m_tokens.empty() && m_tokens.back().kind == Token::Literal)
            m_tokens.back().text += token.text;
        else
            m_tokens.push_back(std::move(token));
    }
    void skipCharacter() {
        for (advance(); m_at < m_source.size() && m_source[m_at] != '\''; advance())
            if (m_source[m_at] == '\\')
                advance();
        skip(1);
        m_tokens.push_back({Token::Sign, "character", m_line});
    }
    /// With the digits of a number, whose ' are no quotation marks.
    void readName() {
        Token token{Token::Name, {}, m_line};
        const bool isNumber = std::isdigit(static_cast<unsigned char>(m_source[m_at])) != 0;
        while (m_at < m_source.size() &&
               (isNamePart(m_source[m_at]) || (isNumber && m_source[m_at] == '\''))) {
            token.text += m_source[m_at];
            advance();
        }
        m_tokens.push_back(std::move(token));
    }
    void readSign() {
        m_tokens.push_back({Token::Sign, std::string(1, m_source[m_at]), m_line});
        advance();
    }

    std::string_view m_source;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::vector<Token> m_tokens;
};

using Tokens = std::vector<Token>;

/// Functions that take a text in Vietnamese and then in English, and types made of them.
constexpr std::array<std::string_view, 8> functions{"localText", "words", "m_words", "m_say",
                                                    "say",       "said",  "word",    "pick"};
constexpr std::array<std::string_view, 3> types{"LocalText", "Step", "Column"};

bool isAmong(std::string_view name, std::span<const std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<SentencePair> pairAt(const Tokens& tokens, std::size_t at) {
    const auto is = [&](std::size_t index, std::string_view sign) {
        return index < tokens.size() && tokens[index].is(sign);
    };
    const auto isText = [&](std::size_t index) {
        return index < tokens.size() && tokens[index].kind == Token::Literal;
    };
    std::size_t next = at + 1;
    if (tokens[at].kind != Token::Name ||
        !(isAmong(tokens[at].text, functions) ? is(next, "(")
                                              : isAmong(tokens[at].text, types) && is(next, "{")))
        return std::nullopt;
    next += is(next + 1, "{") ? 2 : 1; // pick({"…", "…"})
    if (!isText(next) || !is(next + 1, ",") || !isText(next + 2) ||
        !(is(next + 3, ",") || is(next + 3, ")") || is(next + 3, "}")))
        return std::nullopt;
    return SentencePair{tokens[at].line, tokens[next].text, tokens[next + 2].text};
}

/// A letter that English does not have: À to ỹ. In UTF-8 these begin with C3 to C6 or E1 BA, E1 BB.
bool hasVietnameseLetter(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]);
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if ((first >= 0xc3 && first <= 0xc6) ||
            (first == 0xe1 && (second == 0xba || second == 0xbb)))
            return true;
    }
    return false;
}

bool hasEnglishWord(std::string_view text) {
    // Without "the", "to", "an", "no", which are Vietnamese syllables without their marks as well.
    static constexpr std::array<std::string_view, 7> english{"of",  "not", "is", "are",
                                                             "and", "or",  "by"};
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        if (isAmong(word, english))
            return true;
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return false;
}

/// {"…", "…"} of a table, where no type stands before it: a text with a Vietnamese letter, or an
/// English one that stands in its place. Other pairs are ids and spellings.
std::optional<SentencePair> plainPairAt(const Tokens& tokens, std::size_t at) {
    if (at == 0 || at + 4 >= tokens.size() || !tokens[at].is("{") ||
        tokens[at + 1].kind != Token::Literal || !tokens[at + 2].is(",") ||
        tokens[at + 3].kind != Token::Literal || !tokens[at + 4].is("}"))
        return std::nullopt;
    const std::string &vi = tokens[at + 1].text, &en = tokens[at + 3].text;
    const bool isCounted = tokens[at - 1].kind == Token::Name || tokens[at - 1].is("(");
    if (isCounted || hasVietnameseLetter(en) || !(hasVietnameseLetter(vi) || hasEnglishWord(vi)))
        return std::nullopt;
    return SentencePair{tokens[at].line, vi, en};
}

std::optional<SentencePair> anyPairAt(const Tokens& tokens, std::size_t at) {
    auto pair = pairAt(tokens, at);
    return pair ? pair : plainPairAt(tokens, at);
}

/// Without placeholders of {fmt} and Qt; how many there were.
std::string withoutPlaceholders(std::string_view text, std::size_t& count) {
    std::string rest;
    count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isDouble = i + 1 < text.size() && text[i + 1] == text[i];
        if ((text[i] == '{' || text[i] == '}') && isDouble) {
            ++i;
        } else if (text[i] == '{' && text.find('}', i) != std::string_view::npos) {
            i = text.find('}', i);
            ++count;
        } else if (text[i] == '%' && i + 1 < text.size() &&
                   std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0) {
            ++i;
            ++count;
        } else {
            rest += text[i];
        }
    }
    return rest;
}

bool hasLetter(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

/// What both languages write alike (with spaces and signs around it), and Vietnamese words without
/// a mark.
bool isKnownPlain(std::string_view vi) {
    static constexpr std::array<std::string_view, 8> known{
        "OK", "ha", "B", "Trang", "trong", "ghi", "terroir", "huyện Tam Đường, tỉnh Lai Châu"};
    const std::size_t from = vi.find_first_not_of(" :"), last = vi.find_last_not_of(" :");
    return from != std::string_view::npos && isAmong(vi.substr(from, last - from + 1), known);
}

/// Where the last argument begins of the call whose ( stands at `open`.
std::size_t lastArgument(const Tokens& tokens, std::size_t open) {
    std::size_t depth = 0, argument = open + 1;
    for (std::size_t i = open; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.is("(") || token.is("{") || token.is("["))
            ++depth;
        else if (token.is(")") || token.is("}") || token.is("]"))
            --depth;
        else if (token.is(",") && depth == 1)
            argument = i + 1;
        if (depth == 0)
            break;
    }
    return argument;
}

/// A throw of an Error with a sentence of one language.
bool throwsOneLanguage(const Tokens& tokens, std::size_t at) {
    if (tokens[at].kind != Token::Name || tokens[at].text != "throw")
        return false;
    std::size_t next = at + 1;
    while (next < tokens.size() && (tokens[next].kind == Token::Name || tokens[next].is(":")))
        ++next;
    if (next + 1 >= tokens.size() || !tokens[next].is("(") ||
        tokens[next - 1].kind != Token::Name || !tokens[next - 1].text.ends_with("Error"))
        return false;
    const std::size_t sentence = lastArgument(tokens, next);
    if (tokens[sentence].kind == Token::Literal)
        return true;
    return sentence + 3 < tokens.size() && tokens[sentence].text == "fmt" &&
           tokens[sentence + 3].text == "format";
}

} // namespace

std::vector<SentencePair> sentencePairs(std::string_view source) {
    const Tokens tokens = Lexer(source).run();
    std::vector<SentencePair> pairs;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (auto pair = anyPairAt(tokens, i))
            pairs.push_back(std::move(*pair));
    return pairs;
}

std::string faultOf(const SentencePair& pair) {
    std::size_t inVi = 0, inEn = 0;
    const std::string vi = withoutPlaceholders(pair.vi, inVi);
    const std::string en = withoutPlaceholders(pair.en, inEn);
    if (inVi != inEn)
        return "other placeholders in Vietnamese than in English";
    if (!hasLetter(en) || isKnownPlain(vi))
        return {};
    if (vi.empty())
        return "no Vietnamese";
    if (vi == en && vi.starts_with("--")) // an option
        return {};
    if (vi == en)
        return "the Vietnamese is the English";
    return hasVietnameseLetter(vi) ? "" : "no Vietnamese letter";
}

std::vector<SourceFault> sentenceFaults(std::string_view source) {
    const Tokens tokens = Lexer(source).run();
    std::vector<SourceFault> faults;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (const auto pair = anyPairAt(tokens, i))
            if (const std::string fault = faultOf(*pair); !fault.empty())
                faults.push_back(
                    {pair->line, fault + ": \"" + pair->vi + "\", \"" + pair->en + "\""});
        if (throwsOneLanguage(tokens, i))
            faults.push_back({tokens[i].line, "an error with a sentence of one language"});
    }
    return faults;
}

} // namespace terroir::test
