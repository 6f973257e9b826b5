#include "tests/support/legacy_encode.hpp"

#include "core/text/letter.hpp"

#include <vector>

namespace terroir::testing {

namespace {

using text::Encoding;
using text::Letter;
using text::Tone;

std::string utf8AsCp1252(std::string_view utf8) {
    constexpr std::u32string_view specials = U"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
    std::string out;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        text::appendUtf8(out, byte >= 0x80 && byte < 0xa0 ? specials[byte - 0x80] : byte);
    }
    return out;
}

/// A letter's byte in TCVN3, 0 when it has none. The layout row by row, 0xA1 to 0xFE.
char32_t tcvn3Byte(char32_t c) {
    constexpr std::u32string_view layout = U"ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè."
                                           U"ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹ"
                                           U"ýỵ";
    const auto place = layout.find(c);
    return place == std::u32string_view::npos || c == U'.' ? 0 : char32_t(0xa1 + place);
}

std::string tcvn3(std::string_view utf8) {
    std::string out;
    for (const char32_t c : text::codePointsOf(utf8)) {
        Letter letter = text::letterOf(c);
        char32_t byte = c < 0x80 ? c : tcvn3Byte(c);
        if (byte == 0 && letter) {
            letter.upper = false;
            byte = tcvn3Byte(text::codePointOf(letter));
        }
        text::appendUtf8(out, byte != 0 ? byte : c);
    }
    return out;
}

/// The letters behind which a VNI font marks: base letter and the mark's character, by tone.
std::string vniFont(std::string_view utf8) {
    struct Row {
        char32_t base;
        std::u32string_view letter; ///< what stands for the base letter
        std::u32string_view marks;  ///< by Tone; a space for none
    };
    static constexpr Row rows[] = {
        {U'a', U"a", U" øûõùï"}, {U'ă', U"a", U"êèúüéë"}, {U'â', U"a", U"âàåãáä"},
        {U'e', U"e", U" øûõùï"}, {U'ê', U"e", U"âàåãáä"}, {U'o', U"o", U" øûõùï"},
        {U'ô', U"o", U"âàåãáä"}, {U'ơ', U"ô", U" øûõùï"}, {U'u', U"u", U" øûõùï"},
        {U'ư', U"ö", U" øûõùï"}, {U'y', U"y", U" øûõù "}, {U'đ', U"ñ", U"      "},
    };
    constexpr std::u32string_view i = U"iìæóíò";
    std::string out;
    for (const char32_t c : text::codePointsOf(utf8)) {
        const Letter letter = text::letterOf(c);
        const auto tone = std::size_t(letter.tone);
        const auto put = [&](char32_t small) {
            text::appendUtf8(out, letter.upper ? small - 0x20 : small);
        };
        const Row* row = nullptr;
        for (const Row& candidate : rows)
            if (candidate.base == letter.base)
                row = &candidate;
        if (letter.base == U'i') {
            put(i[tone]);
        } else if (letter.base == U'y' && letter.tone == Tone::Dot) {
            put(U'î');
        } else if (row != nullptr) {
            put(row->letter[0]);
            if (row->marks[tone] != U' ')
                put(row->marks[tone]);
        } else {
            text::appendUtf8(out, c);
        }
    }
    return out;
}

/// How keys write the marks of a letter.
struct Keys {
    const char* hatA;
    const char* hatE;
    const char* hatO;
    const char* breve;
    const char* horn;
    const char* tones[6]; ///< by Tone
    bool toneAtEnd;
};
constexpr Keys viqrKeys = {"^", "^", "^", "(", "+", {"", "`", "?", "~", "'", "."}, false};
constexpr Keys telexKeys = {"a", "e", "o", "w", "w", {"", "f", "r", "x", "s", "j"}, true};
constexpr Keys vniKeys = {"6", "6", "6", "8", "7", {"", "2", "3", "4", "1", "5"}, true};

std::string typed(std::string_view utf8, const Keys& keys, Encoding encoding) {
    std::string out;
    Tone tone = Tone::Level;
    bool vowel = false;
    const auto endWord = [&] {
        out += keys.tones[std::size_t(tone)];
        tone = Tone::Level;
        vowel = false;
    };
    char32_t before = 0;
    for (const char32_t c : text::codePointsOf(utf8)) {
        const Letter letter = text::letterOf(c);
        if (!letter) {
            endWord();
            text::appendUtf8(out, c);
            before = 0;
            continue;
        }
        const char32_t base = text::unmarked(letter.base);
        out += char(letter.upper ? base - 0x20 : base);
        if (letter.base == U'đ')
            out += encoding == Encoding::VniKeys ? "9" : "d";
        else if (letter.base == U'ă')
            out += keys.breve;
        else if (letter.base == U'ơ' || letter.base == U'ư')
            out += keys.horn;
        else if (letter.base != base)
            out += base == U'a' ? keys.hatA : base == U'e' ? keys.hatE : keys.hatO;
        else if (encoding == Encoding::Telex && vowel &&
                 (std::u32string_view(U"sfrxj").find(base) != std::u32string_view::npos ||
                  (base == before && base == U'o')))
            out += char(base); // typed once more, or the key would mark
        vowel = vowel || text::isVowel(base);
        before = letter.base;
        if (letter.tone != Tone::Level) {
            if (keys.toneAtEnd)
                tone = letter.tone;
            else
                out += keys.tones[std::size_t(letter.tone)];
        }
    }
    endWord();
    return out;
}

} // namespace

std::string encode(std::string_view nfc, Encoding encoding) {
    switch (encoding) {
    case Encoding::Utf8AsCp1252:
        return utf8AsCp1252(nfc);
    case Encoding::Tcvn3:
        return tcvn3(nfc);
    case Encoding::VniFont:
        return vniFont(nfc);
    case Encoding::Viqr:
        return typed(nfc, viqrKeys, encoding);
    case Encoding::Telex:
        return typed(nfc, telexKeys, encoding);
    case Encoding::VniKeys:
        return typed(nfc, vniKeys, encoding);
    }
    return std::string(nfc);
}

} // namespace terroir::testing
