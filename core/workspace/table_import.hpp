#pragma once

#include "core/base/progress.hpp"
#include "core/base/table.hpp"
#include "core/records/import.hpp"
#include "core/sheets/sheet.hpp"
#include "core/workspace/import_profile.hpp"
#include "core/workspace/workspace.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
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
    std::size_t byHand = 0; ///< of these, how many a person has added or changed by hand
    std::vector<UnderstoodTable> tables;
    /// The choices for it, where there are some; storing keeps them for the next file of its shape.
    std::optional<ImportProfile> profile;
    /// Choices for an earlier file hold for this one, which the report says.
    bool usesEarlier = false;
    std::vector<records::Record> records;
    records::ImportReport report;
};

/// InputError for a table without rows or that cannot be read as the kind at all; see
/// records::readRecords().
TableImport readImport(const TextTable& table, records::ImportOptions options,
                       Workspace& workspace);

/// Whether what was chosen for an earlier file of the same shape holds (import_profile.hpp).
enum class EarlierChoices { Use, Ignore };

/// What was chosen beside the options for the rows.
struct FileChoices {
    std::string sheet = {}; ///< that the workbook was read for; empty: all
    EarlierChoices earlier = EarlierChoices::Use;
};

/// The tables that lie on the sheets of a file, as they are: found, their columns guessed, each
/// doubt and default said in the report. Choices of an earlier file hold where the options say
/// nothing else, and are said. InputError when there is no table or none can be read as the kind.
TableImport readImport(const sheets::Workbook& workbook, records::ImportOptions options,
                       Workspace& workspace, FileChoices chosen = {});

/// The tables on the sheets of a file with the meaning of their columns, where readImport() may
/// fail for want of one: what a person can choose from. Nothing is read as records. InputError when
/// there is no table.
std::vector<UnderstoodTable> understandTables(const sheets::Workbook& workbook,
                                              const records::ImportOptions& options,
                                              Workspace& workspace);

/// What to do between the steps of an import; each may be empty, and each may throw to stop it.
struct ImportSteps {
    /// Source, tables and profile are known; nothing is written yet.
    std::function<void(const TableImport&)> beforeStore = {};
    /// All rows are read; what is to be said of the whole may be added to the report.
    std::function<void(TableImport&)> beforeCommit = {};
    Progress progress = {};
    std::size_t recordsAtOnce = 5'000; ///< that are read before they are stored
    /// Each time some are read, before they are stored.
    std::function<void(std::span<const records::Record>)> onRead = {};
};

/// An import that was stored as it was read: its records are counted, not kept.
struct StoredImport {
    TableImport taken;
    std::size_t records = 0;    ///< 0: nothing was stored
    std::size_t openPlaces = 0; ///< countOpenPlaces()
};

/// readImport() and storeImport() in one: records are stored while rows are read, some thousands at
/// once and on a thread of their own, so that a table of a million rows needs no room for its
/// records. In one transaction from the first of them on: everything or nothing.
StoredImport importWorkbook(const sheets::Workbook& workbook, records::ImportOptions options,
                            Workspace& workspace, FileChoices chosen, const ImportSteps& steps);

/// Sets `replaces` and `byHand` by the source of the table.
void lookForFormer(Workspace& workspace, TableImport& taken);
/// What a person would lose with the former records; empty for nothing.
LocalText handWorkLost(const TableImport& taken);

/// Everything or nothing: `beforeCommit` may still throw. The workspace must be open for writing;
/// it reads its records again afterwards.
void storeImport(const TableImport& taken, Workspace& workspace,
                 const std::function<void()>& beforeCommit = {});

/// Puts a sentence behind those that the report has of the whole.
void sayOfWhole(records::ImportReport& report, LocalText sentence);

/// One row for each record of a row of the table, or for the row that has none: row, outcome
/// ("accepted", "doubtful", "refused"), record, sentence, sheet.
Table reportRows(const records::ImportReport& report, Language language);

/// Places that wait for a person once it is stored: what was decided when the table was imported
/// before needs no second decision.
std::size_t countOpenPlaces(const TableImport& taken, Workspace& workspace);

} // namespace terroir::workspace
