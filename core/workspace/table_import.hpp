#pragma once

#include "core/base/result_table.hpp"
#include "core/records/import.hpp"
#include "core/workspace/workspace.hpp"

#include <functional>
#include <vector>

namespace terroir::workspace {

/// A table that was read as records and not yet stored: what a person looks at before saying yes.
struct TableImport {
    records::Source source;
    bool replaces = false; ///< the source is in the workspace; storing takes its records out first
    std::vector<records::Record> records;
    records::ImportReport report;
};

/// InputError for a table without rows or that cannot be read as the kind at all; see
/// records::readRecords().
TableImport readImport(const Table& table, records::ImportOptions options, Workspace& workspace);

/// Everything or nothing: `beforeCommit` may still throw. The workspace must be open for writing;
/// it reads its records again afterwards.
void storeImport(const TableImport& taken, Workspace& workspace,
                 const std::function<void()>& beforeCommit = {});

/// One row for each row of the table: row, outcome ("accepted", "doubtful", "refused"), record,
/// sentence.
ResultTable reportRows(const records::ImportReport& report, Language language);

/// Places that wait for a person once it is stored: what was decided when the table was imported
/// before needs no second decision.
std::size_t countOpenPlaces(const TableImport& taken, Workspace& workspace);

} // namespace terroir::workspace
