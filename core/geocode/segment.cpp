#include "core/geocode/segment.hpp"

#include "core/geocode/cutting_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

// How a text is cut into mentions:
//
// segment() splits at hard breaks (comma, semicolon, parenthesis, line end, slash) and after
// sentences into parts, leaves out whoever took a picture, companies and listed streets, and
// Part::cut() goes through the words of one part from left to right with one mention open. At each
// word the first of these that applies decides:
//   1. a dash between spaces: the open mention ends;
//   2. "và", "đến" or a list sign after a name: it ends, and the next is listed beside it; where no
//      type word follows, it inherits the type ("xã Bản Bo và Nà Tăm");
//   3. fillers ("UBND", "trên địa bàn"): it ends, they are skipped;
//   4. a type word (typeAt()): it ends, and a new one begins with this type and level. An English
//      type word after a name closes that name instead ("Binh Lu Commune");
//   5. anything else: a word of the open mention's name.
// Names may hold type words themselves ("xã Tứ Xã", "phường Phường Đúc", "Sập Xa"), so a word
// counts as a type only where it is written with its marks, or where the whole text has none, or
// where it is an abbreviation with a stop, a number or a name after it. endsName and beginsName in
// cut() are the two cases that remain.
// Nothing is looked up here: which mention is a unit is decided by the reader and the geocoder.

namespace terroir::geocode {

using gazetteer::Level;

namespace {

bool isDigits(SpellingView letters) {
    return !letters.empty() && std::all_of(letters.begin(), letters.end(), [](Sign sign) {
        return baseOf(sign) >= '0' && baseOf(sign) <= '9';
    });
}

constexpr bool mayBeMarked(char base) {
    return std::string_view("aeiouyd").find(base) != std::string_view::npos;
}

bool isAdjective(SpellingView letters) {
    static const Spelling island = spell("đảo").letters, poor = spell("nghèo").letters;
    return letters == island || letters == poor;
}

SpellingView toWord() {
    static const Spelling word = spell("đến").letters;
    return word;
}

SpellingView andWord() {
    static const Spelling word = spell("và").letters;
    return word;
}

/// The words of one part of a text: between two hard breaks.
class Part {
public:
    Part(const SpelledText& text, std::size_t from, std::size_t to)
        : m_text(text), m_from(from), m_to(to), m_isMarked(isMarkedIn(from, to)) {}

    void cut(std::vector<Mention>& out) const;
    /// "các đường Minh Khai, Kim Đồng": what follows are such, too.
    bool hasSmallPlaces() const;

private:
    struct FoundType {
        const TypeWord* word = nullptr;
        std::size_t count = 0;
    };

    SpellingView letters(std::size_t at) const { return m_text.view(at, at + 1); }
    bool isMarkedIn(std::size_t from, std::size_t to) const {
        return std::any_of(m_text.words.begin() + std::ptrdiff_t(from),
                           m_text.words.begin() + std::ptrdiff_t(to),
                           [](const Word& word) { return word.isMarked; });
    }
    /// Cheap: most patterns begin with another letter or have another length.
    bool mayMatch(std::size_t at, const Pattern& wanted) const {
        const Word& word = m_text.words[at];
        return baseOf(m_text.letters[word.from]) == wanted.text[0] &&
               word.to - word.from == wanted.lengths[0];
    }
    std::size_t match(std::size_t at, const Pattern& wanted) const {
        return mayMatch(at, wanted) ? matchAll(at, wanted) : 0;
    }
    std::size_t matchAll(std::size_t at, const Pattern& wanted) const;
    bool isWritten(std::size_t at, std::size_t count, const TypeWord& type) const;
    bool standsAsType(std::size_t at, std::size_t count, const TypeWord& type, bool atStart) const;
    bool standsAsAbbreviation(std::size_t at, std::size_t count, const TypeWord& type,
                              bool atStart) const;
    bool standsAsEnglish(std::size_t at, std::size_t count, bool atStart) const;
    FoundType typeAt(std::size_t at, bool atStart) const;
    std::size_t skipFillers(std::size_t from) const;
    bool isOtherWord(std::size_t at, std::size_t count) const;
    bool startsSmallPlace(std::size_t at) const;
    bool mayBeListed(std::size_t at) const;

    const SpelledText& m_text;
    std::size_t m_from, m_to;
    bool m_isMarked;
};

/// How many words from `at` on are the wanted ones, marks aside; 0 when they are not. A lost
/// letter may be any that has marks.
std::size_t Part::matchAll(std::size_t at, const Pattern& wanted) const {
    const Sign* letter = m_text.letters.data() + m_text.words[at].from;
    if (at + wanted.count > m_to)
        return 0;
    for (std::size_t i = 0; i < wanted.count; ++i) {
        const Word& word = m_text.words[at + i];
        if (word.to - word.from != wanted.lengths[i] || (i > 0 && word.before != Break::None))
            return 0;
    }
    for (const char c : wanted.text) {
        if (c == ' ')
            continue;
        const char base = baseOf(*letter++);
        if (base != c && (base != lostLetter || !mayBeMarked(c)))
            return 0;
    }
    return wanted.count;
}

/// Whether the words are written with the marks of the type word.
bool Part::isWritten(std::size_t at, std::size_t count, const TypeWord& type) const {
    static const auto spellings = [] {
        std::array<Spelling, typeWords.size()> made;
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = spell(typeWords[i].type).letters;
        return made;
    }();
    // Where letters are lost the tone may be too.
    if (std::any_of(m_text.letters.begin() + m_text.words[at].from,
                    m_text.letters.begin() + m_text.words[at + count - 1].to,
                    [](Sign sign) { return baseOf(sign) == lostLetter; }))
        return true;
    const Spelling& wanted = spellings[std::size_t(&type - typeWords.data())];
    const SpellingView written = m_text.view(at, at + count);
    return std::equal(written.begin(), written.end(), wanted.begin(), wanted.end());
}

/// Whether a type word written out stands here. With its marks it does. Without ("xa") it may be a
/// name ("Sập Xa"): only in a text without any marks, and with a name after it.
bool Part::standsAsType(std::size_t at, std::size_t count, const TypeWord& type,
                        bool atStart) const {
    if (isWritten(at, count, type))
        return true;
    if (at + count >= m_to)
        return false;
    // "tại xa Ban Bo": a name without marks as well.
    if (m_text.isMarked)
        return m_text.hasCapitals && !m_text.words[at].isCapital &&
               (m_text.words[at + count].isCapital || isDigits(letters(at + count))) &&
               !isMarkedIn(at, at + count + 1) &&
               (at + count + 1 >= m_to || !m_text.words[at + count + 1].isMarked);
    return atStart || std::none_of(typeWords.begin(), typeWords.end(), [&](const TypeWord& next) {
               return next.kind != TypeWord::Abbreviation && match(at + count, next.words) != 0;
           });
}

/// Whether an abbreviation stands here: no Vietnamese syllable is a consonant alone, so a stop or
/// a name after it is enough; two letters may stand alone ("Bình Lư (TT)"). Inside of a part a
/// single letter needs its stop or a number: "phường Tân Tạo A", "P1 Q3".
bool Part::standsAsAbbreviation(std::size_t at, std::size_t count, const TypeWord& type,
                                bool atStart) const {
    const std::size_t next = at + count;
    const bool hasDot = m_text.words[next - 1].hasDot || (next < m_to && isDigits(letters(next)));
    // "Q Gò Vấp", "TBến Tre"
    const bool isInFrontOfName =
        next < m_to && m_text.words[at].isCapital && m_text.words[next].isCapital &&
        !(m_text.words[next].isGlued && letters(at)[0] == letters(next)[0]); // "TTân Tiến"
    if (!atStart && (type.words.text.size() == 1 ? !hasDot && !isInFrontOfName : next == m_to))
        return false;
    return hasDot || next < m_to ||
           (atStart && m_to - m_from == count && type.words.text.size() == 2);
}

/// "Binh Lu Commune", "Ward 5", "in Pho Lu Town, …" and "Lao Cai Province last year".
bool Part::standsAsEnglish(std::size_t at, std::size_t count, bool atStart) const {
    const std::size_t next = at + count;
    if (next == m_to)
        return true;
    if (atStart)
        return isDigits(letters(next));
    return m_text.hasCapitals && m_text.words[at].isCapital && m_text.words[at - 1].isCapital &&
           !m_text.words[next].isCapital;
}

Part::FoundType Part::typeAt(std::size_t at, bool atStart) const {
    FoundType best;
    for (const TypeWord& type : typeRanges.of(typeWords, baseOf(letters(at)[0]))) {
        const std::size_t count = match(at, type.words);
        if (count <= best.count || isOtherWord(at, count))
            continue;
        const bool stands =
            type.kind == TypeWord::Abbreviation ? standsAsAbbreviation(at, count, type, atStart)
            : type.kind == TypeWord::English    ? standsAsEnglish(at, count, atStart)
                                                : standsAsType(at, count, type, atStart);
        if (stands)
            best = {&type, count};
    }
    return best;
}

/// Behind words that name nothing: only where a type word or the end follows, because names begin
/// with the same syllables ("Toàn Thắng", "Cửa Đông").
std::size_t Part::skipFillers(std::size_t from) const {
    std::size_t at = from;
    for (bool moved = true; moved;) {
        moved = false;
        for (const Pattern& filler : fillers) {
            const std::size_t count = at < m_to ? match(at, filler) : 0;
            at += count;
            moved = moved || count != 0;
        }
    }
    return at != from && (at == m_to || typeAt(at, true).count != 0) ? at : from;
}

/// "hợp tác xã", "tỉnh lộ", "huyện ủy": words that hold a type word and name no unit.
bool Part::isOtherWord(std::size_t at, std::size_t count) const {
    static constexpr std::array<Pattern, 8> words{"xa hoi hoa", "tinh lo",  "tinh uy",
                                                  "tinh doi",   "huyen uy", "huyen lo",
                                                  "huyen doi",  "quan doi"};
    if (at > m_from && match(at - 1, Pattern("tac xa")) != 0)
        return true;
    return count == 1 && std::any_of(words.begin(), words.end(),
                                     [&](const Pattern& word) { return match(at, word) != 0; });
}

/// With its marks, where the writer uses them: "Dương Thủy" is no street.
bool Part::startsSmallPlace(std::size_t at) const {
    static const auto spellings = [] {
        std::array<Spelling, smallPlaces.size()> made;
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = spell(smallPlaces[i].written).letters;
        return made;
    }();
    for (std::size_t i = 0; i < smallPlaces.size(); ++i)
        if (const std::size_t count = match(at, smallPlaces[i].words);
            count != 0 && (!m_text.isMarked || m_text.view(at, at + count) == spellings[i]))
            return true;
    return false;
}

bool Part::hasSmallPlaces() const {
    static const Spelling all = spell("các").letters;
    for (std::size_t at = m_from; at + 1 < m_to; ++at)
        if (letters(at) == all && startsSmallPlace(at + 1))
            return true;
    return false;
}

/// Whether a unit may stand after "và": not "giống và vật tư" where names have capitals.
bool Part::mayBeListed(std::size_t at) const {
    const std::size_t next = at + 1;
    const auto isName = [&](std::size_t word) {
        return m_text.words[word].isCapital || isDigits(letters(word));
    };
    return next < m_to && (!m_text.hasCapitals ||
                           (isName(at - 1) && (isName(next) || typeAt(next, true).count != 0)));
}

void Part::cut(std::vector<Mention>& out) const {
    // "12. xã Sơn Bình": a number with a stop in front is a list number, not part of a name.
    std::size_t at = m_from;
    if (m_to - m_from > 1 && isDigits(letters(at)) && m_text.words[at].hasDot)
        ++at;
    Mention current;
    bool isListed = false, isPlural = false;
    const auto begin = [&](std::size_t word) {
        current = Mention();
        current.text = &m_text;
        current.from = current.to = word;
        current.before = word < m_to ? m_text.words[word].before : Break::None;
    };
    const auto flush = [&](std::size_t next) {
        if (current.size() > 0 || !current.type.empty()) {
            current.isListed = std::exchange(isListed, false);
            out.push_back(current);
        }
        begin(next);
    };
    begin(at);
    bool atStart = true;
    while (at < m_to) {
        if (m_text.words[at].before == Break::Dash) {
            flush(at);
            atStart = true;
        }
        // "xã Bản Bo và Nà Tăm" names two communes.
        const char first = baseOf(letters(at)[0]);
        const bool isAnd =
            (first == 'v' && letters(at) == andWord()) || (first == 'd' && letters(at) == toWord());
        if (current.size() > 0 &&
            (isAnd ? mayBeListed(at) : m_text.words[at].before == Break::List)) {
            const Mention last = current;
            at += isAnd ? 1 : 0;
            flush(at);
            atStart = isListed = true;
            if (typeAt(at, true).count == 0) {
                current.type = last.type;
                current.level = last.level;
                current.typeFrom = at;
            }
            continue;
        }
        if (const std::size_t after = skipFillers(at);
            after != at && (after < m_to || current.size() == 0)) {
            flush(after);
            for (; at < after; ++at)
                isPlural = isPlural || match(at, Pattern("cac")) != 0;
            continue;
        }
        const FoundType found = typeAt(at, atStart);
        // "Tứ Quận", "xã Tứ Xã": the last word of a name.
        const bool endsName = at + 1 == m_to && found.count == 1 && current.size() > 0 &&
                              !current.isNumber() && found.word->kind == TypeWord::Written;
        // "Xa Phuong Chieu" without marks, "phường Phường Đúc": a name that begins like a type
        // word.
        const bool beginsName = found.word && found.word->kind == TypeWord::Written &&
                                !current.type.empty() && current.size() == 0 &&
                                !current.isEnglish &&
                                (!m_isMarked || found.word->type == current.type);
        if (found.count != 0 && !endsName && !beginsName) {
            const bool isEnglish = found.word->kind == TypeWord::English;
            const bool after = isEnglish && current.size() > 0 && current.type.empty();
            if (!after)
                flush(at);
            current.type = found.word->type;
            current.level = found.word->level;
            current.isAbbreviated = found.word->kind == TypeWord::Abbreviation;
            current.isEnglish = isEnglish;
            current.isPlural = std::exchange(isPlural, false);
            if (!after) {
                current.typeFrom = at;
                current.hasPlainType = !isMarkedIn(at, at + found.count);
            }
            at += found.count;
            if (at + 1 < m_to && isAdjective(letters(at))) // "huyện đảo Cô Tô"
                ++at;
            if (after)
                flush(at);
            else
                current.from = current.to = at;
        } else {
            if (current.size() == 0) {
                current.from = at;
                if (current.type.empty())
                    current.typeFrom = at;
                current.isSmallPlace = current.type.empty() && startsSmallPlace(at);
            }
            current.to = ++at;
        }
        atStart = false;
    }
    flush(m_to);
}

/// A stop after a word that is no abbreviation, in front of a capital.
bool endsSentence(const SpelledText& text, std::size_t word) {
    const Word& last = text.words[word];
    if (!last.hasDot || !text.hasCapitals || last.isUpperCase || last.to - last.from < 2 ||
        !text.words[word + 1].isCapital)
        return false;
    return std::any_of(
        text.letters.begin() + last.from, text.letters.begin() + last.to, [](Sign sign) {
            return std::string_view("aeiouy").find(baseOf(sign)) != std::string_view::npos;
        });
}

/// "Phuong Dong Co., Ltd".
bool endsWithCompany(const SpelledText& text, std::size_t to) {
    static constexpr std::array<std::string_view, 6> words{"co",  "company",     "corp",
                                                           "jsc", "corporation", "ltd"};
    const SpellingView last = text.view(to - 1, to);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) {
                           return std::equal(word.begin(), word.end(), last.begin(), last.end(),
                                             [](char c, Sign sign) { return Sign(c) == sign; });
                       }) &&
           text.words[to - 1].isCapital;
}

/// "(Ảnh: Đông Hà)": whoever took the picture, in front of a break.
bool endsWithCredit(const SpelledText& text, std::size_t from, std::size_t to) {
    static const auto credits = [] {
        std::vector<Spelling> made;
        for (const char* words : {"ảnh", "ảnh minh họa", "ảnh tư liệu", "tác giả", "bài và ảnh"})
            made.push_back(spell(words).letters);
        return made;
    }();
    for (std::size_t count = 1; count <= 3 && count <= to - from; ++count)
        for (const Spelling& credit : credits)
            if (text.view(to - count, to) == credit)
                return true;
    return false;
}

/// "xã Bản Bo cũ", "xã Bản Bo (cũ)": the word belongs to what stands in front of it.
void takeFormer(std::vector<Mention>& mentions) {
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        Mention& mention = mentions[i];
        if (mention.from == mention.to ||
            !isFormerWord(mention.text->view(mention.to - 1, mention.to)))
            continue;
        const bool isAlone = mention.size() == 1 && mention.type.empty();
        if (!isAlone) {
            mention.isFormer = true;
            --mention.to;
        } else if (i > 0) {
            mentions[i - 1].isFormer = true;
            mentions.erase(mentions.begin() + std::ptrdiff_t(i--));
        }
    }
}

} // namespace

bool Mention::isNumber() const {
    return isDigits(letters());
}

std::string Mention::name() const {
    std::string out;
    for (std::size_t word = from; word < to; ++word)
        out += (out.empty() ? "" : " ") + toPlain(text->view(word, word + 1));
    return out;
}

bool isFormerWord(SpellingView word) {
    static const Spelling former = spell(formerWord).letters;
    return word == SpellingView(former);
}

std::vector<Mention> segment(const SpelledText& text) {
    std::vector<Mention> out;
    out.reserve(4);
    const std::size_t count = text.words.size();
    bool isCredit = false, listsSmallPlaces = false;
    for (std::size_t from = 0; from < count;) {
        std::size_t to = from + 1;
        while (to < count && text.words[to].before < Break::Line && !endsSentence(text, to - 1))
            ++to;
        const auto before = std::ptrdiff_t(out.size());
        const Part part(text, from, to);
        part.cut(out);
        const auto isTyped = [](const Mention& mention) { return !mention.type.empty(); };
        const auto typed = std::find_if(out.begin() + before, out.end(), isTyped);
        if (typed == out.end() && endsWithCompany(text, to))
            out.erase(out.begin() + before, out.end());
        else if (listsSmallPlaces || isCredit)
            out.erase(out.begin() + before, typed);
        listsSmallPlaces = part.hasSmallPlaces() || (listsSmallPlaces && typed == out.end());
        isCredit = endsWithCredit(text, from, to);
        from = to;
    }
    takeFormer(out);
    return out;
}

std::vector<Mention> segmentColumn(const SpelledText& cell, Level level) {
    std::vector<Mention> out = segment(cell);
    // "12) Sơn Bình": a list number.
    if (out.size() > 1 && out.front().type.empty() && out.front().isNumber())
        out.erase(out.begin());
    for (Mention& mention : out)
        mention.fromColumn = true;
    // Behind the first name stand its parents ("Hòa Long, Lai Vung, Đồng Tháp").
    if (!out.empty()) {
        out.front().column = level;
        if (!out.front().level)
            out.front().level = level;
    }
    return out;
}

} // namespace terroir::geocode
