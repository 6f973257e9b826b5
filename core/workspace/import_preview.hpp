#pragma once

#include "core/base/language.hpp"
#include "core/base/table.hpp"
#include "core/workspace/review_queue.hpp"
#include "core/workspace/table_import.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::workspace {

/// What each row of the tables was understood as, for a person to look at before it is stored; what
/// is said of a table as a whole (row 0) is no row here. Columns: row, sheet (none where the file
/// has one table), outcome (its code), subject, value (with its unit of measure), place (as
/// written), unit_name (the units that the places are, with their parents on the record's day; none
/// for a place that is not settled or stands in a product's name only), period, sentence. A row of
/// several records has their texts joined with "; ", each text once but every value. A row that is
/// refused or left out shows its cells as written where they were kept
/// (ImportOptions::keepsCells), else nothing.
Table previewRows(const TableImport& taken, const gazetteer::Gazetteer& gazetteer,
                  Language language);

/// A place of a row, for a person to decide.
struct RowPlace {
    std::string key;          ///< for Corrections::places: its text with the parents of its row
    std::string text;         ///< as written
    std::string uid;          ///< what it is taken for; empty: not settled
    Date day = Date::today(); ///< of the row's units
    std::vector<ShownCandidate> candidates;
    std::size_t rows = 0; ///< of the tables that have a place of this key
};

/// The places of a row of the report that a person can decide about; none for a row that is refused
/// or left out, or that lies where its table or its coordinates say.
std::vector<RowPlace> placesOf(const TableImport& taken, const records::RowReport& row,
                               const gazetteer::Gazetteer& gazetteer);

/// The cells of a row that say what a column of previewRows() shows ("subject", "value", "place",
/// "period"): those that a person puts right there.
std::vector<records::RowCell> cellsOf(const records::RowReport& row, std::string_view column);

} // namespace terroir::workspace
