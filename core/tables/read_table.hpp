#pragma once

#include "core/base/csv.hpp"
#include "core/records/import_options.hpp"
#include "core/tables/column_guess.hpp"

#include <vector>

namespace terroir::tables {

/// A found table as plain rows, ready for records::readRecords(): a wide one turned to long rows,
/// the headings and titles in columns of their own.
struct PlainTable {
    Table table;
    records::ImportOptions options;
    /// What was taken for granted, each said once.
    std::vector<LocalText> remarks;
};

/// `options` as the user gave them: what they say goes before what the table says.
PlainTable plainTable(const FoundTable& found, const ColumnGuess& guess, const TitleWords& titles,
                      PlaceWords& places, records::ImportOptions options);

} // namespace terroir::tables
