#pragma once

#include "tests/support/judge.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace terroir::testing {

/// A text that names several units of one parent, as reports do.
struct ListCase {
    std::string text;
    Date asOf;
    std::string form;                     ///< "communes_then_district"
    std::set<gazetteer::UnitIndex> units; ///< those that it names
};

/// `perForm` lists of every form, with units of all provinces, half of them of the day before the
/// reform and half of today's; names that two units of one parent bear are left out. The same
/// gazetteer, number and seed give the same cases everywhere.
std::vector<ListCase> makeListCases(const gazetteer::Gazetteer& gazetteer, std::size_t perForm,
                                    std::uint32_t seed);

/// How the units of lists were read: right and wrong are answers that matched, none are units
/// without one.
struct ListTally {
    Tally units;
    /// Scores of the answers that matched and whether they were right.
    std::vector<std::pair<double, Verdict>> scores;
    std::vector<std::string> wrongAnswers;
    void add(const ListCase& one, const std::vector<geocode::Match>& answers,
             const gazetteer::Gazetteer& gazetteer);
};

} // namespace terroir::testing
