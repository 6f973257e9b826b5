#pragma once

#include "core/geocode/geocoder.hpp"
#include "tests/support/noise.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace terroir::testing {

enum class Verdict { Right, Wrong, None };

struct Tally {
    std::size_t right = 0, wrong = 0, none = 0;

    void add(Verdict verdict) {
        ++(verdict == Verdict::Right ? right : verdict == Verdict::Wrong ? wrong : none);
    }
    std::size_t count() const { return right + wrong + none; }
    double percent(std::size_t part) const {
        return count() > 0 ? 100.0 * double(part) / double(count()) : 0;
    }
};

geocode::Query queryOf(const NoisyCase& one);

/// The codes of communes that an answer means, empty for a larger unit; for "convert_…" the codes
/// of the day asked for.
std::set<std::string> communeCodes(gazetteer::UnitIndex unit, const NoisyCase& one,
                                   const gazetteer::Gazetteer& gazetteer);

/// Right: matched and acceptable; or ambiguous between nothing but acceptable ones where several
/// are; or unmatched where no place is meant. Wrong: matched and not acceptable.
Verdict judge(const geocode::Match& match, const NoisyCase& one,
              const gazetteer::Gazetteer& gazetteer);

/// From a file with columns input, as_of, noise_class and acceptable_commune_codes ('|' between
/// codes, '-' when no commune is right too).
std::vector<NoisyCase> readNoisyCases(const std::filesystem::path& file);

} // namespace terroir::testing
