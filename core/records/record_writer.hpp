#pragma once

#include "core/records/import.hpp"
#include "core/records/record.hpp"
#include "core/store/workspace_file.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <string>

namespace terroir::records {

/// Adds records to a workspace one after another. Inside the caller's transaction. What a person
/// decided about their places before is not put in: see applyDecisions().
class RecordWriter {
public:
    explicit RecordWriter(store::WorkspaceFile& workspace);

    /// Its source must be there. A record id that exists is a StoreError.
    void insert(const Record& record);
    /// Keeps, as the detail doubtField, why rows are doubtful whose records were inserted; but for
    /// the records in `settled`.
    void keepDoubts(const ImportReport& report, const std::set<std::string, std::less<>>& settled);

private:
    void insertPlace(const Record& record, std::size_t seq);
    [[noreturn]] void failExisting(const Record& record);

    store::WorkspaceFile& m_workspace;
    store::Statement m_record, m_subject, m_place, m_detail;
    bool m_hasGround = false; ///< the table is there
};

} // namespace terroir::records
