#pragma once

#include "tests/support/noise_text.hpp"

#include <string>
#include <string_view>
#include <vector>

// How the shapes of tests/data/geocode_shapes.txt write units and change texts.
namespace terroir::testing {

std::string capitalized(std::string_view text);

/// A text changed as a word says: "lower", "upper", "plain" (no diacritics), "glued" (no spaces),
/// "spaced" (spaces doubled), "split" (a syllable broken by a space), "broken" (a line ends before
/// the last syllable), "decomposed" (NFD), "tones" (the tone on the other vowel). Throws
/// std::runtime_error for another word.
std::string changed(std::string_view text, std::string_view change, Random& random);

/// "xã Bản Bo", or with the first of the changes "name": "Bản Bo", "type": "xã", "short": "x. Bản
/// Bo", "tight": "P5", "joined": "xãBản Bo", "english": "Ban Bo Commune", "roman": "phường IV",
/// "zero": "phường 04", "untold": nothing, the sentence has it in another form; then the others.
std::string unitText(std::string_view type, std::string_view name,
                     const std::vector<std::string>& changes, Random& random);

} // namespace terroir::testing
