#pragma once

#include "core/base/language.hpp"
#include "core/sheets/sheet.hpp"
#include "core/tables/find_tables.hpp"

#include <deque>
#include <optional>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// A compact pivot table as plain rows.
struct PlainPivot {
    sheets::Sheet sheet;
    std::vector<LocalText> remarks; ///< rows that add up others
    std::vector<LocalText> doubts;  ///< sums that the rows below them do not make
};

/// A pivot table whose levels stand below each other in one column, "Row Labels" or "Nhãn Hàng"
/// over "Phú Lương", "Tức Tranh", "Chè": a column for each level, a row for each lowest one, which
/// keep their lines. The level of a label is the sort of unit it names, or that it names a crop or
/// an animal, or neither. Nothing for other sheets, for tables that count rows instead of adding
/// up, and where the numbers do not say that the levels are these. New texts are kept in `texts`.
std::optional<PlainPivot> plainPivot(const sheets::Sheet& sheet, const PlaceTest& isPlace,
                                     std::deque<std::string>& texts);

} // namespace terroir::tables
