#pragma once

#include "core/records/record.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::records {

using RecordList = std::vector<const Record*>;

/// The records as their sources put them together: by source, and by source and group. Repeats are
/// left out. Points into the records that it was made of.
struct RecordGroups {
    explicit RecordGroups(std::span<const Record> records);
    std::vector<RecordList> sources;
    std::vector<RecordList> groups; ///< without the records that belong to no group
};

/// A stated number of things and the rows that name them: "seven marks: …".
struct CountedList {
    const Record* count = nullptr;
    RecordList members;
    bool isComplete() const { return double(members.size()) == *count->value; }
};

/// The lists in which the rows stand one by one: a breakdown by number ("4 here, 2 there") is none.
std::vector<CountedList> countedLists(const RecordGroups& groups);

/// Whether the value is a whole number of things: neither measured, money, a share nor a rate.
bool countsThings(const Record& record);
/// Whether what is counted in this unit bears a name of its own: enterprises, cooperatives,
/// households.
bool isHolderUnit(std::string_view unit);

/// Whether a place is told from others by what is written and not by its unit alone: two villages
/// of one commune are two places. `reasons` are Place::reasons.
bool placeTextMatters(std::string_view uid, std::string_view reasons);

/// The units of all places, as written where they are not known.
std::string placesKey(const Record& record);
std::string subjectsKey(const Record& record); ///< in any order, normalised

} // namespace terroir::records
