#pragma once

#include "core/base/csv.hpp"
#include "core/base/language.hpp"
#include "core/base/rarely.hpp"
#include "core/records/fields.hpp"
#include "core/records/ground.hpp"
#include "core/records/import_options.hpp"
#include "core/records/record.hpp"
#include "core/records/table_walk.hpp"

#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace terroir::records {

/// What happened to one row of an imported table.
enum class RowOutcome {
    Accepted, ///< stored, every place matched
    Doubtful, ///< stored, but a place is ambiguous or unmatched, or a value looks wrong
    Refused,  ///< not stored: the sentence says why
    LeftOut,  ///< not stored: a person left it out
};

/// Of a row of a million there is mostly nothing to say but its record.
struct RowReport {
    std::size_t row = 0; ///< line of the file (CSV) or row of the sheet; 0: the whole table
    RowOutcome outcome = RowOutcome::Accepted;
    std::string record;                      ///< id, when stored; several joined with "; "
    Rarely<LocalText> sentence;              ///< whole sentences; may be empty when accepted
    Rarely<std::string> sheet = {};          ///< where a file has several tables
    Rarely<std::string> part = {};           ///< where a row of a sheet is several
    Rarely<std::vector<RowCell>> cells = {}; ///< by column, with ImportOptions::keepsCells

    RowName name() const { return {sheet, row, part}; }
};

struct ImportReport {
    /// In the order of the table. Row 0 comes first, when there is something to say about the table
    /// as a whole: columns that mean nothing here, a unit that was taken for granted.
    std::deque<RowReport> rows;
    /// Of the rows of the table (row 0 is none).
    std::size_t count(RowOutcome outcome) const;
    /// Corrections::places that were used, and in how many rows.
    std::map<std::string, std::size_t> decidedRows;
    /// The last day of the territory, where rows of no day were looked up as of it (dayWithin()).
    std::optional<Date> lastDay = {};
};

/// The source that a table is, completed where `given` is empty: title from the file's name, id
/// from the title ("Khảo nghiệm lúa 2024.xlsx" gives "khao-nghiem-lua-2024"). The same file always
/// gets the same id, by which a second import is noticed.
Source tableSource(const TextTable& table, Source given);

/// Turns rows into records: the packaged records and a planner's table go through this same door.
/// The columns are named in fields(); a row with several measures (area, output) gives a record for
/// each. Places are resolved by the geocoder as of each row's period (lookupDate()). Rows without a
/// column `source` belong to tableSource(table, options.source); their ids begin with its id.
/// Throws InputError for a table that cannot be read as this kind at all (an unknown kind, field or
/// column, two columns for one field, no column for the subject or for any place: the nearest
/// header is named). A single bad row is Refused in the report. Without a finder, the rows'
/// ground says nothing.
ImportReport readRecords(const TextTable& table, const ImportOptions& options,
                         const std::vector<Source>& sources, const geocode::Geocoder& geocoder,
                         const gazetteer::Gazetteer& gazetteer, std::vector<Record>& out,
                         GroundFinder ground = {});

/// Takes the records of a row.
using RecordSink = std::function<void(std::vector<Record>&& records)>;

/// The same for a table of any size, which is walked twice at most: the records of a row go to the
/// sink at once. Only what may be a total of other rows is kept back, and goes last.
ImportReport readRecords(const TableWalk& table, const ImportOptions& options,
                         const std::vector<Source>& sources, const geocode::Geocoder& geocoder,
                         const gazetteer::Gazetteer& gazetteer, const RecordSink& sink,
                         GroundFinder ground = {});

} // namespace terroir::records
