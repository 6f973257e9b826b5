#pragma once

#include "core/records/column_map.hpp"
#include "core/records/quantity.hpp"
#include "core/records/verdict.hpp"

#include <optional>
#include <string_view>

namespace terroir::records {

struct ValueCell {
    std::optional<Quantity> quantity;
    bool isText = false; ///< it says something and gives no number ("dưới 300"): a doubt
};

/// The cell of a value column; neither for one that says nothing. Refuses the row for a cell that
/// is no number, and for one that can be two ("1.947") where the column does not tell which.
ValueCell readValueCell(const ColumnMap& columns, const TextRow& row, std::string_view field,
                        Verdict& verdict);

} // namespace terroir::records
