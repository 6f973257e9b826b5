#include "core/text/legacy_readers.hpp"
#include "core/text/letter.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace terroir::text::legacy {

namespace {

constexpr std::size_t upperHalf = 0x80;
using HalfPage = std::array<char32_t, upperHalf>;

/// Splits at ASCII that is not a letter and hands every word to `read`, except those that hold a
/// letter beyond Latin-1: they are Unicode already.
template <typename Read>
Reading readWords(std::string_view text, Read read) {
    Reading out;
    std::u32string word;
    bool unicode = false;
    const auto finish = [&] {
        if (unicode) {
            for (const char32_t c : word)
                appendUtf8(out.text, c);
            ++out.misses;
        } else {
            read(word, out);
        }
        word.clear();
        unicode = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c < 0x80 && !isAsciiLetter(c)) {
            finish();
            out.text += char(c);
            continue;
        }
        unicode = unicode || (c >= 0x100 && letterOf(c));
        word += c;
    }
    finish();
    return out;
}

/// TCVN 5712:1993, table VN3: the seven capitals with a letter mark, then the small letters; no
/// byte for the other capitals, which the fonts named ".Vn…H" draw from the small ones.
constexpr HalfPage makeTcvn3() {
    HalfPage page{};
    constexpr std::pair<unsigned, std::u32string_view> rows[] = {
        {0xa1, U"ĂÂÊÔƠƯĐăâêôơưđ"},  {0xb5, U"àảãáạ"},          {0xbb, U"ằẳẵắ"},
        {0xc6, U"ặầẩẫấậè"},         {0xce, U"ẻẽéẹềểễếệìỉ"},    {0xdc, U"ĩíịò"},
        {0xe1, U"ỏõóọồổỗốộờởỡớợù"}, {0xf1, U"ủũúụừửữứựỳỷỹýỵ"},
    };
    for (const auto& [first, letters] : rows)
        for (std::size_t i = 0; i < letters.size(); ++i)
            page[first - upperHalf + i] = letters[i];
    return page;
}
constexpr HalfPage tcvn3 = makeTcvn3();
/// Tones of their own, which a font sets onto the vowel in front of them.
constexpr char32_t tcvn3Tones = 0xb0;
constexpr Tone tcvn3ToneOrder[] = {Tone::Grave, Tone::Hook, Tone::Tilde, Tone::Acute, Tone::Dot};

void readTcvn3Word(const std::u32string& word, Reading& out) {
    Letter vowel; // in front, still without tone
    std::size_t vowelAt = 0;
    for (const char32_t c : word) {
        if (vowel && c >= tcvn3Tones && c < tcvn3Tones + std::size(tcvn3ToneOrder)) {
            vowel.tone = tcvn3ToneOrder[c - tcvn3Tones];
            out.text.resize(vowelAt);
            appendUtf8(out.text, codePointOf(vowel));
            vowel = {};
            ++out.hits;
            continue;
        }
        const char32_t read = c >= upperHalf && c < 0x100 ? tcvn3[c - upperHalf] : 0;
        const char32_t result = read != 0 ? read : c;
        vowel = letterOf(result);
        if (!isVowel(vowel.base) || vowel.tone != Tone::Level)
            vowel = {};
        vowelAt = out.text.size();
        appendUtf8(out.text, result);
        if (c >= upperHalf)
            ++(read != 0 ? out.hits : out.misses);
    }
}

/// What a character of a VNI font does: is a letter of its own, or marks the vowel before it.
struct VniMark {
    char32_t letter = 0; ///< a letter of its own
    char32_t over = 0;   ///< letter mark for the vowel: U'^' or U'('; 0 for a tone alone
    Tone tone = Tone::Level;
    bool marks = false;
};

/// The layout of the VNI Windows fonts, by the small form; capitals are 0x20 below.
constexpr std::array<VniMark, upperHalf> makeVni() {
    std::array<VniMark, upperHalf> page{};
    const auto at = [&](char32_t c) -> VniMark& { return page[c - upperHalf]; };
    constexpr std::u32string_view tones = U"øûõùï", hats = U"àåãáä", breves = U"èúüéë";
    at(U'â') = {0, U'^', Tone::Level, true};
    at(U'ê') = {0, U'(', Tone::Level, true};
    for (std::size_t i = 0; i < tones.size(); ++i) {
        at(tones[i]) = {0, 0, Tone(i + 1), true};
        at(hats[i]) = {0, U'^', Tone(i + 1), true};
        at(breves[i]) = {0, U'(', Tone(i + 1), true};
    }
    constexpr std::pair<char32_t, char32_t> letters[] = {{U'ñ', U'đ'}, {U'ô', U'ơ'}, {U'ö', U'ư'},
                                                         {U'í', U'í'}, {U'ì', U'ì'}, {U'æ', U'ỉ'},
                                                         {U'ó', U'ĩ'}, {U'ò', U'ị'}, {U'î', U'ỵ'}};
    for (const auto& [code, letter] : letters)
        at(code).letter = letter;
    return page;
}
constexpr auto vni = makeVni();

/// Puts a mark on a vowel that has none yet; false when the vowel does not take it.
bool markVowel(Letter& vowel, const VniMark& mark) {
    if (vowel.tone != Tone::Level)
        return false;
    if (mark.over == U'^') {
        if (vowel.base != U'a' && vowel.base != U'e' && vowel.base != U'o')
            return false;
        vowel.base = vowel.base == U'a' ? U'â' : vowel.base == U'e' ? U'ê' : U'ô';
    } else if (mark.over == U'(') {
        if (vowel.base != U'a')
            return false;
        vowel.base = U'ă';
    } else if (!isVowel(vowel.base) || vowel.base == U'i') {
        return false;
    }
    vowel.tone = mark.tone;
    return true;
}

void readVniWord(const std::u32string& word, Reading& out) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char32_t c = word[i];
        const bool upper = c >= 0xc0 && c < 0xe0;
        const char32_t small = upper ? c + 0x20 : c;
        const char32_t read = small >= 0xe0 && small < 0x100 ? vni[small - upperHalf].letter : 0;
        Letter letter = letterOf(read != 0 ? read : c);
        letter.upper = read != 0 ? upper : letter.upper;
        if (!letter || (read == 0 && c >= upperHalf)) {
            appendUtf8(out.text, c);
            out.misses += c >= upperHalf ? 1 : 0;
            continue;
        }
        out.hits += read != 0 ? 1 : 0;
        if (i + 1 < word.size()) {
            const char32_t next = word[i + 1];
            const bool capital = next >= 0xc0 && next < 0xe0; // never after a small letter
            const char32_t behind = capital ? next + 0x20 : next;
            if (behind >= 0xe0 && behind < 0x100 && (letter.upper || !capital) &&
                vni[behind - upperHalf].marks && markVowel(letter, vni[behind - upperHalf])) {
                ++i;
                ++out.hits;
            }
        }
        appendUtf8(out.text, codePointOf(letter));
    }
}

} // namespace

Reading readTcvn3(std::string_view text) {
    return readWords(text, readTcvn3Word);
}

Reading readVniFont(std::string_view text) {
    return readWords(text, readVniWord);
}

} // namespace terroir::text::legacy
