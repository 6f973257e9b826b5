#pragma once

#include "core/records/import.hpp"
#include "core/session/result_table.hpp"
#include "core/session/session.hpp"

#include <functional>
#include <vector>

namespace terroir::session {

/// A table that was read as records and not yet stored: what a person looks at before saying yes.
struct TableImport {
    records::Source source;
    bool replaces = false; ///< the source is in the workspace; storing takes its records out first
    std::vector<records::Record> records;
    records::ImportReport report;
};

/// InputError for a table without rows or that cannot be read as the kind at all; see
/// records::readRecords().
TableImport readImport(const Table& table, records::ImportOptions options, Session& session);

/// Everything or nothing: `beforeCommit` may still throw. The session must be open for writing; it
/// reads its records anew afterwards.
void storeImport(const TableImport& taken, Session& session,
                 const std::function<void()>& beforeCommit = {});

/// One row for each row of the table: row, outcome ("accepted", "doubtful", "refused"), record,
/// sentence.
ResultTable reportRows(const records::ImportReport& report);

/// Places that wait for a person once it is stored: what was decided when the table was imported
/// before needs no second decision.
std::size_t countOpenPlaces(const TableImport& taken, Session& session);

} // namespace terroir::session
