#pragma once

#include "core/base/language.hpp"
#include "core/tables/column_guess.hpp"

#include <string_view>
#include <vector>

namespace terroir::tables {

/// Counts that a table states of its own rows and that the rows are not: "DANH SÁCH 05 SẢN PHẨM" in
/// the title, "HẠNG 4 SAO (02 sản phẩm)" in a heading, "Tổng cộng: 15 trang trại" in a sum. One
/// sentence for each, with the row. What is counted are the rows or those who hold them; counts of
/// other things are not judged. `isAlone`: the title is of no other table.
std::vector<LocalText> checkStatedCounts(const FoundTable& found, const ColumnGuess& guess,
                                         std::string_view kind, bool isAlone);

} // namespace terroir::tables
