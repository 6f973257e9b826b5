#include "plugin/cli/day_cell.hpp"

#include "core/base/error.hpp"
#include "core/session/day_text.hpp"

#include <fmt/format.h>

namespace terroir::cli {

Date dayOfCell(const Table& table, const TableRow& row, const std::string& column,
               const std::string& cell) {
    if (const auto day = session::parseDayText(cell))
        return *day;
    throw InputError(
        table.file, row.line, column,
        fmt::format("'{}' is no day; write YYYY-MM-DD or DD/MM/YYYY, or leave it empty.", cell));
}

} // namespace terroir::cli
