#pragma once

#include "core/text/letter.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace terroir::text {

/// Whether a word (NFC, any case) could be a Vietnamese syllable: a known onset and a known rime
/// (the spelling rules of Quốc ngữ), at most one tone, on the letter on which the older (hòa) or
/// the newer (hoà) rule puts it, and only sắc or nặng before a stop (c, ch, p, t). A word without
/// any mark passes when some marks would make it a syllable: "duong". Onsets and codas of the
/// northern and highland languages that unit names have (kr, br, đr, … -k, -h, -r, …) pass too.
/// No allocation; tens of nanoseconds.
bool isSyllable(std::string_view word);

/// Where the rime begins; "gi" and "qu" before a vowel belong to the onset. The size without one.
std::size_t rimeBegin(std::span<const Letter> letters);

/// The letter that carries the tone by the older rule: "hòa", "thủy"; `letters.size()` when there
/// is not a vowel. Marks that are there decide first: ê in "thuyền", ơ in "đường".
std::size_t tonePlace(std::span<const Letter> letters);

} // namespace terroir::text
