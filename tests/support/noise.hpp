#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace terroir::testing {

/// A place text as people write it, and what it may mean.
struct NoisyCase {
    std::string text;
    Date asOf;
    std::string noiseClass;
    /// Codes of the communes that fit the text equally well before the noise; empty: the text names
    /// no place. Communes valid on `asOf`; for classes "convert_…", whose text names communes from
    /// before 2025-07-01, the communes that their ground belongs to on `asOf`.
    std::set<std::string> acceptable;
};

/// `perClass` cases of every kind of noise seen in files of communes, and of texts that name no
/// place ("none_…"). The same gazetteer, number and seed give the same cases everywhere (the engine
/// is used without distributions, whose results differ between libraries). Half of the places lie
/// in Lai Châu and Sơn La. Days: 2025-06-30, 2026-07-25, and earlier ones for "historic_…".
/// A class may come out smaller where too few communes allow its noise. About a second for 100.
std::vector<NoisyCase> makeNoisyCases(const gazetteer::Gazetteer& gazetteer, std::size_t perClass,
                                      std::uint32_t seed);

} // namespace terroir::testing
