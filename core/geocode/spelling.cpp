#include "core/geocode/spelling.hpp"

#include "core/text/syllable.hpp"

#include <algorithm>
#include <array>

namespace terroir::geocode {

namespace {

constexpr std::size_t longestSyllable = 7; ///< "nghiêng"

constexpr bool isVowel(char base) {
    return std::string_view("aeiouy").find(base) != std::string_view::npos;
}
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
    Speller(SpelledText& out, std::string_view text) : m_out(out), m_text(text) {
        m_run.reserve(32);
        m_bytes.reserve(32);
    }

    void add(const text::LatinLetter& letter, std::size_t from, std::size_t to) {
        m_run.push_back(letter);
        m_bytes.push_back({std::uint16_t(from), std::uint16_t(to)});
    }
    bool addMark(char32_t mark, std::size_t to) {
        if (m_run.empty() || !text::addMark(m_run.back(), mark))
            return m_run.empty() && addMarkToLast(mark, to);
        m_bytes.back().to = std::uint16_t(to);
        return true;
    }
    /// Whether the last word is this letter alone.
    bool isAfterLetter(char letter) const {
        return m_run.empty() && !m_out.words.empty() && m_out.words.back().isCapital &&
               m_out.words.back().to - m_out.words.back().from == 1 &&
               baseOf(m_out.letters.back()) == letter;
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
    /// "xa ̃", "Phươ ̀ng": a mark that stands apart from its letter; the word goes on after it.
    bool addMarkToLast(char32_t mark, std::size_t to) {
        if (m_out.words.empty() || m_break != Break::None)
            return false;
        const Word last = m_out.words.back();
        for (std::size_t i = last.from; i < last.to; ++i) {
            const Sign sign = m_out.letters[i];
            const bool isUpper = i == last.from ? last.isCapital : last.isUpperCase;
            m_run.push_back({baseOf(sign), shapeOf(sign), toneOf(sign), isUpper});
            m_bytes.push_back({i == last.from ? last.firstByte : last.endByte, last.endByte});
        }
        if (!text::addMark(m_run.back(), mark)) {
            m_run.clear();
            m_bytes.clear();
            return false;
        }
        m_bytes.back().to = std::uint16_t(to);
        m_out.letters.resize(last.from);
        m_out.words.pop_back();
        m_break = last.before;
        return true;
    }

    bool isBoundary(std::size_t i) const {
        const text::LatinLetter &before = m_run[i - 1], &at = m_run[i];
        if (isDigit(Sign(at.base))) { // but "Sơ6n" is a slip
            const bool isInside = i > 1 && !before.isUpper && i + 1 < m_run.size() &&
                                  !m_run[i + 1].isUpper && !isDigit(Sign(m_run[i + 1].base));
            return !isDigit(Sign(before.base)) && !isInside;
        }
        if (i == 2 && isCityWithInitials())
            return true;
        if (isDigit(Sign(before.base)) && i + 1 < m_run.size()) // "P8Q10"
            return isDigit(Sign(m_run[i + 1].base));
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

    /// Of "xabinhlieu", the length of the type word; 0 for what may be a syllable.
    std::size_t gluedType(std::size_t from, std::size_t to) const {
        static constexpr std::array<std::string_view, 9> types{
            "thanhpho", "thitran", "dackhu", "thixa", "phuong", "huyen", "quan", "tinh", "xa"};
        if (to - from < 5 ||
            std::string_view("tdphqx").find(m_run[from].base) == std::string_view::npos)
            return 0;
        const std::size_t end = m_bytes[to - 1].to;
        if (to - from <= longestSyllable &&
            text::isSyllable(m_text.substr(m_bytes[from].from, end - m_bytes[from].from)))
            return 0;
        for (const std::string_view type : types)
            if (type.size() + 1 < to - from &&
                std::equal(
                    type.begin(), type.end(), m_run.begin() + std::ptrdiff_t(from),
                    [](char c, const text::LatinLetter& letter) { return letter.base == c; }))
                return type.size();
        return 0;
    }

    /// Of "ởxã", "tạiphường", the length of the type word.
    std::size_t typeAtEnd(std::size_t from, std::size_t to) const {
        static const auto types = [] {
            std::vector<std::vector<text::LatinLetter>> made;
            for (const char* type : {"xã", "phường", "huyện", "tỉnh", "quận", "thị"}) {
                made.emplace_back();
                const std::string_view letters = type;
                for (std::size_t at = 0; at < letters.size();)
                    made.back().push_back(text::latinLetterOf(text::nextCodePoint(letters, at)));
            }
            return made;
        }();
        if (to - from < 3 || m_run[to - 1].isUpper)
            return 0;
        for (const auto& type : types) {
            if (type.size() >= to - from)
                continue;
            const std::size_t begin = to - type.size();
            const bool ends =
                std::equal(type.begin(), type.end(), m_run.begin() + std::ptrdiff_t(begin),
                           [](const text::LatinLetter& a, const text::LatinLetter& b) {
                               return a.base == b.base && a.shape == b.shape && a.tone == b.tone;
                           });
            // "chuyện" is a word.
            if (ends &&
                std::any_of(m_run.begin() + std::ptrdiff_t(from),
                            m_run.begin() + std::ptrdiff_t(begin),
                            [](const text::LatinLetter& letter) { return isVowel(letter.base); }))
                return type.size();
        }
        return 0;
    }

    /// "Phường IV", "quận X": the number; 0 for other words.
    unsigned romanNumber(std::size_t from, std::size_t to) const {
        constexpr std::size_t maxLetters = 6; // "XXVIII"
        if (to - from > maxLetters || m_out.words.empty())
            return 0;
        unsigned number = 0, last = 0;
        for (std::size_t i = to; i-- > from;) {
            const unsigned value = m_run[i].base == 'i'   ? 1
                                   : m_run[i].base == 'v' ? 5
                                   : m_run[i].base == 'x' ? 10
                                                          : 0;
            if (value == 0 || !m_run[i].isUpper)
                return 0;
            number = value < last ? number - value : number + value;
            last = std::max(last, value);
        }
        const Word& before = m_out.words.back();
        const std::string type =
            toPlain(SpellingView(m_out.letters).substr(before.from, before.to - before.from));
        return type == "phuong" || type == "p" || type == "quan" || type == "q" ? number : 0;
    }

    void addWord(std::size_t from, std::size_t to) {
        if (const std::size_t type = typeAtEnd(from, to); type != 0) {
            addWord(from, to - type);
            from = to - type;
        } else if (const std::size_t before = gluedType(from, to); before != 0) {
            addWord(from, from + before);
            from += before;
        }
        const std::size_t start = from;
        while (to - from > 1 && m_run[from].base == '0' && isDigit(Sign(m_run[to - 1].base)))
            ++from;
        Word word;
        word.from = std::uint16_t(m_out.letters.size());
        word.firstByte = m_bytes[start].from;
        word.endByte = m_bytes[to - 1].to;
        word.before = m_break;
        word.isUpperCase = to - from > 1;
        word.isCapital = m_run[from].isUpper || m_run[from].base == lostLetter;
        word.isGlued = start > 0;
        if (const unsigned number = romanNumber(from, to); number != 0) {
            for (const char digit : std::to_string(number))
                m_out.letters += makeSign(digit, text::Shape::Plain, text::Tone::Level);
            word.to = std::uint16_t(m_out.letters.size());
            m_out.words.push_back(word);
            m_break = Break::None;
            return;
        }
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
    std::string_view m_text;
    std::vector<text::LatinLetter> m_run;
    std::vector<Bytes> m_bytes; ///< of each letter of the run
    Break m_break = Break::None;
};

constexpr std::string_view hardBreaks = ",;()[]{}/\\|:_<>";

/// "ph ường", "Đư ờng", "Phườn g": syllables that fell in two in a PDF become one word again.
class BrokenSyllables {
public:
    BrokenSyllables(SpelledText& out, std::string_view text) : m_out(out), m_text(text) {}

    void join() {
        joinLetters();
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_out.words.size(); ++i) {
            const bool isUnit = kept > 1 && isNumber(m_out.words[kept - 2]); // "5 m ở"
            if (kept > 0 && !isUnit && belongs(m_out.words[kept - 1], m_out.words[i])) {
                Word& joined = m_out.words[kept - 1];
                const Word& end = m_out.words[i];
                joined.to = end.to;
                joined.endByte = end.endByte;
                joined.isMarked = joined.isMarked || end.isMarked;
                joined.hasDot = end.hasDot;
                joined.isUpperCase = false;
            } else {
                m_out.words[kept++] = m_out.words[i];
            }
        }
        m_out.words.resize(kept);
    }

private:
    /// "x ã  B ả n  B o": letters set apart, syllables further.
    void joinLetters() {
        const auto isLetter = [&](const Word& word) {
            return word.to - word.from == 1 && !isNumber(word) && !word.hasDot;
        };
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_out.words.size();) {
            std::size_t end = i;
            while (end < m_out.words.size() && isLetter(m_out.words[end]))
                ++end;
            const bool isApart = end - i >= minLettersApart;
            for (const std::size_t run = i, last = std::max(end, i + 1); i < last; ++i) {
                const Word& word = m_out.words[i];
                if (isApart && i > run && word.before == Break::None &&
                    word.firstByte == m_out.words[kept - 1].endByte + 1U) {
                    m_out.words[kept - 1].to = word.to;
                    m_out.words[kept - 1].endByte = word.endByte;
                    m_out.words[kept - 1].isMarked |= word.isMarked;
                } else {
                    m_out.words[kept++] = word;
                }
            }
        }
        m_out.words.resize(kept);
    }

    static constexpr std::size_t minLettersApart = 4;

    char base(std::size_t letter) const { return baseOf(m_out.letters[letter]); }
    bool isNumber(const Word& word) const { return isDigit(m_out.letters[word.from]); }
    bool hasVowel(const Word& word) const {
        for (std::size_t i = word.from; i < word.to; ++i)
            if (isVowel(base(i)))
                return true;
        return false;
    }
    /// Words that begin with a vowel and stand alone.
    bool isWhole(const Word& word) const {
        static const auto words = [] {
            std::vector<Spelling> made;
            for (const char* one :
                 {"ở",   "ông", "anh", "em",  "ăn", "an", "ấp",  "áp",  "ao",   "uống",
                  "ủy",  "ưu",  "ổn",  "ứng", "ấm", "ẩm", "ít",  "ý",   "y",    "ai",
                  "ích", "ếch", "ớt",  "ổi",  "óc", "ốc", "ong", "ươm", "ương", "ảnh",
                  "úng", "ấy",  "oan", "ước", "á",  "ảo", "ô",   "a",   "e"})
                made.push_back(spell(one).letters);
            return made;
        }();
        const SpellingView letters =
            SpellingView(m_out.letters).substr(word.from, std::size_t(word.to - word.from));
        return std::any_of(words.begin(), words.end(),
                           [&](const Spelling& one) { return SpellingView(one) == letters; });
    }
    /// "xã Hưng Điền B huyện Tân Hưng".
    bool isType(const Word& word) const {
        const std::string plain = toPlain(
            SpellingView(m_out.letters).substr(word.from, std::size_t(word.to - word.from)));
        return plain == "huyen" || plain == "xa" || plain == "tinh" || plain == "quan" ||
               plain == "phuong" || plain == "thi" || plain == "thanh";
    }
    bool isSyllable(const Word& first, const Word& end) const {
        std::array<char, 32> both{};
        const std::string_view a = bytes(first), b = bytes(end);
        if (a.size() + b.size() > both.size())
            return false;
        std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), both.begin()));
        return text::isSyllable({both.data(), a.size() + b.size()});
    }
    std::string_view bytes(const Word& word) const {
        return m_text.substr(word.firstByte, std::size_t(word.endByte - word.firstByte));
    }

    /// Whether the second word is the end of the first.
    bool belongs(const Word& first, const Word& second) const {
        if (second.isCapital || second.isGlued || second.before != Break::None || first.hasDot ||
            isNumber(first) || isNumber(second) || second.firstByte != first.endByte + 1U ||
            first.to - first.from > 5 || second.to - second.from > 5)
            return false;
        const bool startsWithVowel = isVowel(base(second.from));
        if (!hasVowel(first)) // "ph ường", "t ỉnh"; but "KH ở" and, without capitals, "x an phu"
            return !first.isUpperCase && !isType(second) &&
                   (first.to - first.from > 1 || m_out.hasCapitals) && isSyllable(first, second);
        if (startsWithVowel) // "Đư ờng"
            return isVowel(base(first.to - 1U)) && second.to - second.from > 1 &&
                   !isWhole(second) && isSyllable(first, second);
        // "Phườn g", "trấ n"; what may be a type word, "h", stays one.
        return !second.hasDot && !hasVowel(second) &&
               (second.to - second.from > 1 || base(second.from) == 'g' ||
                base(second.from) == 'n' || base(second.from) == 'c' ||
                (base(second.from) == 'h' && m_out.hasCapitals &&
                 !text::isSyllable(bytes(first)))) &&
               isSyllable(first, second);
    }

    SpelledText& m_out;
    std::string_view m_text;
};

} // namespace

SpelledText spell(std::string_view text) {
    SpelledText out;
    text = text.substr(0, maxTextBytes);
    out.letters.reserve(text.size());
    out.words.reserve(text.size() / 4 + 1);
    const bool lossy = hasLostLetters(text);
    Speller speller(out, text);
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
            else if (c == U'/' && speller.isAfterLetter('t')) // "T/P", "T/Phố"
                continue;
            else if (c == U'-' && at < text.size() && (text[at] == '\n' || text[at] == '\r'))
                at = std::min(text.find_first_not_of("\r\n ", at), text.size());
            else if (c == U'\n')
                speller.separate(Break::Line);
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
    BrokenSyllables(out, text).join();
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
