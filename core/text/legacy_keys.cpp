#include "core/base/strings.hpp"
#include "core/text/legacy_readers.hpp"
#include "core/text/letter.hpp"
#include "core/text/syllable.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace terroir::text::legacy {

namespace {

/// One word while it is typed: letters, and keys that mark letters already there.
class TypedWord {
public:
    bool append(Letter letter) {
        if (m_size == m_letters.size())
            return false;
        m_letters[m_size++] = letter;
        return true;
    }

    bool hasVowel() const { return rimeBegin(letters()) < m_size; }
    std::size_t size() const { return m_size; }
    Letter last() const { return m_size > 0 ? m_letters[m_size - 1] : Letter{}; }
    void setLast(char32_t base) { m_letters[m_size - 1].base = base; }
    Tone tone() const { return m_tone; }
    void setTone(Tone tone) { m_tone = tone; }

    /// â, ê, ô from the last vowel that takes the hat, or from `only`.
    bool hat(char32_t only = 0) {
        const auto [begin, end] = vowels();
        for (std::size_t i = end; i-- > begin;) {
            char32_t& base = m_letters[i].base;
            if ((base == U'a' || base == U'e' || base == U'o') && (only == 0 || base == only)) {
                base = base == U'a' ? U'â' : base == U'e' ? U'ê' : U'ô';
                return true;
            }
        }
        return false;
    }

    /// ă from the last a.
    bool breve() {
        const auto [begin, end] = vowels();
        for (std::size_t i = end; i-- > begin;)
            if (m_letters[i].base == U'a') {
                m_letters[i].base = U'ă';
                return true;
            }
        return false;
    }

    /// ơ, ư, or both of "uo".
    bool horn() {
        const auto [begin, end] = vowels();
        for (std::size_t i = begin; i + 1 < end; ++i)
            if (isU(i) && m_letters[i + 1].base == U'o') {
                m_letters[i].base = U'ư';
                m_letters[i + 1].base = U'ơ';
                return true;
            }
        for (const char32_t wanted : {U'o', U'u'})
            for (std::size_t i = begin; i < end; ++i)
                if (m_letters[i].base == wanted) {
                    m_letters[i].base = wanted == U'o' ? U'ơ' : U'ư';
                    return true;
                }
        return false;
    }

    /// Telex w: the breve on a, the horn elsewhere ("mưa" has it on u).
    bool hornOrBreve() {
        const auto [begin, end] = vowels();
        const bool ua = end == m_size && end - begin == 2 && m_letters[begin].base == U'u' &&
                        m_letters[begin + 1].base == U'a';
        return ua ? horn() : breve() || horn();
    }

    /// đ from the d at the beginning.
    bool bar() {
        if (m_size == 0 || m_letters[0].base != U'd')
            return false;
        m_letters[0].base = U'đ';
        return true;
    }

    std::string finish() {
        const auto [begin, end] = vowels();
        for (std::size_t i = begin; i + 1 < end; ++i) {
            char32_t& first = m_letters[i].base;
            char32_t& second = m_letters[i + 1].base;
            const bool horned = first == U'ư' || second == U'ơ';
            if (!isU(i) || !horned || (second != U'o' && second != U'ơ'))
                continue;
            first = i + 2 < m_size ? U'ư' : U'u'; // "đương", but "thuở"
            second = U'ơ';
        }
        if (const std::size_t place = tonePlace(letters()); place < m_size)
            m_letters[place].tone = m_tone;
        std::string out;
        for (const Letter& letter : letters())
            appendUtf8(out, codePointOf(letter));
        return out;
    }

private:
    struct Run {
        std::size_t begin, end;
    };
    std::span<const Letter> letters() const { return {m_letters.data(), m_size}; }
    bool isU(std::size_t i) const { return m_letters[i].base == U'u' || m_letters[i].base == U'ư'; }
    Run vowels() const {
        Run run{rimeBegin(letters()), 0};
        run.end = run.begin;
        while (run.end < m_size && isVowel(m_letters[run.end].base))
            ++run.end;
        return run;
    }

    std::array<Letter, 16> m_letters;
    std::size_t m_size = 0;
    Tone m_tone = Tone::Level;
};

/// The word that the keys of Telex make; empty when they do not make one.
std::optional<std::string> typedByTelex(std::string_view keys) {
    TypedWord word;
    for (const char key : keys) {
        const Letter letter = letterOf(static_cast<unsigned char>(key));
        bool done = false;
        switch (letter.base) {
        case U's':
        case U'f':
        case U'r':
        case U'x':
        case U'j': {
            if (!word.hasVowel())
                break;
            const Tone tone = letter.base == U's'   ? Tone::Acute
                              : letter.base == U'f' ? Tone::Grave
                              : letter.base == U'r' ? Tone::Hook
                              : letter.base == U'x' ? Tone::Tilde
                                                    : Tone::Dot;
            done = word.tone() != tone; // the same key twice types the letter itself
            word.setTone(done ? tone : Tone::Level);
            break;
        }
        case U'z':
            done = word.tone() != Tone::Level;
            word.setTone(Tone::Level);
            break;
        case U'a':
        case U'e':
        case U'o': {
            const Letter last = word.last();
            if (last.base == (letter.base == U'a' ? U'â' : letter.base == U'e' ? U'ê' : U'ô'))
                word.setLast(letter.base); // the third takes the hat off again
            else if (last.base == letter.base || (last && !isVowel(last.base)))
                done = word.hat(letter.base);
            break;
        }
        case U'w':
            done = word.hornOrBreve();
            if (!done && !word.hasVowel())
                done = word.append({U'ư', Tone::Level, letter.upper});
            break;
        case U'd':
            done = (word.size() == 1 || word.hasVowel()) && word.bar();
            break;
        default:
            break;
        }
        if (!done && !word.append(letter))
            return std::nullopt;
    }
    return word.finish();
}

/// The word that the keys of VNI make; nothing when a digit marks nothing.
std::optional<std::string> typedByVni(std::string_view keys) {
    TypedWord word;
    for (const char key : keys) {
        bool done = false;
        if (!isDigit(key))
            done = word.append(letterOf(static_cast<unsigned char>(key)));
        else if (key == '6')
            done = word.hat();
        else if (key == '7')
            done = word.horn();
        else if (key == '8')
            done = word.breve();
        else if (key == '9')
            done = word.bar();
        else if (word.hasVowel() && (key == '0') == (word.tone() != Tone::Level)) {
            constexpr Tone tones[] = {Tone::Level, Tone::Acute, Tone::Grave,
                                      Tone::Hook,  Tone::Tilde, Tone::Dot};
            word.setTone(tones[key - '0']);
            done = true;
        }
        if (!done)
            return std::nullopt;
    }
    return word.finish();
}

/// "quan3", "to5": a type word and its number without the space, not keys.
bool isNumbered(std::string_view letters) {
    constexpr std::string_view types[] = {"ap",   "ban",     "doi",    "khom", "khu", "km",
                                          "lo",   "nha",     "phuong", "quan", "so",  "tang",
                                          "thon", "tieukhu", "to",     "xom"};
    std::string small(letters);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return char(c | 0x20); });
    return std::find(std::begin(types), std::end(types), small) != std::end(types);
}

/// Hands every run of ASCII letters and digits that stands free of other letters to `read`.
template <typename Read>
Reading readRuns(std::string_view text, Read read) {
    Reading out;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        bool ascii = true;
        for (; end < text.size(); ++end) {
            const bool beyond = (text[end] & 0x80) != 0;
            if (!beyond && !isAsciiLetter(text[end]) && !isDigit(text[end]))
                break;
            ascii = ascii && !beyond;
        }
        if (end == i)
            out.text += text[i++];
        else if (!ascii || !isAsciiLetter(text[i]))
            out.text += text.substr(i, end - i);
        else
            read(text.substr(i, end - i), out);
        i = std::max(i, end);
    }
    return out;
}

/// Before a stop a syllable has a tone: "Bac" without its key is not typed, it lacks its marks.
bool lacksTone(std::string_view word) {
    if (word.size() < 2 || !isSyllable(word))
        return false;
    const char last = char(word.back() | 0x20), before = char(word[word.size() - 2] | 0x20);
    return last == 'c' || last == 'p' || last == 't' || (last == 'h' && before == 'c');
}

bool hasVowel(std::string_view keys) {
    return std::any_of(keys.begin(), keys.end(), [](char c) {
        return isVowel(letterOf(static_cast<unsigned char>(c)).base);
    });
}

/// Whether keys made a letter mark, or (both of "rr") a letter itself: then they are keys even in a
/// word that is not a syllable.
bool isPlainly(std::string_view typed, std::string_view keys) {
    bool ascii = true;
    for (std::size_t at = 0; at < typed.size();) {
        const char32_t c = nextCodePoint(typed, at);
        const char32_t base = letterOf(c).base;
        if (unmarked(base) != base)
            return true;
        ascii = ascii && c < 0x80;
    }
    return ascii && typed.size() < keys.size();
}

void readTelexWord(std::string_view keys, Reading& out) {
    const auto typed = typedByTelex(keys);
    const bool plain = isSyllable(keys), vowel = hasVowel(keys);
    const bool better = typed && *typed != keys && isSyllable(*typed);
    // "Ea Kar": -r ends names of the highlands.
    const bool name = keys.size() > 1 && (keys.back() | 0x20) == 'r' &&
                      hasVowel(keys.substr(keys.size() - 2)) &&
                      isSyllable(keys.substr(0, keys.size() - 1));
    out.words += vowel || better ? 1 : 0;
    out.hits += better && !plain && !name && keys.size() > 1 ? 1 : 0;
    out.misses += vowel && !better && (!plain || lacksTone(keys)) ? 1 : 0;
    out.text += better || (typed && !plain && isPlainly(*typed, keys)) ? *typed : keys;
}

void readVniKeysWord(std::string_view keys, Reading& out) {
    const auto digits = std::size_t(std::count_if(keys.begin(), keys.end(), isDigit));
    const bool vowel = hasVowel(keys);
    const auto typed = digits > 0 && vowel ? typedByVni(keys) : std::nullopt;
    const bool syllable = typed && isSyllable(*typed);
    const std::string_view letters = keys.substr(0, keys.size() - digits);
    const bool told = letters.size() > 1 && !isNumbered(letters);
    out.words += vowel ? 1 : 0;
    out.hits += syllable && told ? 1 : 0;
    out.misses +=
        (digits > 0 && vowel && !syllable && told) || (digits == 0 && lacksTone(keys)) ? 1 : 0;
    out.text += syllable || (typed && isPlainly(*typed, keys)) ? *typed : keys;
}

constexpr std::string_view viqrMarks = "'`?~.^(+";

/// The tone of a VIQR mark; nothing for a letter mark.
std::optional<Tone> viqrTone(char mark) {
    switch (mark) {
    case '`':
        return Tone::Grave;
    case '?':
        return Tone::Hook;
    case '~':
        return Tone::Tilde;
    case '\'':
        return Tone::Acute;
    case '.':
        return Tone::Dot;
    default:
        return std::nullopt;
    }
}

bool isMark(char c) {
    return viqrMarks.find(c) != std::string_view::npos;
}

/// Reads the words of a VIQR text. Tones stand right after their vowel, so they are put onto the
/// letter itself, not placed by rule.
class ViqrReader {
public:
    explicit ViqrReader(std::string_view text) : m_text(text) {}

    Reading read() {
        for (m_at = 0; m_at < m_text.size();) {
            const char c = m_text[m_at];
            const bool escaped = c == '\\' && m_at + 1 < m_text.size() && isMark(m_text[m_at + 1]);
            if (escaped) {
                endWord();
                m_out.text += m_text[m_at + 1];
                m_at += 2;
            } else if (isAsciiLetter(c)) {
                takeLetter(c);
            } else {
                if (!isMark(c) || !takeMark(c)) {
                    endWord();
                    m_out.text += c;
                }
                ++m_at;
            }
        }
        endWord();
        return std::move(m_out);
    }

private:
    char next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : ' '; }

    void takeLetter(char c) {
        Letter letter = letterOf(static_cast<unsigned char>(c));
        m_raw += c;
        if (letter.base == U'd' && m_word.empty() && (next() | 0x20) == 'd') {
            letter.base = U'đ';
            m_marked = true;
            m_raw += next();
            ++m_at;
        }
        ++m_at;
        m_word.push_back(letter);
    }

    /// False when the mark is punctuation here.
    bool takeMark(char c) {
        Letter* last = m_word.empty() ? nullptr : &m_word.back();
        const bool inside = isAsciiLetter(next());
        const auto tone = viqrTone(c);
        if (!last || !isVowel(last->base) || last->tone != Tone::Level) {
            // "T?nh": letters that were lost; "Ti?n" next to it is not VIQR either.
            m_out.misses += (last && inside && c == '?') ? 2 : 0;
            return false;
        }
        if (!tone) {
            char32_t base = last->base;
            if (c == '^' && (base == U'a' || base == U'e' || base == U'o'))
                base = base == U'a' ? U'â' : base == U'e' ? U'ê' : U'ô';
            else if (c == '+' && (base == U'o' || base == U'u'))
                base = base == U'o' ? U'ơ' : U'ư';
            else if (c == '(' && base == U'a' && (isAsciiLetter(next()) || isMark(next())))
                base = U'ă';
            if (base == last->base)
                return false;
            last->base = base;
        } else {
            const char behind = next();
            const bool ends = !isAsciiLetter(behind) && !isMark(behind);
            last->tone = *tone;
            if (ends && (c == '.' || c == '?' || c == '\'') && !isSyllable(word())) {
                last->tone = Tone::Level;
                return false;
            }
        }
        m_marked = m_marked || c != '.' || inside;
        m_raw += c;
        return true;
    }

    std::string word() const {
        std::string out;
        for (const Letter& letter : m_word)
            appendUtf8(out, codePointOf(letter));
        return out;
    }

    void endWord() {
        if (m_word.empty())
            return;
        const std::string read = word();
        m_out.words += hasVowel(m_raw) ? 1 : 0;
        if (m_marked)
            ++(isSyllable(read) ? m_out.hits : m_out.misses);
        else if (lacksTone(m_raw))
            ++m_out.misses;
        m_out.text += read;
        m_word.clear();
        m_raw.clear();
        m_marked = false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Letter> m_word;
    std::string m_raw;
    bool m_marked = false;
    Reading m_out;
};

} // namespace

Reading readTelex(std::string_view text) {
    return readRuns(text, readTelexWord);
}

Reading readVniKeys(std::string_view text) {
    return readRuns(text, readVniKeysWord);
}

Reading readViqr(std::string_view text) {
    return ViqrReader(text).read();
}

} // namespace terroir::text::legacy
