#pragma once

#include "core/tables/special_columns.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// What the words of a header may mean.
struct ColumnMeaning {
    /// A field of records::fields(), or one of special_columns.hpp.
    std::string field;
    /// How much of the header the words that say so are, 0 to 1: 1 is a header of just these words.
    double share = 0;
};

/// "Diện tích cho sản phẩm (ha)" as "dien tich cho san pham ha": folded words with single spaces;
/// "TenXa" and "TEN_XA" are two words.
std::string headerWords(std::string_view header);

/// The meanings of a header's words for records of a kind, the likeliest first; empty when nothing
/// is known. Of a header of several lines the last is what the column is, the others tell whose.
std::vector<ColumnMeaning> meaningsOf(const std::vector<std::string>& path, std::string_view kind);

/// Whether a field of records::fields() is a value with a unit.
bool isMeasure(std::string_view field);

/// A unit that the header says: in brackets, behind a comma, as its last word ("DT_HA", "Sản lượng
/// tấn", "Số con"); empty without one. Of several lines the lowest.
std::string unitInHeader(const std::vector<std::string>& path);

/// Whether a unit is one of mass: "tấn", "1.000 tấn", "tạ/năm".
bool isMassUnit(std::string_view unit);

/// Whether a unit is one of money: "triệu đồng", "1.000đ", "đồng/kg". Records have no such values.
bool isMoneyUnit(std::string_view unit);

/// Whether a cell is a unit of measure and nothing else: "ha", "con", "mô hình", "nt".
bool isUnitWord(std::string_view cell);

/// Whether a cell looks like a header by its words: more than half of it is one.
bool isHeaderLike(std::string_view cell);

} // namespace terroir::tables
