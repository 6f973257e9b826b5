#include "core/extract/name_list.hpp"

#include <algorithm>
#include <array>

namespace terroir::extract {

namespace {

constexpr std::size_t maxName = 8, maxNames = 30, maxTail = 30, maxAside = 9, maxBrackets = 80;

bool isAny(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "xã Bản Bo", "thị trấn Tam Đường": a place begins.
bool beginsPlace(std::span<const Token> tokens, std::size_t at) {
    const std::string_view word = wordAt(tokens, at);
    const std::size_t name = isAny(word, {"thị", "thành"}) ? at + 2 : at + 1;
    const bool isType =
        isAny(word, {"xã", "huyện", "tỉnh", "thị", "thành", "phường", "bản", "thôn", "quận"});
    return isType && name < tokens.size() && (word != "bản" || !tokens[at].isCapital) &&
           (tokens[name].isCapital || isAny(word, {"huyện", "tỉnh"}));
}

class ListReader {
public:
    ListReader(std::span<const Token> tokens, const Lexicon& lexicon, GoesOn goesOn)
        : m_tokens(tokens), m_lexicon(lexicon), m_goesOn(goesOn) {}

    std::vector<ListedName> read(std::size_t at) {
        while (at < m_tokens.size() && m_names.size() < maxNames) {
            const std::size_t behind = readItem(at);
            if (behind == at)
                break;
            at = behind;
            if (isAny(wordAt(m_tokens, at), {",", ";", "và", "hoặc"})) {
                const std::size_t sign = at;
                const bool isNew = wordAt(m_tokens, at) == ";";
                m_isNew = isNew;
                while (isAny(wordAt(m_tokens, at), {",", ";", "và", "hoặc"}))
                    ++at;
                if (isNew && !goesOn(at)) {
                    at = sign;
                    break;
                }
                continue;
            }
            closeGroup(at);
            const std::size_t next = nextGroup(at);
            if (next == at)
                break;
            m_isNew = true;
            at = next;
        }
        closeGroup(at);
        return std::move(m_names);
    }

private:
    /// Behind a semicolon: the list goes on with a thing, or with a verb and one.
    bool goesOn(std::size_t at) const {
        if (m_goesOn == GoesOn::WithAnything)
            return true;
        const std::size_t name = behindOpening(m_tokens, at, m_lexicon);
        return name < m_tokens.size() && m_lexicon.isThing(m_tokens.subspan(name));
    }

    /// "…; thâm canh chè theo tiêu chuẩn A 74 ha": a number tells of it.
    bool isCounted(std::size_t at) const {
        if (m_names.empty() || m_goesOn == GoesOn::WithAnything)
            return false;
        const std::size_t limit = std::min(m_tokens.size() - 1, at + maxName + 4);
        for (; at < limit && !isAny(m_tokens[at].lower, {",", ";", "(", ".", "…"}) &&
               (m_isNew || !leadsOn(m_tokens, at, m_lexicon));
             ++at)
            if (m_tokens[at].isNumber && !m_tokens[at + 1].isGlued &&
                m_lexicon.unitAt(m_tokens.subspan(at + 1)) != nullptr)
                return true;
        return false;
    }

    void closeGroup(std::size_t at) {
        for (; m_open < m_names.size(); ++m_open)
            m_names[m_open].listEnd = std::max(at, m_names[m_open].end);
    }

    /// Where the next thing stands, with a place of its own; `at` when the list ends.
    std::size_t nextGroup(std::size_t at) const {
        for (std::size_t i = at; i < m_tokens.size() && i < at + maxTail; ++i) {
            const std::string_view sign = wordAt(m_tokens, i);
            if (isAny(sign, {".", "(", ":"}))
                return at;
            if (sign != ";" && sign != ",")
                continue;
            if (m_goesOn == GoesOn::WithAnything && i < at + maxAside)
                return i + 1;
            const std::size_t name = behindOpening(m_tokens, i + 1, m_lexicon);
            if (name >= m_tokens.size() || m_tokens[name].isCapital ||
                !m_lexicon.isThing(m_tokens.subspan(name)))
                continue;
            std::size_t end = name;
            while (!endsName(m_tokens, end, m_lexicon) && end < name + maxName)
                ++end;
            if (sign == ";" || isAny(wordAt(m_tokens, end), {"tại", "ở"}) ||
                beginsPlace(m_tokens, end))
                return i + 1;
        }
        return at;
    }

    /// Reads an item and its members; where it ends, or `at` when none stands there.
    std::size_t readItem(std::size_t at) {
        const std::size_t first = behindOpening(m_tokens, at, m_lexicon);
        bool isGeneral = false;
        for (std::size_t i = at; i < first; ++i)
            isGeneral = isGeneral || isAny(wordAt(m_tokens, i), {"các", "loại", "số", "nuôi"});
        if (first >= m_tokens.size() || m_tokens[first].isNumber || isCounted(first) ||
            (!m_names.empty() && m_lexicon.words(WordRole::Begins, m_tokens.subspan(first)) > 0))
            return at;
        if (wordAt(m_tokens, first) == "“")
            return readQuoted(first, at);
        std::size_t end = first;
        while (end < m_tokens.size() && end - first < maxName &&
               !endsName(m_tokens, end, m_lexicon))
            ++end;
        if (end == first && (wordAt(m_tokens, end) != "(" || first == at))
            return at;
        const std::size_t group =
            end > first ? m_lexicon.words(WordRole::General, m_tokens.subspan(first)) : 1;
        isGeneral = isGeneral || (group > 0 && group + 2 > end - first) ||
                    (end - first > 2 && wordAt(m_tokens, end - 1) == "loại"); // "nấm các loại"
        const std::size_t before = m_names.size();
        std::size_t behind = end;
        if (wordAt(m_tokens, end) == "(") {
            behind = readMembers(end);
        } else if (wordAt(m_tokens, end) == "như") {
            std::size_t next = end + 1;
            while (isAny(wordAt(m_tokens, next), {":", "là"}))
                ++next;
            if (const std::size_t members = readItem(next); members != next) {
                behind = members;
                isGeneral = true;
            }
        }
        const bool isReplaced = m_names.size() > before && isGeneral;
        if (!isReplaced && end > first)
            m_names.insert(m_names.begin() + std::ptrdiff_t(before), {first, end, end});
        return behind;
    }

    std::size_t readQuoted(std::size_t first, std::size_t at) {
        std::size_t end = first + 1;
        while (end < m_tokens.size() && end - first < 14 && wordAt(m_tokens, end) != "”")
            ++end;
        if (wordAt(m_tokens, end) != "”" || end == first + 1)
            return at;
        m_names.push_back({first + 1, end, end});
        return end + 1;
    }

    /// The names in brackets, two or more; where the brackets end.
    std::size_t readMembers(std::size_t open) {
        std::size_t close = open + 1;
        while (close < m_tokens.size() && close - open < maxBrackets &&
               wordAt(m_tokens, close) != ")")
            ++close;
        if (wordAt(m_tokens, close) != ")")
            return open;
        std::size_t inner = open + 1;
        while (wordAt(m_tokens, inner) == "*")
            ++inner;
        const bool isKnown = m_lexicon.isThing(m_tokens.subspan(inner));
        if (inner < close && m_tokens[inner].isWord && !endsName(m_tokens, inner, m_lexicon)) {
            const std::vector<ListedName> names =
                ListReader(m_tokens.first(close), m_lexicon, m_goesOn).read(inner);
            const bool isOpen =
                wordAt(m_tokens, close - 1) == "." || wordAt(m_tokens, close - 1) == "…";
            if (names.size() >= 2 || (names.size() == 1 && isKnown && isOpen))
                m_names.insert(m_names.end(), names.begin(), names.end());
        }
        return close + 1;
    }

    std::span<const Token> m_tokens;
    const Lexicon& m_lexicon;
    GoesOn m_goesOn;
    std::vector<ListedName> m_names;
    bool m_isNew = false;   ///< the item stands behind a semicolon
    std::size_t m_open = 0; ///< the first name whose group is not closed
};

} // namespace

bool leadsOn(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon) {
    if (lexicon.words(WordRole::LeadsOn, tokens.subspan(at)) == 0 ||
        lexicon.words(WordRole::GoesOn, tokens.subspan(at)) > 0)
        return false;
    return at == 0 || !tokens[at - 1].isWord || lexicon.isThing(tokens.subspan(at - 1, 1)) ||
           !lexicon.isThing(tokens.subspan(at - 1, 2));
}

bool isVariety(std::span<const Token> tokens, std::size_t at) {
    if (at >= tokens.size() || !tokens[at].isWord)
        return false;
    return tokens[at].isCapital ||
           tokens[at].lower.find_first_of("0123456789") != std::string::npos;
}

bool endsName(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon) {
    if (at >= tokens.size())
        return true;
    const Token& token = tokens[at];
    if (token.lower == "-" || token.lower == "–")
        return at + 1 >= tokens.size() || at == 0 || !tokens[at - 1].isWord ||
               !(tokens[at + 1].isWord || tokens[at + 1].isNumber) || tokens[at + 1].isCapital;
    if (!token.isWord && !token.isNumber)
        return true;
    if (token.isNumber && at + 1 < tokens.size() && !tokens[at + 1].isGlued &&
        lexicon.unitAt(tokens.subspan(at + 1)) != nullptr)
        return true;
    return token.lower == "và" || leadsOn(tokens, at, lexicon) || beginsPlace(tokens, at);
}

std::size_t behindOpening(std::span<const Token> tokens, std::size_t at, const Lexicon& lexicon) {
    const auto opening = [&](std::size_t from) {
        return from < tokens.size() ? lexicon.words(WordRole::Opening, tokens.subspan(from)) : 0;
    };
    for (const std::size_t start = at;;) {
        const std::string_view word = wordAt(tokens, at);
        if (const std::size_t words = opening(at); words > 0)
            at += words;
        else if (isAny(word, {"*", "\"", ":"}) ||
                 (word == "," && at > start && opening(at + 1) > 0))
            ++at; // "nuôi, trồng A"
        else
            return at;
    }
}

std::vector<ListedName> namesFrom(std::span<const Token> tokens, std::size_t at,
                                  const Lexicon& lexicon, GoesOn goesOn) {
    return ListReader(tokens, lexicon, goesOn).read(at);
}

std::vector<ListedName> topicsFrom(std::span<const Token> tokens, std::size_t at,
                                   const Lexicon& lexicon) {
    constexpr std::size_t minTopic = 3, maxTopic = 45;
    std::size_t end = at;
    bool hasSemicolon = false;
    while (end < tokens.size() && tokens[end].lower != "." && tokens[end].lower != "…") {
        hasSemicolon = hasSemicolon || tokens[end].lower == ";";
        ++end;
    }
    std::vector<ListedName> topics;
    for (std::size_t first = at; first < end;) {
        std::size_t behind = first;
        while (behind < end && tokens[behind].lower != ";" &&
               (hasSemicolon || tokens[behind].lower != ","))
            ++behind;
        // "…, góp phần …" tells what they are for.
        if (first > at && (leadsOn(tokens, first, lexicon) ||
                           lexicon.words(WordRole::Begins, tokens.subspan(first)) > 0 ||
                           lexicon.patternAt(tokens.subspan(first)) != nullptr))
            break;
        if (behind - first >= minTopic && behind - first <= maxTopic)
            topics.push_back({first, behind, behind});
        first = behind + 1;
    }
    return topics;
}

std::vector<ListedName> quotedFrom(std::span<const Token> tokens, std::size_t at) {
    constexpr std::size_t maxQuoted = 60;
    std::vector<ListedName> out;
    for (; at < tokens.size(); ++at) {
        if (tokens[at].lower != "“")
            continue;
        std::size_t end = at + 1;
        while (end < tokens.size() && tokens[end].lower != "”" && end - at < maxQuoted)
            ++end;
        if (end < tokens.size() && tokens[end].lower == "”" && end > at + 1)
            out.push_back({at + 1, end, end + 1});
        at = end;
    }
    return out;
}

} // namespace terroir::extract
