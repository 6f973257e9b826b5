#pragma once

#include <string>
#include <string_view>

namespace terroir::text {

/// Unicode NFC. Invalid UTF-8 is replaced by U+FFFD.
std::string toNfc(std::string_view text);

bool isValidUtf8(std::string_view text);

/// NFC, lower case, runs of white space as one space, none at the ends; diacritics stay.
/// "  THỊ  TRẤN\tTam Đường " gives "thị trấn tam đường".
std::string normalize(std::string_view text);

/// normalize(), then without tone and letter marks, đ as d: "thi tran tam duong".
/// Folding twice is folding once.
std::string fold(std::string_view text);

/// Lower case with Unicode rules, NFC kept.
std::string toLower(std::string_view text);
/// First letter in upper case: "thị trấn Tam Đường" gives "Thị trấn Tam Đường".
std::string capitalize(std::string_view text);

/// Vietnamese alphabetical order (a ă â b c d đ e ê …; tones after letters): negative, 0, positive.
int compare(std::string_view a, std::string_view b);
/// Bytes whose order is that of compare(): for sorting many texts. About a microsecond.
std::string sortKey(std::string_view text);

/// Optimal string alignment distance in code points (insert, delete, replace, swap of neighbours),
/// or `limit + 1` when it is more than `limit`.
int editDistance(std::string_view a, std::string_view b, int limit);

} // namespace terroir::text
