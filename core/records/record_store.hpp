#pragma once

#include "core/records/record.hpp"

#include <string>
#include <vector>

namespace terroir::store {
class Workspace;
}

namespace terroir::records {

struct Filter {
    std::string kind; ///< empty: all kinds
};

/// Records with subjects and places, by id.
std::vector<Record> loadRecords(store::Workspace& workspace, const Filter& filter = {});
std::vector<Source> loadSources(store::Workspace& workspace);
/// Inside the caller's transaction. A record id that exists is a StoreError.
void insertRecords(store::Workspace& workspace, const std::vector<Record>& records);
void insertSource(store::Workspace& workspace, const Source& source);

} // namespace terroir::records
