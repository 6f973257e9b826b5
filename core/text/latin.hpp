#pragma once

#include "core/text/letter.hpp"

#include <cstdint>
#include <string_view>

namespace terroir::text {

/// What stands on or through a Vietnamese letter besides its tone: ă, â ê ô, ơ ư, đ.
enum class Shape : std::uint8_t { Plain, Breve, Circumflex, Horn, Stroke };

/// A character taken apart. Marks that Vietnamese does not have are dropped ("ö" is "o").
struct LatinLetter {
    char base = 0; ///< 'a' to 'z', '0' to '9'; 0: neither letter nor digit
    Shape shape = Shape::Plain;
    Tone tone = Tone::Level;
    bool isUpper = false;
};

/// Of any Latin letter and digit, where letterOf() covers Vietnamese letters only. Composed
/// characters; Ð and ð, which old texts have for Đ and đ, are taken for them.
LatinLetter latinLetterOf(char32_t character);

/// A combining mark of decomposed text, to be put on the letter before it; false for all else.
bool addMark(LatinLetter& letter, char32_t mark);

} // namespace terroir::text
