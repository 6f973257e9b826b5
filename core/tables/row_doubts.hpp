#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/import.hpp"
#include "core/tables/column_guess.hpp"

#include <span>
#include <vector>

namespace terroir::tables {

/// Makes rows doubtful whose cells say more than was taken from them: a commune is named beside the
/// holder, but the row was put on its district; a plan has a number, but what was done has none.
/// `taken` are the records of the table, `rows` what is said of its rows.
void doubtRows(const FoundTable& found, const ColumnGuess& guess, PlaceWords& places,
               const gazetteer::Gazetteer& gazetteer, std::span<const records::Record> taken,
               std::vector<records::RowReport>& rows);

} // namespace terroir::tables
