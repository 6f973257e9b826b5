#pragma once

#include "core/geocode/reading.hpp"
#include "core/geocode/text_words.hpp"

#include <optional>
#include <string_view>

namespace terroir::geocode {

/// A word for a type of unit where it stands in a running text.
struct UnitWord {
    std::string_view type;      ///< "thị trấn"
    std::uint8_t levels = 0;    ///< bits; two for "thành phố"
    std::size_t count = 0;      ///< words; 0: none stands here
    bool isAbbreviated = false; ///< "TP.", "H.": only a name behind it makes it one
    bool isBroken = false;      ///< without its marks: the same
};

/// At a word of a text. In a text with marks the word has its own, whatever its case; "hợp tác xã",
/// "xã hội" and "tỉnh lộ" hold no type.
UnitWord unitWordAt(const TextWords& text, std::size_t at);

/// What a word of running text says about the name after it.
enum class WordKind {
    Plain,
    Preposition, ///< "tại", "ở", "về": a place follows
    Belonging,   ///< "của", "thuộc": a parent follows
    And,         ///< "và", "cùng"
    Plural,      ///< "các", "những", "một số"
    Each,        ///< "cấp", "mỗi", "từng": no unit of its own is meant
    Consists,    ///< "gồm", "là", "như": a list follows
    Office,      ///< "UBND", "ủy": of the unit that follows
    Person,      ///< "ông", "đồng chí"
    Way,         ///< "đường", "sông", "chợ": something else bears the name
    Maker,       ///< "công ty", "trường", "hợp tác xã": something else bears the name
    Product,     ///< "chè", "lợn": the unit is a part of its name
    Credit,      ///< "ảnh", "tác giả", before a colon
    Except,      ///< "trừ"
};
WordKind wordKindAt(const TextWords& text, std::size_t at);

/// Counted in words: "hai", "ba"; 0 for others.
unsigned countWordAt(const TextWords& text, std::size_t at);
/// "Nguyễn", "Trần": a person's name begins so.
bool isSurname(const TextWords& text, std::size_t at);
/// "đảo", "nghèo", "ủy": may stand between a type word and the name.
bool isBetweenTypeAndName(const TextWords& text, std::size_t at);
/// "ủy", "lộ", "hội", "khác", "bạn": behind a type word alone, which then means no unit.
bool makesNoUnit(const TextWords& text, std::size_t at);

} // namespace terroir::geocode
