#pragma once

#include "core/base/result_table.hpp"
#include "core/records/import.hpp"
#include "core/sheets/sheet.hpp"
#include "core/workspace/workspace.hpp"

#include <functional>
#include <string>
#include <vector>

namespace terroir::workspace {

/// What a column was taken for, and why where the header does not just say it.
struct UnderstoodColumn {
    std::string header;
    std::string field; ///< empty: not used
    LocalText reason;
};

/// A table that was found on a sheet.
struct UnderstoodTable {
    std::string sheet;
    std::size_t headerLine = 0; ///< 0: a layer
    std::size_t rows = 0;
    std::vector<UnderstoodColumn> columns;
};

/// A table that was read as records and not yet stored: what a person looks at before saying yes.
struct TableImport {
    records::Source source;
    bool replaces = false; ///< the source is in the workspace; storing takes its records out first
    std::vector<UnderstoodTable> tables;
    std::vector<records::Record> records;
    records::ImportReport report;
};

/// InputError for a table without rows or that cannot be read as the kind at all; see
/// records::readRecords().
TableImport readImport(const Table& table, records::ImportOptions options, Workspace& workspace);

/// The tables that lie on the sheets of a file, as they are: found, their columns guessed, each
/// doubt and default said in the report. InputError when there is none or none can be read as the
/// kind.
TableImport readImport(const sheets::Workbook& workbook, records::ImportOptions options,
                       Workspace& workspace);

/// The tables on the sheets of a file with the meaning of their columns, where readImport() may fail
/// for want of one: what a person can choose from. Nothing is read as records. InputError when there
/// is no table.
std::vector<UnderstoodTable> understandTables(const sheets::Workbook& workbook,
                                              const records::ImportOptions& options,
                                              Workspace& workspace);

/// Everything or nothing: `beforeCommit` may still throw. The workspace must be open for writing;
/// it reads its records again afterwards.
void storeImport(const TableImport& taken, Workspace& workspace,
                 const std::function<void()>& beforeCommit = {});

/// One row for each record of a row of the table, or for the row that has none: row, outcome
/// ("accepted", "doubtful", "refused"), record, sentence, sheet.
ResultTable reportRows(const records::ImportReport& report, Language language);

/// Places that wait for a person once it is stored: what was decided when the table was imported
/// before needs no second decision.
std::size_t countOpenPlaces(const TableImport& taken, Workspace& workspace);

} // namespace terroir::workspace
