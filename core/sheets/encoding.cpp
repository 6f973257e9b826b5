#include "core/sheets/encoding.hpp"

#include "core/base/local_text.hpp"
#include "core/text/legacy.hpp"
#include "core/text/letter.hpp"
#include "core/text/syllable.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace terroir::sheets {

namespace {

constexpr std::string_view utf8Mark = "\xef\xbb\xbf", littleMark = "\xff\xfe", bigMark = "\xfe\xff";
constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD

/// The characters of the bytes 0x80 to 0x9f; Latin-1 has the others.
constexpr std::array<char32_t, 32> windows1252 = {
    0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
    0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

/// Where Windows-1258 differs from Windows-1252.
constexpr std::pair<unsigned char, char32_t> windows1258[] = {
    {0xc3, 0x102}, {0xcc, 0x300}, {0xd0, 0x110}, {0xd2, 0x309}, {0xd5, 0x1a0},
    {0xdd, 0x1af}, {0xde, 0x303}, {0xe3, 0x103}, {0xec, 0x301}, {0xf0, 0x111},
    {0xf2, 0x323}, {0xf5, 0x1a1}, {0xfd, 0x1b0}, {0xfe, 0x20ab}};

/// A long text is looked at in its beginning, its middle and its end.
std::string sampleOf(std::string_view bytes) {
    constexpr std::size_t part = 1 << 16;
    if (bytes.size() <= 3 * part)
        return std::string(bytes);
    std::string sample;
    for (const std::size_t at : {std::size_t(0), bytes.size() / 2, bytes.size() - part}) {
        const std::size_t line = std::min(bytes.find('\n', at), bytes.size() - 1);
        sample += bytes.substr(at == 0 ? 0 : line + 1, part);
    }
    return sample;
}

std::optional<Bytes> ofZeroBytes(std::string_view bytes) {
    const std::string sample = sampleOf(bytes.substr(0, 1 << 16));
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    const std::size_t enough = sample.size() / 10;
    if (odd > enough && even * 20 < odd)
        return Bytes::Utf16Little;
    if (even > enough && odd * 20 < even)
        return Bytes::Utf16Big;
    return std::nullopt;
}

/// UTF-8 with a broken character here and there is damaged; other encodings look like UTF-8 only
/// by chance.
bool isBrokenUtf8(std::string_view bytes) {
    std::size_t whole = 0, broken = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        const std::size_t from = at;
        const char32_t c = text::nextCodePoint(bytes, at);
        if (byte < 0x80)
            continue;
        if (c == 0xfffd && bytes.substr(from, 3) != replacement)
            ++broken;
        else
            ++whole;
    }
    return whole > 4 * broken;
}

std::string fromSingleBytes(std::string_view bytes, Bytes encoding) {
    std::array<char32_t, 128> page{};
    for (std::size_t i = 0; i < page.size(); ++i)
        page[i] = i < windows1252.size() ? windows1252[i] : char32_t(0x80 + i);
    if (encoding == Bytes::Windows1258)
        for (const auto& [byte, character] : windows1258)
            page[byte - 0x80U] = character;
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 4);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += c;
        else
            text::appendUtf8(out, page[byte - 0x80U]);
    }
    return out;
}

std::string fromUtf16(std::string_view bytes, bool isLittle) {
    std::string out;
    out.reserve(bytes.size());
    const auto unitAt = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return char32_t(isLittle ? first | second << 8 : second | first << 8);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t c = unitAt(at);
        if (c >= 0xd800 && c < 0xdc00 && at + 3 < bytes.size()) {
            const char32_t low = unitAt(at + 2);
            if (low >= 0xdc00 && low < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
                at += 2;
            }
        }
        text::appendUtf8(out, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
    }
    return out;
}

/// A piece of a text, whole words.
std::string readPiece(std::string_view bytes, Bytes encoding) {
    std::string text = fromSingleBytes(bytes, encoding);
    if (encoding == Bytes::Tcvn3)
        return text::decode(text, text::Encoding::Tcvn3);
    if (encoding == Bytes::Vni)
        return text::decode(text, text::Encoding::VniFont);
    return encoding == Bytes::Windows1258 ? text::toNfc(text) : text;
}

} // namespace

std::size_t firstBrokenUtf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t from = at;
        if (text::nextCodePoint(bytes, at) == 0xfffd && bytes.substr(from, 3) != replacement)
            return from;
    }
    return std::string_view::npos;
}

SyllableCount countSyllables(std::string_view text) {
    SyllableCount count;
    std::size_t begin = 0;
    bool isBeyondAscii = false;
    const auto finish = [&](std::size_t end) {
        if (isBeyondAscii)
            ++(text::isSyllable(text.substr(begin, end - begin)) ? count.syllables : count.others);
        isBeyondAscii = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = text::nextCodePoint(text, at);
        const bool isSpace = c == 0xa0 || (c >= 0x2000 && c < 0x2070);
        if (isSpace || (c < 0x80 && !text::isAsciiLetter(c))) {
            finish(here);
            begin = at;
        } else {
            isBeyondAscii = isBeyondAscii || c >= 0x80;
        }
    }
    finish(text.size());
    return count;
}

std::optional<Bytes> findEncoding(std::string_view bytes) {
    if (bytes.starts_with(utf8Mark))
        return text::isValidUtf8(bytes) ? std::optional(Bytes::Utf8) : std::nullopt;
    if (bytes.starts_with(littleMark))
        return Bytes::Utf16Little;
    if (bytes.starts_with(bigMark))
        return Bytes::Utf16Big;
    if (bytes.find('\0') != std::string_view::npos)
        return ofZeroBytes(bytes);
    if (text::isValidUtf8(bytes))
        return Bytes::Utf8;
    if (isBrokenUtf8(bytes))
        return std::nullopt;
    const std::string sample = sampleOf(bytes);
    Bytes best = Bytes::Windows1252;
    std::size_t most = 0;
    for (const Bytes encoding : {Bytes::Windows1258, Bytes::Vni, Bytes::Tcvn3,
                                 Bytes::Windows1252}) {
        const SyllableCount count = countSyllables(readPiece(sample, encoding));
        if (count.syllables > 2 * count.others && count.syllables > most) {
            best = encoding;
            most = count.syllables;
        }
    }
    return best;
}

std::string toUtf8(std::string_view bytes, Bytes encoding) {
    constexpr std::size_t pieceSize = 1 << 16;
    if (encoding == Bytes::Utf8) {
        if (bytes.starts_with(utf8Mark))
            bytes.remove_prefix(utf8Mark.size());
        return std::string(bytes);
    }
    if (encoding == Bytes::Utf16Little || encoding == Bytes::Utf16Big) {
        if (bytes.starts_with(littleMark) || bytes.starts_with(bigMark))
            bytes.remove_prefix(littleMark.size());
        return fromUtf16(bytes, encoding == Bytes::Utf16Little);
    }
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        // Pieces end at line ends, so that no word is cut.
        const std::size_t end = bytes.find('\n', std::min(at + pieceSize, bytes.size()));
        const std::size_t size = std::min(end, bytes.size() - 1) + 1 - at;
        out += readPiece(bytes.substr(at, size), encoding);
        at += size;
    }
    return out;
}

std::optional<LocalText> encodingRemark(Bytes encoding) {
    const auto readAs = [](std::string_view name) {
        return localText("đọc theo bảng mã {}", "read as {}", name);
    };
    switch (encoding) {
    case Bytes::Utf8:
        return std::nullopt;
    case Bytes::Utf16Little:
    case Bytes::Utf16Big:
        return readAs("UTF-16");
    case Bytes::Windows1252:
        return readAs("Windows-1252");
    case Bytes::Windows1258:
        return readAs("Windows-1258");
    case Bytes::Tcvn3:
        return readAs("TCVN3 (ABC, .VnTime)");
    case Bytes::Vni:
        return readAs("VNI");
    }
    return std::nullopt;
}

} // namespace terroir::sheets
