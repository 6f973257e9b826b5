#pragma once

#include "core/base/csv.hpp"
#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace terroir::records {

/// What happened to one row of an imported table.
enum class RowOutcome {
    Accepted, ///< stored, every place matched
    Doubtful, ///< stored, but a place is ambiguous or unmatched, or a value looks wrong
    Refused,  ///< not stored: the sentence says why
};

struct RowReport {
    std::size_t row = 0; ///< line of the file (CSV) or row of the sheet
    RowOutcome outcome = RowOutcome::Accepted;
    std::string record; ///< id, when stored
    std::string sentence; ///< Vietnamese or English, whole sentence
};

struct ImportReport {
    std::vector<RowReport> rows;
    std::size_t count(RowOutcome outcome) const;
};

struct ImportOptions {
    std::string kind;                         ///< must be one of kinds()
    std::map<std::string, std::string> columns; ///< field -> column of the file; default: same name
    /// For rows without their own: title (the file name by default), and what place and date they
    /// speak of.
    Source source;
    Language language = Language::Vietnamese;
};

/// The kinds of records, their fields, and the column names a plain table may use for each field
/// (Vietnamese and English): what `terroir formats` prints and README documents.
struct FieldInfo {
    std::string field;                  ///< "value"
    std::vector<std::string> columns;   ///< accepted headers, folded: "gia tri", "value", …
    LocalText meaning;
    bool required = false;
};
const std::vector<FieldInfo>& fields();
struct KindInfo {
    std::string id;
    LocalText name;
};
const std::vector<KindInfo>& kinds();

/// Turns rows into records: the packaged records and a planner's table go through this same door.
/// Places are resolved by the geocoder as of each row's period. Throws InputError for a table that
/// cannot be read as this kind at all (a required column is missing: the nearest header is named);
/// a single bad row is Refused in the report.
ImportReport readRecords(const Table& table, const ImportOptions& options,
                         const std::vector<Source>& sources, const geocode::Geocoder& geocoder,
                         const gazetteer::Gazetteer& gazetteer, std::vector<Record>& out);

} // namespace terroir::records
