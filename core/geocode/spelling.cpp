#include "core/geocode/spelling.hpp"

#include <algorithm>
#include <array>

namespace terroir::geocode {

namespace {

constexpr bool isGlide(char base) {
    return base == 'i' || base == 'o' || base == 'u';
}
constexpr bool isFollower(char base) {
    return base == 'a' || base == 'e' || base == 'y';
}

/// Whether '?' stands for letters here: only in a text that has one before a letter.
bool hasLostLetters(std::string_view text) {
    if (text.empty())
        return false;
    if (text.find("\xEF\xBF\xBD") != std::string_view::npos)
        return true;
    for (std::size_t at = text.find('?'); at < text.size() - 1; at = text.find('?', at + 1)) {
        const auto next = static_cast<unsigned char>(text[at + 1]);
        if ((next | 0x20U) - 'a' < 26U || next >= 0x80)
            return true;
    }
    return false;
}

/// Collects the letters of a run without spaces and cuts it into words.
class Speller {
public:
    explicit Speller(SpelledText& out) : m_out(out) {
        m_run.reserve(32);
        m_bytes.reserve(32);
    }

    void add(const text::LatinLetter& letter, std::size_t from, std::size_t to) {
        m_run.push_back(letter);
        m_bytes.push_back({std::uint16_t(from), std::uint16_t(to)});
    }
    bool addMark(char32_t mark, std::size_t to) {
        if (m_run.empty() || !text::addMark(m_run.back(), mark))
            return false;
        m_bytes.back().to = std::uint16_t(to);
        return true;
    }
    void separate(Break kind) { m_break = std::max(m_break, kind); }

    void flush(bool dot) {
        std::size_t from = 0;
        for (std::size_t i = 1; i < m_run.size(); ++i)
            if (isBoundary(i)) {
                addWord(from, i);
                from = i;
            }
        if (!m_run.empty()) {
            addWord(from, m_run.size());
            m_out.words.back().hasDot = dot;
        }
        m_run.clear();
        m_bytes.clear();
    }

private:
    bool isBoundary(std::size_t i) const {
        const text::LatinLetter &before = m_run[i - 1], &at = m_run[i];
        if (isDigit(Sign(at.base)))
            return !isDigit(Sign(before.base));
        if (i == 2 && isCityWithInitials())
            return true;
        if (!at.isUpper || isDigit(Sign(before.base)))
            return false;
        return !before.isUpper ||
               (i + 1 < m_run.size() && !m_run[i + 1].isUpper && !isDigit(Sign(m_run[i + 1].base)));
    }

    /// "TPHCM", "TPHN".
    bool isCityWithInitials() const {
        return m_run.size() >= 4 && m_run.size() <= 6 && m_run[0].base == 't' &&
               m_run[1].base == 'p' &&
               std::all_of(m_run.begin(), m_run.end(), [](const text::LatinLetter& letter) {
                   return letter.isUpper &&
                          std::string_view("aeiouy").find(letter.base) == std::string_view::npos;
               });
    }

    void addWord(std::size_t from, std::size_t to) {
        while (to - from > 1 && m_run[from].base == '0' && isDigit(Sign(m_run[to - 1].base)))
            ++from;
        Word word;
        word.from = std::uint16_t(m_out.letters.size());
        word.firstByte = m_bytes[from].from;
        word.endByte = m_bytes[to - 1].to;
        word.before = m_break;
        word.isUpperCase = to - from > 1;
        word.isCapital = m_run[from].isUpper || m_run[from].base == lostLetter;
        word.isGlued = from > 0;
        m_break = Break::None;
        // The two styles of tone placement become one: "hòa" as "hoà".
        for (std::size_t i = from; i + 1 < to; ++i)
            if (isGlide(m_run[i].base) && isFollower(m_run[i + 1].base) &&
                m_run[i + 1].tone == text::Tone::Level)
                std::swap(m_run[i].tone, m_run[i + 1].tone);
        for (std::size_t i = from; i < to; ++i) {
            const text::LatinLetter& letter = m_run[i];
            const Sign sign = makeSign(letter.base, letter.shape, letter.tone);
            word.isMarked = word.isMarked || isMarked(sign);
            word.isUpperCase = word.isUpperCase && letter.isUpper;
            m_out.letters += sign;
        }
        word.to = std::uint16_t(m_out.letters.size());
        m_out.isMarked = m_out.isMarked || word.isMarked;
        m_out.words.push_back(word);
    }

    struct Bytes {
        std::uint16_t from = 0, to = 0;
    };

    SpelledText& m_out;
    std::vector<text::LatinLetter> m_run;
    std::vector<Bytes> m_bytes; ///< of each letter of the run
    Break m_break = Break::None;
};

constexpr std::string_view hardBreaks = ",;()[]{}/\\\n|:_<>";

} // namespace

SpelledText spell(std::string_view text) {
    SpelledText out;
    text = text.substr(0, mostTextBytes);
    out.letters.reserve(text.size());
    out.words.reserve(text.size() / 4 + 1);
    const bool lossy = hasLostLetters(text);
    Speller speller(out);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = text::nextCodePoint(text, at);
        if (const text::LatinLetter letter = text::latinLetterOf(c); letter.base != 0) {
            speller.add(letter, start, at);
        } else if (lossy && (c == U'?' || c == 0xfffd)) {
            speller.add({lostLetter, text::Shape::Plain, text::Tone::Level, false}, start, at);
        } else if (speller.addMark(c, at) || c == 0x200b || c == 0xad || c == 0xfeff) {
            continue;
        } else {
            speller.flush(c == U'.');
            const bool dash = (c == U'-' && start > 0 && text[start - 1] == ' ' &&
                               at < text.size() && text[at] == ' ') ||
                              c == 0x2013 || c == 0x2014;
            if (dash)
                speller.separate(Break::Dash);
            else if (c == U'+' || c == U'&')
                speller.separate(Break::List);
            else if (c < 0x80 && hardBreaks.find(char(c)) != std::string_view::npos)
                speller.separate(Break::Hard);
        }
    }
    speller.flush(false);
    const auto hasSmall = [&](const Word& word) {
        return !word.isCapital && !isDigit(out.letters[word.from]);
    };
    out.hasCapitals = std::any_of(out.words.begin(), out.words.end(),
                                  [](const Word& word) { return word.isCapital; }) &&
                      std::any_of(out.words.begin(), out.words.end(), hasSmall);
    return out;
}

std::uint64_t keyOf(SpellingView letters) {
    std::uint64_t hash = 0xcbf29ce484222325U; // FNV-1a
    for (const Sign sign : letters) {
        const char base = baseOf(sign);
        hash = (hash ^ std::uint64_t(base == 'y' ? 'i' : base)) * 0x100000001b3U;
    }
    return hash;
}

bool haveEqualBases(SpellingView a, SpellingView b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](Sign x, Sign y) {
        const char left = baseOf(x), right = baseOf(y);
        return left == right || (left == 'y' && right == 'i') || (left == 'i' && right == 'y');
    });
}

std::uint64_t signatureOf(SpellingView letters) {
    std::uint64_t once = 0, twice = 0;
    for (const Sign sign : letters) {
        const char base = baseOf(sign) == 'y' ? 'i' : baseOf(sign);
        const unsigned bit = isDigit(sign) ? 26 + unsigned(base - '0') % 6
                             : base >= 'a' ? unsigned(base - 'a')
                                           : 32;
        if (bit == 32)
            continue;
        twice |= once & (std::uint64_t(1) << bit);
        once |= std::uint64_t(1) << bit;
    }
    return once | twice << 32U;
}

std::string toPlain(SpellingView letters) {
    std::string out;
    for (const Sign sign : letters)
        out += baseOf(sign);
    return out;
}

} // namespace terroir::geocode
