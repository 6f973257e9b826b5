#include "core/text/latin.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

namespace terroir::text {

namespace {

constexpr char32_t combiningEnd = 0x370, tableEnd = 0x1f00;

bool isBase(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

LatinLetter takeApart(char32_t character, const icu::Normalizer2& decomposer) {
    LatinLetter letter;
    icu::UnicodeString parts;
    const char32_t lower = char32_t(u_tolower(UChar32(character)));
    letter.isUpper = lower != character;
    if (lower == 0x111 || lower == 0xf0)
        return {'d', Shape::Stroke, Tone::Level, letter.isUpper};
    if (!decomposer.getDecomposition(UChar32(lower), parts))
        parts = icu::UnicodeString(UChar32(lower));
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const auto part = char32_t(parts.char32At(i));
        if (i == 0 && isBase(part))
            letter.base = char(part);
        else if (i == 0)
            return {};
        else
            addMark(letter, part);
    }
    return letter;
}

/// All Latin characters taken apart once, by the Unicode data of ICU.
const std::array<LatinLetter, tableEnd>& letterTable() {
    static const std::array<LatinLetter, tableEnd> table = [] {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* decomposer = icu::Normalizer2::getNFDInstance(status);
        if (U_FAILURE(status))
            throw Error(localText(
                "Không dùng được chức năng chuẩn hóa Unicode; bộ ICU đã cài bị hỏng, hãy cài lại.",
                "Unicode normalisation is not available; the ICU installation is damaged."));
        std::array<LatinLetter, tableEnd> made{};
        for (char32_t c = 0; c < tableEnd; ++c)
            if (c < combiningEnd || c >= 0x1e00)
                made[c] = takeApart(c, *decomposer);
        return made;
    }();
    return table;
}

} // namespace

LatinLetter latinLetterOf(char32_t character) {
    return character < tableEnd ? letterTable()[character] : LatinLetter{};
}

bool addMark(LatinLetter& letter, char32_t mark) {
    switch (mark) {
    case 0x300:
    case 0x340:
        letter.tone = Tone::Grave;
        return true;
    case 0x301:
    case 0x341:
        letter.tone = Tone::Acute;
        return true;
    case 0x309:
        letter.tone = Tone::Hook;
        return true;
    case 0x303:
        letter.tone = Tone::Tilde;
        return true;
    case 0x323:
        letter.tone = Tone::Dot;
        return true;
    case 0x306:
        letter.shape = Shape::Breve;
        return true;
    case 0x302:
        letter.shape = Shape::Circumflex;
        return true;
    case 0x31b:
        letter.shape = Shape::Horn;
        return true;
    default:
        return mark >= 0x300 && mark < combiningEnd;
    }
}

} // namespace terroir::text
