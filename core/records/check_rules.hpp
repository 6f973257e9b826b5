#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/finding.hpp"
#include "core/records/record_groups.hpp"

#include <span>
#include <vector>

namespace terroir::records {

// The single rules of check(), each about one pass over the records. What they look for stands
// there.

void checkTotals(std::span<const Record> records, std::vector<Issue>& out);
void checkDuplicates(std::span<const Record> records, std::vector<Issue>& out);
void checkConflicts(std::span<const Record> records, std::vector<Issue>& out);

void checkNamedRows(const RecordGroups& groups, const std::vector<CountedList>& lists,
                    std::vector<Issue>& out);
void checkMembership(const RecordGroups& groups, const std::vector<CountedList>& lists,
                     const gazetteer::Gazetteer& gazetteer, std::vector<Issue>& out);
void checkShares(const RecordGroups& groups, std::vector<Issue>& out);
void checkRelations(const RecordGroups& groups, std::vector<Issue>& out);
void checkRatios(const RecordGroups& groups, std::vector<Issue>& out);
void checkUnits(const RecordGroups& groups, std::vector<Issue>& out);
/// Rules "overlap", "nested", "shared": what is true and yet must not be added or divided.
void checkOverlaps(const RecordGroups& groups, std::vector<Issue>& out);

} // namespace terroir::records
