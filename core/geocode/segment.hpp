#pragma once

#include "core/gazetteer/unit.hpp"
#include "core/geocode/spelling.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::geocode {

/// A span of a text that may name a unit: an optional type word and the words after it.
struct Mention {
    const SpelledText* text = nullptr;
    std::size_t from = 0, to = 0;          ///< words of the name
    std::optional<gazetteer::Level> level; ///< from the type word or the column
    std::string_view type;                 ///< "thị trấn"; empty without a type word
    std::size_t typeFrom = 0;              ///< first word of the type word, if it stands in front
    bool isAbbreviated = false;            ///< the type word was "TT.", "H.", …
    bool hasPlainType = false;             ///< the type word has no marks: may belong to the name
    bool isEnglish = false;                ///< "Commune": says the level, not the exact type
    bool isSmallPlace =
        false; ///< begins with "bản", "thôn", "trường", …: if no unit, a place in one
    bool isPlural = false;     ///< "các xã"
    bool isListed = false;     ///< "và" stands in front: another unit beside the one before
    bool isSeparated = false;  ///< was the end of a longer mention
    bool isAmongWords = false; ///< words that name no unit ran on around it
    bool isLocated = false;    ///< "tại", "ở", "địa bàn" stands in front
    bool isFormer = false;     ///< "cũ" stands behind: a unit that had ended by the day
    std::optional<gazetteer::Level> column; ///< the level of the column it stands in
    bool fromColumn = false;
    Break before = Break::None; ///< between it and the mention before it

    /// A type word alone: "thị trấn", "toàn huyện".
    bool isBare() const { return from == to && !type.empty(); }
    /// With the type word in front, for names that begin with one: "Phường Đúc", "Quan Hoa".
    SpellingView lettersWithType() const { return text->view(typeFrom, to); }
    std::size_t size() const { return to - from; }
    SpellingView letters() const { return text->view(from, to); }
    bool isNumber() const;
    bool isMarked() const;    ///< any of its words
    std::string name() const; ///< plain letters, a space between words; for tests and messages
};

/// Cuts a text into mentions, in text order. Commas, semicolons, parentheses, line ends, slashes
/// and dashes between spaces separate; a type word written out begins a new mention wherever it
/// stands ("bản Chu Va 12 xã Sơn Bình"), one of two letters or with a stop too ("ha noi tp vinh",
/// "a h.quynh nhai"), a single letter only at the beginning of a part ("P5"). English type words
/// stand after the name ("Binh Lu Commune") or in front of a number ("Ward 5"). Numbering in front
/// ("12. ") and words that carry no name ("UBND", "trên địa bàn", "toàn", …) are dropped. "thành
/// phố" and "City" mean a province or a district: such a mention has no level. "cũ" behind a name,
/// in brackets or not, is no part of it. The text must outlive the mentions.
std::vector<Mention> segment(const SpelledText& text);

/// One column's cell, whose level is known: the type word is optional. Names after a comma are
/// the parents of the first.
std::vector<Mention> segmentColumn(const SpelledText& cell, gazetteer::Level level);

/// "cũ" behind a name: the unit is one of before. The one word for it in places, texts and headers.
inline constexpr std::string_view formerWord = "cũ";
bool isFormerWord(SpellingView word);

} // namespace terroir::geocode
