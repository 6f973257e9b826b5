#pragma once

#include "core/records/import_options.hpp"
#include "core/records/table_walk.hpp"
#include "core/tables/column_guess.hpp"
#include "core/tables/place_words.hpp"
#include "core/tables/title_words.hpp"

#include <functional>
#include <vector>

namespace terroir::tables {

/// A found table as plain rows, ready for records::readRecords(): a wide one turned to long rows,
/// the headings and titles in columns of their own. Its rows are made as they are visited.
struct PlainTable {
    records::TableWalk table;
    records::ImportOptions options;
    /// What was taken for granted, each said once; all of it when the rows were visited.
    std::function<std::vector<LocalText>()> remarks;
};

/// `options` as the user gave them: what they say goes before what the table says. The other
/// arguments must outlive the plain table.
PlainTable plainTable(const FoundTable& found, const ColumnGuess& guess, const TitleWords& titles,
                      PlaceWords& places, records::ImportOptions options);

} // namespace terroir::tables
