#pragma once

#include "core/records/finding.hpp"
#include "core/records/record.hpp"

#include <span>
#include <vector>

namespace terroir::records {

/// The consistency of the records, rule by rule. Repeats are known to be such and left out. Within
/// one source and group:
///
/// total: an aggregate that is not the sum of its parts (same category, indicator and state; an "at
///   least" total may be below the sum). Parts that add up to less are info (the source may not
///   list them all), to more a warning; where a part has no number, only more counts.
/// named: a stated number and the rows that name what it counts differ: in its group, in a list
///   without a number of its own that stands in the same line, or, for the whole of a source, in
///   several groups. Where enterprises or households are counted, their names are.
/// share: a per cent that is not part by total as far as it is written, or of no whole number.
/// relation: indicators that have to do with each other (indicatorRelations()).
/// membership: a part of a list ("two of the seven") that is not in it; a right that is claimed in
///   passing and is in no complete list of such rights, of any source.
/// ratio: two indicators by place whose ratio at one place is more than three times that of the
///   others, or less than a third.
/// unit: a total that is followed by several numbers of other units, as if they broke it down.
///
/// Of single records:
/// impossible: impossibleValue(), an error. area: areaBeyondPlaces(). written: writtenOtherwise().
/// range: implausibleValue(). edition: unknownEdition(). outside: a place outside its parents as
/// written or its source's territory. unresolved: a place that is ambiguous or unmatched; info for
/// a place inside a name.
///
/// Between records anywhere:
/// duplicate: within one source and group the same kind, category, subjects and their wording,
///   places, indicator, value, state, period and holder twice. Across two sources one finding for
///   all that they have in common: a warning when it is most of a table, info when there are
///   values in it.
/// conflict: two sources give different totals of the same thing, places and time.
///
/// Only to know (info): overlap (one number under each of several certificates), nested (farms
/// over 50 and over 100), shared (one value of several places or subjects; pairs made of two
/// lists).
///
/// The order is that of the rules, then of the records. Takes about a second for 100,000 records.
std::vector<Issue> check(std::span<const Record> records, const std::vector<Source>& sources,
                         const geocode::Geocoder& geocoder, const gazetteer::Gazetteer& gazetteer);

/// Adds those of records that lie by themselves ("ground", warnings): a stated area and the
/// ellipsoidal one of the record's polygons differ by more than a tenth of the larger one. The
/// records are in the order of their ids.
void checkGround(store::WorkspaceFile& workspace, std::span<const Record> records,
                 std::vector<Issue>& findings);

} // namespace terroir::records
