#pragma once

#include "tests/support/judge.hpp"
#include "tests/support/noise_text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Sentences made of the shapes in tests/data/geocode_shapes.txt, whose head tells the format.
namespace terroir::testing {

/// Sentences by shape (`noiseClass`). `acceptable` has the one unit that a sentence names, of any
/// level; it is empty where no unit may be answered.
struct ShapeCases {
    std::vector<NoisyCase> tuned;
    std::vector<NoisyCase> kept; ///< of shapes that the geocoder was not tuned on
};

/// `perShape` sentences of every shape with units of all provinces. Only truths that are certain:
/// without parents, or with a part of them, exactly one unit of the day bears the name, diacritics
/// aside. The same gazetteer, number and seed give the same cases everywhere. Throws
/// std::runtime_error, with the line, where a line is no shape.
ShapeCases makeShapeCases(const gazetteer::Gazetteer& gazetteer, std::size_t perShape,
                          std::uint32_t seed);

/// An entry of a list of words of the file: "before" and "behind" stand around a place.
std::string wordsOfShapes(std::string_view list, Random& random);

/// As judge(), but where no unit may be answered an ambiguous answer is right too.
Verdict judgeSentence(const geocode::Match& match, const NoisyCase& one,
                      const gazetteer::Gazetteer& gazetteer);

} // namespace terroir::testing
