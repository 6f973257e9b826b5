#pragma once

#include "core/records/decisions.hpp"
#include "core/records/record_writer.hpp"
#include "core/workspace/table_import.hpp"

#include <cstddef>
#include <vector>

namespace terroir::workspace {

/// Stores an import in one transaction, which is rolled back without finish(). The workspace must
/// be open for writing.
class ImportStore {
public:
    /// Takes out what the import replaces.
    ImportStore(const TableImport& taken, Workspace& workspace);

    /// Records of the import, some after others.
    void add(const std::vector<records::Record>& records);
    /// The profile and the commit; the workspace reads its records again afterwards.
    void finish(const std::function<void()>& beforeCommit);

    std::size_t count() const { return m_count; }
    /// Among the records so far: see countOpenPlaces().
    std::size_t openPlaces() const { return m_openPlaces; }

private:
    const TableImport& m_taken;
    Workspace& m_workspace;
    store::Transaction m_transaction;
    std::vector<records::Decision> m_decisions;
    records::RecordWriter m_writer;
    bool m_hasSource = false;
    std::size_t m_count = 0, m_openPlaces = 0;
};

} // namespace terroir::workspace
