#include "plugin/cli/day_cell.hpp"

#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

namespace terroir::cli {

Date dayOfCell(const TextTable& table, const TextRow& row, const std::string& column,
               const std::string& cell) {
    if (const auto day = parseDayText(cell))
        return *day;
    throw InputError(
        table.file, row.line, column,
        localText("'{}' không phải là một ngày; hãy viết như 31/12/2022 hoặc 2022-12-31, hoặc để "
                  "trống.",
                  "'{}' is not a day; write YYYY-MM-DD or DD/MM/YYYY, or leave it empty.", cell));
}

} // namespace terroir::cli
