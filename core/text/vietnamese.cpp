#include "core/text/vietnamese.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/text/letter.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace terroir::text {

namespace {

const icu::Normalizer2& normalizer(bool composed) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = composed ? icu::Normalizer2::getNFCInstance(status)
                                                : icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status))
        throw Error(localText(
            "Không dùng được chức năng chuẩn hóa Unicode; bộ ICU đã cài bị hỏng, hãy cài lại.",
            "Unicode normalisation is not available; the ICU installation is damaged."));
    return *instance;
}

std::string toUtf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString normalized(std::string_view text, bool composed) {
    UErrorCode status = U_ZERO_ERROR;
    const auto input =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), int(text.size())));
    return normalizer(composed).normalize(input, status);
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// Lower case, one space between words; marks dropped on request.
icu::UnicodeString squeezed(icu::UnicodeString text, bool dropMarks) {
    text.toLower(icu::Locale::getRoot());
    icu::UnicodeString out;
    bool space = false;
    for (int32_t i = 0; i < text.length();) {
        UChar32 c = text.char32At(i);
        i += U16_LENGTH(c);
        if (u_isUWhiteSpace(c) || c == 0x200b || c == 0xfeff) {
            space = !out.isEmpty();
            continue;
        }
        if (dropMarks) {
            if (u_charType(c) == U_NON_SPACING_MARK)
                continue;
            if (c == 0x111) // đ has no decomposition
                c = 'd';
        }
        if (space)
            out += UChar(' ');
        space = false;
        out += c;
    }
    return out;
}

std::string foldedByIcu(std::string_view text) {
    return toUtf8(squeezed(normalized(text, false), true));
}

/// What fold() makes of a letter, mark or sign where this depends on nothing beside it: Latin ones
/// with all of Vietnamese, and the punctuation between them. ICU tells each once; going through it
/// for every text of a large table takes most of the time.
class FoldedLetters {
public:
    FoldedLetters() : m_letters(end) {
        for (UChar32 c = 0; c < end; ++c)
            if (isLatin(c)) {
                const std::string folded = foldedByIcu(toUtf8(icu::UnicodeString(c)));
                Letter& letter = m_letters[std::size_t(c)];
                letter.size = static_cast<std::int8_t>(folded.size());
                std::copy(folded.begin(), folded.end(), letter.bytes.begin());
                letter.isSpace = u_isUWhiteSpace(c) || c == 0x200b;
            }
    }

    /// False where the text holds anything else.
    bool fold(std::string_view text, std::string& out) const {
        bool space = false;
        for (int32_t i = 0; i < int32_t(text.size());) {
            UChar32 c = 0;
            U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), i, int32_t(text.size()), c);
            if (c < 0 || c >= end || m_letters[std::size_t(c)].size < 0)
                return false;
            const Letter& letter = m_letters[std::size_t(c)];
            if (letter.isSpace)
                space = !out.empty();
            if (letter.size == 0) // a space or a mark
                continue;
            if (space)
                out += ' ';
            space = false;
            out.append(letter.bytes.data(), std::size_t(letter.size));
        }
        return true;
    }

private:
    struct Letter {
        std::array<char, 6> bytes{};
        std::int8_t size = -1; ///< negative: not of these letters
        bool isSpace = false;
    };
    static constexpr UChar32 end = 0x2070;

    static bool isLatin(UChar32 c) {
        return c < 0x250 || (c >= 0x300 && c < 0x370) || (c >= 0x1e00 && c < 0x1f00) ||
               (c >= 0x2000 && c < end);
    }

    std::vector<Letter> m_letters;
};

const icu::Collator& collator() {
    static const std::unique_ptr<icu::Collator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> created(
            icu::Collator::createInstance(icu::Locale("vi"), status));
        if (U_FAILURE(status))
            throw Error(localText(
                "Không dùng được chức năng sắp xếp tiếng Việt; bộ ICU đã cài bị hỏng, hãy cài lại.",
                "Vietnamese sorting is not available; the ICU installation is damaged."));
        return created;
    }();
    return *instance;
}

} // namespace

std::string toNfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(text.data(), int(text.size()));
    if (isAscii(text) || (isValidUtf8(text) && normalizer(true).isNormalizedUTF8(piece, status)))
        return std::string(text);
    return toUtf8(normalized(text, true));
}

bool isValidUtf8(std::string_view text) {
    for (int32_t i = 0; i < int32_t(text.size());) {
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), i, int32_t(text.size()), c);
        if (c < 0)
            return false;
    }
    return true;
}

std::string normalize(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    return toUtf8(normalizer(true).normalize(squeezed(normalized(text, true), false), status));
}

std::string fold(std::string_view text) {
    static const FoldedLetters letters;
    std::string out;
    out.reserve(text.size());
    return letters.fold(text, out) ? out : foldedByIcu(text);
}

std::string toLower(std::string_view text) {
    auto lowered = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), int(text.size())));
    return toUtf8(lowered.toLower(icu::Locale::getRoot()));
}

std::string capitalize(std::string_view text) {
    auto whole = normalized(text, true);
    if (whole.isEmpty())
        return {};
    const UChar32 first = whole.char32At(0);
    icu::UnicodeString head(first);
    head.toUpper(icu::Locale::getRoot());
    whole.replace(0, U16_LENGTH(first), head);
    return toUtf8(whole);
}

int compare(std::string_view a, std::string_view b) {
    UErrorCode status = U_ZERO_ERROR;
    return collator().compareUTF8(icu::StringPiece(a.data(), int(a.size())),
                                  icu::StringPiece(b.data(), int(b.size())), status);
}

std::string sortKey(std::string_view text) {
    const auto units =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), int(text.size())));
    std::string key(std::size_t(units.length()) * 4 + 16, '\0');
    const auto write = [&] {
        return std::size_t(collator().getSortKey(units, reinterpret_cast<std::uint8_t*>(key.data()),
                                                 int(key.size())));
    };
    const std::size_t size = write();
    const bool fitted = size <= key.size();
    key.resize(size);
    if (!fitted)
        write();
    return key;
}

int editDistance(std::string_view a, std::string_view b, int limit) {
    const std::u32string left = codePointsOf(a), right = codePointsOf(b);
    const int n = int(left.size()), m = int(right.size());
    if (std::abs(n - m) > limit)
        return limit + 1;
    std::vector<int> before(m + 1), previous(m + 1), current(m + 1);
    for (int j = 0; j <= m; ++j)
        previous[j] = j;
    for (int i = 1; i <= n; ++i) {
        current[0] = i;
        int best = i;
        for (int j = 1; j <= m; ++j) {
            const int cost = left[i - 1] == right[j - 1] ? 0 : 1;
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                current[j] = std::min(current[j], before[j - 2] + 1);
            best = std::min(best, current[j]);
        }
        if (best > limit)
            return limit + 1;
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return std::min(previous[m], limit + 1);
}

} // namespace terroir::text
