#include "core/text/letter.hpp"

#include <array>

namespace terroir::text {

namespace {

/// Every vowel with its six tones, in the order of Tone.
constexpr std::u32string_view toned = U"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíị"
                                      U"oòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
constexpr std::size_t tones = 6;

constexpr char32_t upperOf(char32_t lower) {
    return lower < 0x100 ? lower - 0x20 : lower - 1; // Latin-1 and ASCII; the later blocks in pairs
}

constexpr std::size_t lowEnd = 0x1b1, highBegin = 0x1ea0, highEnd = 0x1efa;

/// Code point to letter: the blocks up to ư, and the block of letters with two marks.
struct Table {
    std::array<Letter, lowEnd + highEnd - highBegin> letters{};

    static constexpr std::size_t place(char32_t c) {
        return c < lowEnd ? c : c - highBegin + lowEnd;
    }
    constexpr void put(char32_t lower, char32_t base, Tone tone) {
        letters[place(lower)] = {base, tone, false};
        letters[place(upperOf(lower))] = {base, tone, true};
    }
    constexpr Table() {
        for (char32_t c = U'a'; c <= U'z'; ++c)
            put(c, c, Tone::Level);
        put(U'đ', U'đ', Tone::Level);
        for (std::size_t i = 0; i < toned.size(); ++i)
            put(toned[i], toned[i - i % tones], Tone(i % tones));
    }
};
constexpr Table table;

} // namespace

Letter letterOf(char32_t c) {
    if (c < lowEnd || (c >= highBegin && c < highEnd))
        return table.letters[Table::place(c)];
    return {};
}

char32_t codePointOf(Letter letter) {
    char32_t lower = letter.base;
    if (letter.tone != Tone::Level && isVowel(letter.base))
        lower = toned[toned.find(letter.base) + std::size_t(letter.tone)];
    return letter.upper ? upperOf(lower) : lower;
}

char32_t nextBeyondAscii(std::string_view text, std::size_t& at) {
    constexpr char32_t broken = 0xfffd;
    const auto byte = [&](std::size_t i) -> char32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
    const char32_t lead = byte(at++);
    if (lead >= 0xc2 && lead < 0xe0 && continues(at)) {
        ++at;
        return (lead & 0x1f) << 6 | (byte(at - 1) & 0x3f);
    }
    if (lead >= 0xe0 && lead < 0xf0 && continues(at) && continues(at + 1)) {
        const char32_t c = (lead & 0xf) << 12 | (byte(at) & 0x3f) << 6 | (byte(at + 1) & 0x3f);
        if (c < 0x800 || (c >= 0xd800 && c < 0xe000))
            return broken;
        at += 2;
        return c;
    }
    if (lead >= 0xf0 && lead < 0xf5 && continues(at) && continues(at + 1) && continues(at + 2)) {
        const char32_t c = (lead & 7) << 18 | (byte(at) & 0x3f) << 12 | (byte(at + 1) & 0x3f) << 6 |
                           (byte(at + 2) & 0x3f);
        if (c < 0x10000 || c > 0x10ffff)
            return broken;
        at += 3;
        return c;
    }
    return broken;
}

void appendUtf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xc0 | c >> 6);
        out += char(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        out += char(0xe0 | c >> 12);
        out += char(0x80 | (c >> 6 & 0x3f));
        out += char(0x80 | (c & 0x3f));
    } else {
        out += char(0xf0 | c >> 18);
        out += char(0x80 | (c >> 12 & 0x3f));
        out += char(0x80 | (c >> 6 & 0x3f));
        out += char(0x80 | (c & 0x3f));
    }
}

} // namespace terroir::text
