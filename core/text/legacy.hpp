#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace terroir::text {

/// How Vietnamese was written down before or without Unicode.
enum class Encoding {
    Utf8AsCp1252, ///< UTF-8 whose bytes were read as Windows-1252: "XÃ£ MÆ°á»ng TÃ¨"
    Tcvn3,        ///< TCVN 5712:1993 VN3, the ".Vn" (ABC) fonts of the north: "X· M­êng TÌ"
    VniFont,      ///< the VNI Windows fonts of the south: "Xaõ Möôøng Teø"
    Viqr,         ///< RFC 1456, marks as punctuation: "Xa~ Mu+o+`ng Te`"
    Telex,        ///< keystrokes of Telex that no input method took: "Xax Muwowngf Tef"
    VniKeys       ///< keystrokes of VNI: "Xa4 Mu7o7ng2 Te2"
};

/// "utf8-as-cp1252", "tcvn3", "vni-font", "viqr", "telex", "vni-keys".
std::string_view toString(Encoding encoding);

/// The text in Unicode NFC. Bytes of the three byte encodings stand in `utf8` as the characters of
/// Latin-1 or Windows-1252. Case stays; TCVN3 has capitals with marks only for Ă Â Đ Ê Ô Ơ Ư, the
/// others come out in lower case. Of Utf8AsCp1252, bytes that Windows-1252 has no character for
/// (or a no-break space or soft hyphen) may be missing: a letter is put back where only one makes
/// a syllable, else it becomes one '?'. Text that was misread twice is read twice. What is not of
/// the encoding (a word in Unicode between others) stays as it is. Tones go where the older
/// spelling has them ("hòa") when the encoding does not say. Some microseconds.
std::string decode(std::string_view utf8, Encoding encoding);

/// The encoding in which the text clearly makes more sense than as it stands: more of its words
/// are syllables (isSyllable). None for Unicode, for text without diacritics, for other languages,
/// and for text with a few slips. Clean text costs one scan, well below a microsecond.
std::optional<Encoding> detect(std::string_view text);

} // namespace terroir::text
