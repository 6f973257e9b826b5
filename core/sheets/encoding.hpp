#pragma once

#include "core/base/language.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace terroir::sheets {

/// How the bytes of a text are to be read.
enum class Bytes {
    Utf8,
    Utf16Little,
    Utf16Big,
    Windows1252,
    Windows1258, ///< Vietnamese Windows: base letters, tones as bytes behind them
    Tcvn3,       ///< the .Vn (ABC) fonts
    Vni          ///< the VNI fonts
};

/// From a byte order mark, zero bytes, valid UTF-8; of other bytes by how many of the words
/// beyond ASCII are Vietnamese syllables, and Windows1252 where few are. None when it is no text
/// (zero bytes here and there) or UTF-8 with broken characters.
std::optional<Bytes> findEncoding(std::string_view bytes);

/// UTF-8; NFC where the encoding was none of Unicode. Without the byte order mark.
std::string toUtf8(std::string_view bytes, Bytes encoding);

/// "read as Windows-1258"; none for UTF-8.
std::optional<LocalText> encodingRemark(Bytes encoding);

/// The offset of the first byte that is no UTF-8, or npos.
std::size_t firstBrokenUtf8(std::string_view bytes);

/// How many of the words beyond ASCII of a text (UTF-8) are Vietnamese syllables.
struct SyllableCount {
    std::size_t syllables = 0, others = 0;
};
SyllableCount countSyllables(std::string_view text);

} // namespace terroir::sheets
