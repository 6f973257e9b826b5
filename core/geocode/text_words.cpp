#include "core/geocode/text_words.hpp"

#include "core/text/latin.hpp"

#include <algorithm>
#include <array>

namespace terroir::geocode {

namespace {

constexpr bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Where a piece that begins at `from` ends: after a blank, where there is one in reach.
std::size_t endOfPiece(std::string_view text, std::size_t from) {
    std::size_t end = from + maxTextBytes;
    if (end >= text.size())
        return text.size();
    const std::size_t limit = end - maxTextBytes / 2;
    for (std::size_t at = end; at > limit; --at)
        if (isBlank(text[at - 1]))
            return at;
    while (end > limit && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    return end;
}

Gap gapOf(char32_t c) {
    switch (c) {
    case U',':
    case 0xff0c:
        return Gap::Comma;
    case U';':
        return Gap::Semicolon;
    case U':':
        return Gap::Colon;
    case U'(':
    case U'[':
    case U'{':
        return Gap::Open;
    case U')':
    case U']':
    case U'}':
        return Gap::Close;
    case U'/':
    case U'\\':
    case U'|':
        return Gap::Slash;
    case U'&':
    case U'+':
        return Gap::And;
    case U'.':
    case U'!':
    case U'?':
    case 0x2026:
        return Gap::Stop;
    case U'"':
    case U'\'':
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0xab:
    case 0xbb:
        return Gap::Quote;
    default:
        return Gap::Other;
    }
}

bool isDash(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015);
}

bool isBulletSign(char32_t c) {
    return isDash(c) || c == U'+' || c == U'*' || c == 0x2022 || c == 0x25cf || c == 0x25aa ||
           c == 0x25e6 || c == 0xb7 || c == 0xf0b7;
}

/// Signs that say nothing: raised figures, asterisks, marks without width, zeros before a number.
bool isSilent(char32_t c) {
    return c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079) || c == U'*' ||
           c == 0x200b || c == 0xad || c == 0xfeff || c == U'\r' || c == U'0';
}

/// "(*)", "[¹]": brackets that hold nothing but silent signs.
std::size_t endOfEmptyBrackets(std::string_view between, std::size_t at) {
    std::size_t end = at;
    while (end < between.size()) {
        const char32_t c = text::nextCodePoint(between, end);
        if (c == U')' || c == U']')
            return end;
        if (!isSilent(c))
            break;
    }
    return at;
}

/// The signs between two words; `atStart`: in front of all words.
Gaps gapsOf(std::string_view between, bool atStart) {
    Gaps gaps;
    bool atLineStart = atStart;
    std::size_t lines = 0;
    for (std::size_t at = 0; at < between.size();) {
        const std::size_t start = at;
        const char32_t c = text::nextCodePoint(between, at);
        if (c == U'\n' || c == U'\f') {
            ++lines;
            gaps.add(c == U'\f' || lines > 1 ? Gap::Line | Gap::Blank : Gaps(Gap::Line));
            atLineStart = true;
            continue;
        }
        if (c == U' ' || c == U'\t' || c == 0xa0) {
            gaps.add(Gap::Space);
            continue;
        }
        if (atLineStart && isBulletSign(c)) {
            gaps.add(Gap::Bullet);
        } else if (isDash(c)) {
            const bool spaced = start > 0 && isBlank(between[start - 1]) && at < between.size() &&
                                isBlank(between[at]);
            gaps.add(spaced || c == 0x2013 || c == 0x2014 ? Gap::Dash : Gap::Hyphen);
        } else if (const std::size_t end = endOfEmptyBrackets(between, at);
                   (c == U'(' || c == U'[') && end != at) {
            at = end;
        } else if (!isSilent(c)) {
            gaps.add(gapOf(c));
        }
        atLineStart = false;
    }
    return gaps;
}

/// Of a paragraph that says by itself whether it uses marks.
constexpr std::size_t minWords = 5;

/// Puts together the words of all pieces.
class WordReader {
public:
    explicit WordReader(TextWords& out) : m_out(out) {}

    void addPiece(std::size_t from, std::size_t to) {
        const std::string_view text = m_out.text;
        const SpelledText piece = spell(text.substr(from, to - from));
        const auto base = std::uint32_t(m_out.letters.size());
        for (const Word& word : piece.words) {
            TextWord added;
            added.from = base + word.from;
            added.to = base + word.to;
            added.firstByte = std::uint32_t(from + word.firstByte);
            added.endByte = std::uint32_t(from + word.endByte);
            const std::size_t end = m_out.words.empty() ? 0 : m_end;
            while (isDigit(piece.letters[word.from]) && added.firstByte > end &&
                   text[added.firstByte - 1] == '0')
                --added.firstByte;
            std::size_t at = added.firstByte;
            added.isCapital = text::latinLetterOf(text::nextCodePoint(text, at)).isUpper;
            added.isUpperCase = word.isUpperCase;
            added.isMarked = word.isMarked;
            added.hasDot = word.hasDot;
            const SpellingView letters =
                SpellingView(piece.letters).substr(word.from, word.to - word.from);
            added.isNumber = std::all_of(letters.begin(), letters.end(), isDigit);
            added.before = gapsOf(text.substr(end, added.firstByte - end), m_out.words.empty());
            m_end = added.endByte;
            m_out.words.push_back(added);
        }
        m_out.letters += piece.letters;
    }

    /// Takes out the marks of footnotes and counts sentences and paragraphs.
    void finish() {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_out.words.size(); ++i) {
            TextWord word = m_out.words[i];
            if (m_carried) {
                word.before.remove(m_ofFootnote);
                word.before.add(m_before);
                m_carried = false;
            }
            if (kept > 0 && isFootnote(m_out.words[kept - 1], word, i)) {
                m_carried = true;
                m_before = word.before;
                m_ofFootnote = word.before.has(Gap::Open) ? Gaps(Gap::Close) : Gaps();
                m_before.remove(Gap::Open);
                continue;
            }
            m_out.words[kept++] = word;
        }
        m_out.words.resize(kept);
        // The letters of a footnote stand between words still, so that no name reaches across.
        std::uint32_t sentence = 0, paragraph = 0;
        std::size_t first = 0; // of the paragraph
        for (std::size_t i = 0; i < kept; ++i) {
            TextWord& word = m_out.words[i];
            const bool isParagraph = i > 0 && endsParagraph(m_out.words[i - 1], word);
            if (isParagraph) {
                markParagraph(first, i);
                first = i;
                ++paragraph;
            }
            if (isParagraph || (i > 0 && endsSentence(m_out.words[i - 1], word)))
                ++sentence;
            word.sentence = sentence;
            word.paragraph = paragraph;
        }
        markParagraph(first, kept);
    }

private:
    /// A paragraph of some words without marks is written without them, whatever others are.
    void markParagraph(std::size_t from, std::size_t to) {
        const auto begin = m_out.words.begin() + std::ptrdiff_t(from),
                   end = m_out.words.begin() + std::ptrdiff_t(to);
        m_isMarked = m_isMarked || std::any_of(begin, end, isMarkedWord);
        if (std::any_of(begin, end, isMarkedWord) || (m_isMarked && to - from < minWords))
            std::for_each(begin, end, [](TextWord& word) { word.isAmongMarked = true; });
    }
    static bool isMarkedWord(const TextWord& word) { return word.isMarked; }
    std::size_t lettersOf(const TextWord& word) const { return word.to - word.from; }

    /// A number of one or two figures that is glued to a word, or in brackets after it.
    bool isFootnote(const TextWord& before, const TextWord& word, std::size_t at) const {
        if (!word.isNumber || lettersOf(word) > 2 || before.isNumber || !before.isCapital ||
            lettersOf(before) < 2)
            return false;
        static const std::array<Spelling, 6> types{
            spell("phường").letters, spell("quận").letters, spell("tp").letters,
            spell("tx").letters,     spell("ph").letters,   spell("phuong").letters};
        const SpellingView letters =
            SpellingView(m_out.letters).substr(before.from, before.to - before.from);
        if (std::any_of(types.begin(), types.end(),
                        [&](const Spelling& type) { return letters == SpellingView(type); }))
            return false;
        if (word.before.isNone())
            return true;
        return word.before.has(Gap::Open) && word.before.hasOnly(Gap::Open | Gap::Space) &&
               at + 1 < m_out.words.size() && m_out.words[at + 1].before.has(Gap::Close);
    }

    /// "TP.", "H.", "Tx.": no word ends so.
    bool isConsonants(const TextWord& word) const {
        const SpellingView letters =
            SpellingView(m_out.letters).substr(word.from, word.to - word.from);
        return std::none_of(letters.begin(), letters.end(), [](Sign sign) {
            return isDigit(sign) ||
                   std::string_view("aeiouy").find(baseOf(sign)) != std::string_view::npos;
        });
    }

    bool endsSentence(const TextWord& before, const TextWord& word) const {
        if (word.before.has(Gap::Bullet))
            return true;
        if (!word.before.has(Gap::Stop) || word.before.hasOnly(Gaps(Gap::Stop)))
            return false; // "1.902"
        const bool isShortened = before.hasDot && lettersOf(before) <= 3 && isConsonants(before);
        return !isShortened && (word.isCapital || word.isNumber || word.before.has(Gap::Line));
    }

    bool endsParagraph(const TextWord& before, const TextWord& word) const {
        const bool goesOn = !word.isCapital && !word.isNumber;
        return (word.before.has(Gap::Blank) && !goesOn) ||
               (word.before.has(Gap::Line) && endsSentence(before, word) &&
                !word.before.has(Gap::Bullet));
    }

    TextWords& m_out;
    std::size_t m_end = 0;
    bool m_carried = false;
    bool m_isMarked = false; ///< any paragraph so far
    Gaps m_before, m_ofFootnote;
};

} // namespace

std::string TextWords::written(std::size_t from, std::size_t to) const {
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
        if (!out.empty())
            out += ' ';
        out += text.substr(words[i].firstByte, words[i].endByte - words[i].firstByte);
    }
    return out;
}

TextWords readWords(std::string_view text) {
    TextWords out;
    out.text = text;
    WordReader reader(out);
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = endOfPiece(text, from);
        reader.addPiece(from, to);
        from = to;
    }
    reader.finish();
    return out;
}

} // namespace terroir::geocode
