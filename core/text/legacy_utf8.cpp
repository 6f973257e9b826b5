#include "core/text/legacy_readers.hpp"
#include "core/text/letter.hpp"
#include "core/text/syllable.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace terroir::text::legacy {

namespace {

/// The characters of Windows-1252 for the bytes 0x80 to 0x9F; 0 where it has no character.
constexpr char32_t cp1252[] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                               0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                               0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                               0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};
constexpr std::size_t longestWord = 32; ///< longer runs of letters are not words
constexpr unsigned noBreakSpace = 0xa0, softHyphen = 0xad;

/// The byte that was read as this character; nothing when no byte was.
std::optional<unsigned> byteOf(char32_t c) {
    if (c < 0x100)
        return unsigned(c);
    const auto* found = std::find(std::begin(cp1252), std::end(cp1252), c);
    if (found == std::end(cp1252))
        return std::nullopt;
    return 0x80 + unsigned(found - std::begin(cp1252));
}

/// A character of the text that was meant, or what is left of a letter whose last byte is missing.
struct Item {
    char32_t c = 0;
    unsigned lead[2] = {0, 0}; ///< the bytes that are left; the second is 0 for a two-byte letter
    bool lost() const { return lead[0] != 0; }
};

char32_t letterWith(const Item& item, unsigned last) {
    if (item.lead[1] != 0)
        return char32_t((item.lead[0] & 0xf) << 12 | (item.lead[1] & 0x3f) << 6 | (last & 0x3f));
    return char32_t((item.lead[0] & 0x1f) << 6 | (last & 0x3f));
}

bool isSpace(char32_t c) {
    return c == U' ' || c == 0xa0 || c == U'\t';
}
bool isReplacement(char32_t c) {
    return c == U'?' || c == 0xfffd;
}

/// Latin letters and signs, combining marks, typographic signs.
bool isLikely(char32_t c) {
    return (c >= 0x80 && c < 0x370) || (c >= 0x1ea0 && c < 0x1f00) || (c >= 0x2000 && c < 0x2200) ||
           c == 0xfeff;
}

/// One reading of a text as Windows-1252 for UTF-8.
class Repair {
public:
    explicit Repair(std::string_view text) {
        for (std::size_t at = 0; at < text.size();)
            m_in.push_back(nextCodePoint(text, at));
        for (const char32_t c : m_in) {
            m_readAsCp1252 = m_readAsCp1252 || (c >= 0x100 && byteOf(c));
            m_keptHyphen = m_keptHyphen || c == softHyphen;
            m_small = m_small || (c >= U'a' && c <= U'z');
        }
    }

    /// Nothing when the text holds no such letter.
    std::optional<Reading> read() {
        readBytes();
        if (!m_certain)
            return std::nullopt;
        restore();
        Reading out;
        out.hits = m_hits;
        out.misses = m_misses;
        for (const Item& item : m_items)
            appendUtf8(out.text, item.lost() ? U'?' : item.c);
        return out;
    }

private:
    unsigned byteAt(std::size_t i) const {
        return i < m_in.size() ? byteOf(m_in[i]).value_or(0) : 0;
    }
    bool continues(std::size_t i) const { return (byteAt(i) & 0xc0) == 0x80; }

    /// Bytes to characters; letters without their last byte stay open.
    void readBytes() {
        for (std::size_t i = 0; i < m_in.size();) {
            const unsigned lead = byteAt(i);
            const std::size_t size = lead >= 0xc2 && lead < 0xe0   ? 2
                                     : lead >= 0xe0 && lead < 0xf0 ? 3
                                                                   : 1;
            if (size == 1 || (size == 3 && !continues(i + 1))) {
                keep(i++);
                continue;
            }
            Item item{0, {lead, size == 3 ? byteAt(i + 1) : 0}};
            const bool whole = continues(i + size - 1);
            const char32_t read = whole ? letterWith(item, byteAt(i + size - 1)) : 0;
            if (whole ? !isLikely(read) : candidates(item).empty()) {
                keep(i++);
                continue;
            }
            if (whole) {
                item = {read, {}};
                m_certain = true;
                ++m_hits;
                i += size;
            } else {
                // "Ã" after a small letter is never meant.
                const char32_t before = m_items.empty() ? 0 : m_items.back().c;
                m_certain = m_certain || size == 3 || (before >= U'a' && before <= U'z');
                i += size - 1;
                i += i < m_in.size() && isReplacement(m_in[i]) ? 1 : 0;
            }
            m_items.push_back(item);
        }
    }

    void keep(std::size_t i) {
        m_misses += m_in[i] >= 0x80 && m_in[i] != noBreakSpace ? 1 : 0;
        m_items.push_back({m_in[i], {}});
    }

    /// The letters that an open item can be: its last byte has no character in Windows-1252, or is
    /// one that copying loses. With the whole block 0x80-0x9F missing all of it is possible.
    std::vector<Letter> candidates(const Item& item) const {
        std::vector<Letter> out;
        for (unsigned last = 0x80; last < 0xc0; ++last) {
            const bool gone = last < 0xa0
                                  ? !m_readAsCp1252 || cp1252[last - 0x80] == 0
                                  : last == noBreakSpace || (last == softHyphen && !m_keptHyphen);
            const Letter letter = gone ? letterOf(letterWith(item, last)) : Letter{};
            if (letter && letterWith(item, last) >= 0x80)
                out.push_back(letter);
        }
        return out;
    }

    bool isLetterAt(std::size_t i) const {
        return i < m_items.size() && (m_items[i].lost() || letterOf(m_items[i].c));
    }

    /// Puts letters into the open items of every word.
    void restore() {
        for (std::size_t i = 0; i < m_items.size(); ++i)
            if (m_items[i].lost())
                restoreSpace(i);
        for (std::size_t begin = 0; begin < m_items.size();) {
            std::size_t end = begin;
            while (isLetterAt(end))
                ++end;
            if (end - begin <= longestWord)
                restoreWord(begin, end);
            begin = end + 1;
        }
    }

    /// "ThÃ nh", "HÃ  Ná»™i": the space is the no-break space that was the letter's last byte.
    void restoreSpace(std::size_t i) {
        const Letter letter = letterOf(letterWith(m_items[i], noBreakSpace));
        if (!letter || i + 1 >= m_items.size() || !isSpace(m_items[i + 1].c))
            return;
        std::size_t begin = i, end = i + 2;
        while (begin > 0 && isLetterAt(begin - 1) && !m_items[begin - 1].lost())
            --begin;
        while (isLetterAt(end))
            ++end;
        bool joined = end == i + 2 && end < m_items.size() && isSpace(m_items[end].c);
        if (!joined && end > i + 2) {
            std::string word;
            for (std::size_t k = begin; k < end; ++k)
                if (k != i + 1)
                    appendUtf8(word, k == i ? codePointOf(letter) : m_items[k].c);
            joined = isSyllable(word);
        }
        if (!joined)
            return;
        m_items[i] = {codePointOf(letter), {}};
        m_items.erase(m_items.begin() + std::ptrdiff_t(i) + 1);
        ++m_hits;
    }

    void restoreWord(std::size_t begin, std::size_t end) {
        std::size_t open = 0, openAt = end;
        for (std::size_t i = begin; i < end; ++i) {
            if (!m_items[i].lost())
                continue;
            const auto letters = fitting(begin, end, i);
            if (letters.size() == 1) {
                m_items[i] = {codePointOf(letters.front()), {}};
            } else {
                ++open;
                openAt = i;
            }
        }
        if (open != 1)
            return;
        std::optional<Letter> only;
        for (const Letter& letter : fitting(begin, end, openAt)) {
            std::string word;
            for (std::size_t i = begin; i < end; ++i)
                appendUtf8(word, i == openAt ? codePointOf(letter) : m_items[i].c);
            if (!isSyllable(word))
                continue;
            if (only)
                return;
            only = letter;
        }
        if (only)
            m_items[openAt] = {codePointOf(*only), {}};
    }

    /// The candidates in the case of the letters around them.
    std::vector<Letter> fitting(std::size_t begin, std::size_t end, std::size_t at) const {
        bool small = m_small, capital = false;
        for (std::size_t i = begin + 1; i < end; ++i)
            if (const Letter letter = letterOf(m_items[i].c); !m_items[i].lost() && letter) {
                capital = letter.upper;
                small = !letter.upper;
            }
        auto letters = candidates(m_items[at]);
        std::erase_if(letters, [&](const Letter& letter) {
            return letter.upper ? at > begin && small && !capital : capital;
        });
        return letters;
    }

    std::vector<char32_t> m_in;
    std::vector<Item> m_items;
    bool m_readAsCp1252 = false; ///< bytes 0x80-0x9F came as characters of Windows-1252
    bool m_keptHyphen = false;   ///< soft hyphens are still there
    bool m_small = false;        ///< the text is not all in capitals
    bool m_certain = false;      ///< something is surely not a letter of its own
    std::size_t m_hits = 0, m_misses = 0;
};

} // namespace

Reading readUtf8AsCp1252(std::string_view text) {
    constexpr int maxTimes = 3;
    Reading out{std::string(text)};
    for (int i = 0; i < maxTimes; ++i) {
        auto read = Repair(out.text).read();
        if (!read)
            break;
        read->hits += out.hits;
        out = std::move(*read);
    }
    return out;
}

} // namespace terroir::text::legacy
