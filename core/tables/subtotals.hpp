#pragma once

#include "core/tables/found_table.hpp"

#include <string_view>
#include <vector>

namespace terroir::tables {

// Pivot tables write each name once and "Phú Lương Tổng" below the rows of Phú Lương.

/// The last text of each column while the rows of a table are looked at, from the top.
class NamesAbove {
public:
    /// Whether the row adds up those of a name above it in the same column; takes its other texts.
    bool areAddedUpBy(const sheets::Row& row);

private:
    std::vector<std::string_view> m_texts; ///< by column
};

/// Whether names of a column of the sheet have sums of their own, so that an empty cell of it is
/// the name above.
bool isSubtotalled(const FoundTable& found, std::size_t at);

} // namespace terroir::tables
