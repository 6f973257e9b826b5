#pragma once

#include "core/records/compact_records.hpp"
#include "core/records/record.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::records {

/// Records of these kinds (none given: of all) with subjects, places and details, by id. Four
/// queries, a few milliseconds for the packaged ones.
std::vector<Record> loadRecords(store::WorkspaceFile& workspace,
                                const std::vector<std::string>& kinds = {});
/// The one of that id, looked up.
std::optional<Record> loadRecord(store::WorkspaceFile& workspace, const std::string& id);
/// The same records in the same order, as figures need them: a million in about a second.
CompactRecords loadCompactRecords(store::WorkspaceFile& workspace,
                                  const std::vector<std::string>& kinds = {});
/// By id.
std::vector<Source> loadSources(store::WorkspaceFile& workspace);

/// Inside the caller's transaction. A record id that exists is a StoreError. Where a person has
/// decided about this very mention before (table `decision`: same record, place number and text),
/// the decision is put in the place of the geocoder's answer.
void insertRecords(store::WorkspaceFile& workspace, const std::vector<Record>& records);
/// With its places and details; what was decided about it stays. Nothing where it is not there.
void removeRecord(store::WorkspaceFile& workspace, const std::string& id);
/// Inside the caller's transaction. A source id that exists is a StoreError: the table was imported
/// before, and twice would count everything twice.
void insertSource(store::WorkspaceFile& workspace, const Source& source);
/// Inside the caller's transaction: takes out the source with its records, so that an import can
/// replace its former self. Decisions stay. Returns the number of records removed.
std::size_t removeSource(store::WorkspaceFile& workspace, std::string_view id);
bool hasSource(store::WorkspaceFile& workspace, std::string_view id);

} // namespace terroir::records
