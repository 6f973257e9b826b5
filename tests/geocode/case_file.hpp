#pragma once

#include "core/geocode/geocoder.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::testing {

/// A line of tests/data/geocode/*.txt:
///     as of | text | context | level | expected
/// The text cell is the text, or columns: "tinh=…; huyen=…; xa=…; text=…". "\u00ad" stands for a
/// character that cannot be seen, "\n" for a line end. Expected is one of
///     CODE or UID         matched with that unit (a uid where the version matters)
///     ambiguous [CODE …]  ambiguous, the codes or uids being among the candidates
///     unmatched
///     refused [CODE …]    ambiguous or unmatched: no answer of one unit
/// and "+word" behind it: one of the reasons of the answer or of its best candidate.
struct GeocodeCase {
    std::string where; ///< file, line number and the line, for messages
    geocode::Query query;
    std::string verdict; ///< "ambiguous", "unmatched", "refused"; empty: matched
    std::vector<std::string> units, reasons;
};

/// Throws std::runtime_error, with the line, where a line is no case.
std::vector<GeocodeCase> readGeocodeCases(const std::filesystem::path& file);

/// What is wrong with the answer; empty when it is the expected one.
std::string complaint(const GeocodeCase& wanted, const geocode::Match& match,
                      const gazetteer::Gazetteer& gazetteer);

} // namespace terroir::testing
