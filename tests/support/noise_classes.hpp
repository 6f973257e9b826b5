#pragma once

#include "tests/support/noise_text.hpp"

#include <optional>
#include <span>
#include <string>

namespace terroir::testing {

/// How names are compared when it is asked which communes fit a text.
enum class Key { Exact, IY, Folded, QuestionMarks, count };

/// What the written text tells about the place, noise aside.
struct Said {
    Key key = Key::Exact;
    bool communeType = true, parentTypes = true, district = true, province = true;
    bool districtInitials = false, provinceInitials = false;
    std::string noisyCommune; ///< the commune's name with slips: what is as near to it fits as well
    std::string writtenType;  ///< a wrong type; a commune that has it is what the text says
};

struct Written {
    std::string text;
    Said said;
};

struct Part {
    std::string type, name;
};
struct Address {
    Part commune;
    std::optional<Part> district;
    Part province;
};
/// Nothing where the noise has nothing to work on.
using Maybe = std::optional<Written>;
using Writer = Maybe (*)(const Address&, Random&);

/// From which days a class takes its places.
enum class Days {
    Recent,        ///< 2025-06-30 and 2026-07-25
    Districts,     ///< 2025-06-30
    Earlier,       ///< days since 2004, and places that are gone
    Converted,     ///< written as of 2025-06-30, asked as of 2026-07-25
    ConvertedMixed ///< the same with today's province
};

struct NoiseClass {
    const char* name;
    Days days;
    Writer write;
};

/// Every kind of noise that place texts are seen with.
std::span<const NoiseClass> noiseClasses();

} // namespace terroir::testing
