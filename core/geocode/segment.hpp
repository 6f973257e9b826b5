#pragma once

#include "core/gazetteer/unit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::geocode {

/// A span of a text that may name a unit: an optional type word and the words behind it.
struct Mention {
    std::optional<gazetteer::Level> level; ///< from the type word or the column
    std::string type;                      ///< "thị trấn"; empty without a type word
    bool abbreviated = false;              ///< the type word was "TT.", "H.", …
    std::vector<std::string> words;        ///< normalized: lower case, NFC, with diacritics
    bool fromColumn = false;
    bool afterDash = false; ///< a dash between spaces stood in front: may belong to the one before

    /// A type word alone: "thị trấn", "toàn huyện".
    bool isBare() const { return words.empty() && !type.empty(); }
    /// Words [from, to) joined by spaces.
    std::string join(std::size_t from, std::size_t to) const;
    std::string name() const { return join(0, words.size()); }
};

/// Cuts a text into mentions, in text order. Commas, semicolons, parentheses, line ends, slashes
/// and dashes between spaces separate; a type word written out begins a new mention wherever it
/// stands ("bản Chu Va 12 xã Sơn Bình"), an abbreviated one only at the beginning of a part
/// ("TT. Tam Đường", "H.Tam Đường", "P5", "Q. 1"). Numbering in front ("12. ") and words that
/// carry no name ("UBND", "trên địa bàn", "toàn", …) are dropped. "thành phố" means a province in
/// the last part of a text or a district elsewhere: such a mention has no level.
std::vector<Mention> segment(std::string_view text);

/// One column's cell, whose level is known: the type word is optional. Names behind a comma are
/// the parents of the first.
std::vector<Mention> segmentColumn(std::string_view cell, gazetteer::Level level);

/// A unit's name in the form in which Mention::name() has it: lower case, dashes, stops and
/// apostrophes as spaces, numbers without leading zeros.
std::string nameForm(std::string_view name);

} // namespace terroir::geocode
