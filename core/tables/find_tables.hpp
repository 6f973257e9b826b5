#pragma once

#include "core/gazetteer/unit.hpp"
#include "core/tables/found_table.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// The level of the unit that a text names and nothing else; none when it is no place.
using PlaceTest = std::function<std::optional<gazetteer::Level>(std::string_view)>;

/// The tables of a sheet, from the top. Titles, headers of several lines, repeated headers,
/// headings of groups, sums, notes, signatures and hidden rows are told apart by their words, by
/// the numbers of the rows, by merged cells and by what stands around them; never by the cells'
/// look. A sheet without a header that is known by its words, or without one at all, gives none or
/// one table whose first row of text is taken for it. Linear in the cells.
std::vector<FoundTable> findTables(const sheets::Sheet& sheet, const PlaceTest& isPlace);

} // namespace terroir::tables
