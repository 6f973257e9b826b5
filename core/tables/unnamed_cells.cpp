#include "core/tables/unnamed_cells.hpp"

#include "core/base/local_text.hpp"
#include "core/tables/side_by_side.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace terroir::tables {

std::optional<LocalText> unnamedCells(const FoundTable& table) {
    constexpr std::size_t maxShown = 3;
    std::size_t end = 0, count = 0;
    for (const auto* columns : {&table.columns, &table.hiddenColumns})
        for (const FoundColumn& column : *columns)
            end = std::max(end, column.at + 1);
    std::vector<std::string> shown;
    for (const FoundRow& row : table.rows)
        for (std::size_t at = end; at < row.row->cells.size(); ++at)
            if (!row.row->cells[at].isEmpty() && ++count <= maxShown)
                shown.push_back(fmt::format("{}{}", columnName(at), row.row->line));
    if (count == 0)
        return std::nullopt;
    const LocalText more = count == shown.size() ? LocalText()
                                                 : localText(" và {} ô nữa", " and {} more",
                                                             count - shown.size());
    return localText("Ô nằm ngoài các cột có tên không được đọc: {}{}; hãy ghi tên cột ở dòng tiêu "
                     "đề nếu cần.",
                     "Cells beyond the named columns are not read: {}{}; name their column in the "
                     "header where needed.",
                     fmt::join(shown, ", "), more);
}

} // namespace terroir::tables
