#include "plugin/cli/day_cell.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <vector>

namespace terroir::cli {

namespace {

/// "31/12/2022", "31-12-2022", "31.12.2022", "1/7/2025".
std::optional<Date> parseDayFirst(const std::string& text) {
    std::vector<int> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (numbers.size() < 3) {
        int number = 0;
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc())
            return std::nullopt;
        numbers.push_back(number);
        at = read.ptr;
        if (at == end)
            break;
        if (*at != '/' && *at != '-' && *at != '.')
            return std::nullopt;
        ++at;
    }
    if (at != end || numbers.size() != 3 || numbers[2] < 1000)
        return std::nullopt;
    return parseDate(fmt::format("{:04}-{:02}-{:02}", numbers[2], numbers[1], numbers[0]));
}

} // namespace

Date dayOfCell(const Table& table, const TableRow& row, const std::string& column,
               const std::string& cell) {
    if (const auto day = parseDate(cell))
        return *day;
    if (const auto day = parseDayFirst(cell))
        return *day;
    throw InputError(
        table.file, row.line, column,
        fmt::format("'{}' is no day; write YYYY-MM-DD or DD/MM/YYYY, or leave it empty.", cell));
}

} // namespace terroir::cli
