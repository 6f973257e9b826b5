#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

enum class Severity { Info, Warning, Error };
std::string_view toString(Severity severity); ///< "info", "warning", "error"

/// Something in the records that a person should look at.
struct Finding {
    Severity severity = Severity::Warning;
    std::string rule;   ///< "total", "duplicate", "impossible", "area", "outside", "unresolved"
    std::string record; ///< id
    LocalText sentence; ///< whole, with the numbers
};

/// The first consistency rules, by record id within each rule:
/// total: an aggregate that is not the sum of its parts (same source, group, category, indicator
///   and state; an "at least" total may be below the sum). Parts that add up to less are info (the
///   source may not list them all), to more a warning; where a part has no number, only more
///   counts.
/// duplicate (two holders of one source excepted): the same kind, category, subjects, places,
/// indicator, value, state and period twice;
///   warning within one source, info across sources. Repeats are known to be such and left out.
/// impossible: impossibleValue(), an error. area: areaBeyondPlaces(), a warning.
/// outside: a place that lies outside its parents as written, or outside its source's territory.
/// unresolved: a place that is ambiguous or unmatched; info for a place inside a name.
std::vector<Finding> check(std::span<const Record> records, const std::vector<Source>& sources,
                           const geocode::Geocoder& geocoder,
                           const gazetteer::Gazetteer& gazetteer);

/// Single rules, for check().
void checkTotals(std::span<const Record> records, std::vector<Finding>& out);
void checkDuplicates(std::span<const Record> records, std::vector<Finding>& out);

} // namespace terroir::records
