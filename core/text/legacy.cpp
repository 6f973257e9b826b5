#include "core/text/legacy.hpp"

#include "core/text/legacy_readers.hpp"
#include "core/text/letter.hpp"
#include "core/text/syllable.hpp"
#include "core/text/vietnamese.hpp"

namespace terroir::text {

namespace {

legacy::Reading read(std::string_view text, Encoding encoding) {
    switch (encoding) {
    case Encoding::Utf8AsCp1252:
        return legacy::readUtf8AsCp1252(text);
    case Encoding::Tcvn3:
        return legacy::readTcvn3(text);
    case Encoding::VniFont:
        return legacy::readVniFont(text);
    case Encoding::Viqr:
        return legacy::readViqr(text);
    case Encoding::Telex:
        return legacy::readTelex(text);
    case Encoding::VniKeys:
        return legacy::readVniKeys(text);
    }
    return {std::string(text)};
}

/// What one scan finds in a text.
struct Traces {
    bool foreign = false; ///< a character that neither Vietnamese nor its punctuation has
    bool latin1 = false;  ///< à â ã …, which several encodings have
    bool unicode = false; ///< ạ ế đ …, which no byte stands for
    bool viqr = false, telex = false, vniKeys = false;
};

bool isCombining(char32_t c) {
    return c >= 0x300 && c < 0x370;
}

bool isTypographic(char32_t c) {
    return c == 0xa0 || c == 0xb0 || c == 0xb2 || (c >= 0x2000 && c < 0x2070) || c == 0xfeff;
}

class Scan {
public:
    Traces of(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char byte = text[at];
            if ((byte & 0x80) == 0) {
                ascii(byte, at + 1 < text.size() ? text[at + 1] : ' ');
                ++at;
                continue;
            }
            const char32_t c = nextCodePoint(text, at);
            if (letterOf(c))
                (c < 0x100 ? m_traces.latin1 : m_traces.unicode) = true;
            else if (isCombining(c))
                m_traces.unicode = true;
            else
                m_traces.foreign = m_traces.foreign || !isTypographic(c);
            m_before = 0;
            m_vowelBefore = false;
        }
        return m_traces;
    }

private:
    void ascii(char c, char next) {
        const char small = char(c | 0x20);
        if (small >= 'a' && small <= 'z') {
            const bool twice = m_before == small;
            switch (small) {
            case 'a':
            case 'e':
            case 'o':
                m_traces.telex = m_traces.telex || twice;
                m_vowel = m_vowelBefore = true;
                break;
            case 'i':
            case 'u':
            case 'y':
                m_vowel = m_vowelBefore = true;
                break;
            case 'd':
                m_traces.telex = m_traces.telex || twice;
                m_vowelBefore = false;
                break;
            case 'w':
                m_traces.telex = true;
                m_vowelBefore = false;
                break;
            case 'f':
            case 'j':
            case 'r':
            case 's':
            case 'x':
            case 'z':
                m_traces.telex = m_traces.telex || m_vowel;
                m_vowelBefore = false;
                break;
            default:
                m_vowelBefore = false;
            }
            m_before = small;
            return;
        }
        if (c >= '0' && c <= '9') {
            m_traces.vniKeys = m_traces.vniKeys || m_before != 0;
        } else if (c == '`' || c == '~' || c == '^' || c == '+' || c == '\'' || c == '(') {
            m_traces.viqr = m_traces.viqr || m_vowelBefore;
        } else if (c == '.' || c == '?') {
            m_traces.viqr =
                m_traces.viqr || (m_vowelBefore && ((next | 0x20) >= 'a' && (next | 0x20) <= 'z'));
        }
        m_before = 0;
        m_vowel = m_vowelBefore = false;
    }

    Traces m_traces;
    char m_before = 0;          ///< the letter just before, in lower case
    bool m_vowel = false;       ///< the word has a vowel so far
    bool m_vowelBefore = false; ///< the letter just before is a vowel
};

struct Count {
    std::size_t syllables = 0, others = 0;
};

/// Counts the words of a text. Abbreviations without a vowel, numbers, and words with a '?' in
/// place of a lost letter are no evidence.
Count count(std::string_view text) {
    Count out;
    std::size_t begin = 0;
    bool vowel = false, letters = false, silent = false;
    const auto finish = [&](std::size_t end) {
        const std::string_view word = text.substr(begin, end - begin);
        if (letters && !silent) {
            if (isSyllable(word))
                ++out.syllables;
            else if (vowel)
                ++out.others;
        }
        vowel = letters = silent = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = nextCodePoint(text, at);
        const bool digit = c >= U'0' && c <= U'9';
        if ((c < 0x80 && !isAsciiLetter(c) && !digit && c != U'?') || isTypographic(c)) {
            finish(here);
            begin = at;
            continue;
        }
        silent = silent || digit || c == U'?';
        letters = letters || c >= 0x80 || isAsciiLetter(c);
        vowel = vowel || c >= 0x80 || isVowel(letterOf(c).base);
    }
    finish(text.size());
    return out;
}

/// Fonts and bytes: most of the words that make no sense must make sense when they are read.
std::optional<Encoding> detectBytes(std::string_view text) {
    const Count before = count(text);
    if (before.others == 0)
        return std::nullopt;
    std::optional<Encoding> best;
    std::size_t left = before.others;
    // VNI before TCVN3: "Soâng" reads as "Sông" in the one and as "Soõng" in the other.
    for (const Encoding encoding : {Encoding::Utf8AsCp1252, Encoding::VniFont, Encoding::Tcvn3}) {
        const legacy::Reading reading = read(text, encoding);
        const Count after = count(reading.text);
        const bool few = before.others == 1 && reading.hits < 2;
        if (reading.hits == 0 || 2 * reading.misses > reading.hits || (few && reading.misses > 0) ||
            2 * after.others > before.others || after.others > after.syllables ||
            after.others >= left)
            continue;
        best = encoding;
        left = after.others;
    }
    return best;
}

/// Keys: slips and foreign words may look like one typed word, hardly like a text of them.
bool isTyped(const legacy::Reading& reading, std::size_t atLeast) {
    return reading.hits >= atLeast && reading.hits >= 2 * reading.misses &&
           4 * reading.hits >= reading.words;
}

} // namespace

std::string_view toString(Encoding encoding) {
    switch (encoding) {
    case Encoding::Utf8AsCp1252:
        return "utf8-as-cp1252";
    case Encoding::Tcvn3:
        return "tcvn3";
    case Encoding::VniFont:
        return "vni-font";
    case Encoding::Viqr:
        return "viqr";
    case Encoding::Telex:
        return "telex";
    case Encoding::VniKeys:
        return "vni-keys";
    }
    return "";
}

std::string decode(std::string_view utf8, Encoding encoding) {
    return toNfc(read(utf8, encoding).text);
}

std::optional<Encoding> detect(std::string_view text) {
    const Traces traces = Scan().of(text);
    if (traces.foreign || (traces.latin1 && !traces.unicode))
        return detectBytes(text);
    if (traces.latin1 || traces.unicode)
        return std::nullopt;
    if (traces.viqr && isTyped(read(text, Encoding::Viqr), 1))
        return Encoding::Viqr;
    if (traces.vniKeys && isTyped(read(text, Encoding::VniKeys), 2))
        return Encoding::VniKeys;
    if (traces.telex && isTyped(read(text, Encoding::Telex), 2))
        return Encoding::Telex;
    return std::nullopt;
}

} // namespace terroir::text
