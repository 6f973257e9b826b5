#include "core/text/letter.hpp"

#include <unicode/utf8.h>

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
    auto i = int32_t(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const uint8_t*>(text.data()), i, int32_t(text.size()), c);
    at = std::size_t(i);
    return char32_t(c);
}

std::u32string codePointsOf(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();)
        out += nextCodePoint(text, at);
    return out;
}

void appendUtf8(std::string& out, char32_t codePoint) {
    char bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, codePoint);
    out.append(bytes, std::size_t(length));
}

} // namespace terroir::text
