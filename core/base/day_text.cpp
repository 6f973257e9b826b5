#include "core/base/day_text.hpp"

#include "core/base/local_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace terroir {

namespace {

/// "31/12/2022", "31-12-2022", "31.12.2022", "1/7/2025".
std::optional<Date> parseDayFirst(std::string_view text) {
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

std::optional<Date> parseDayText(std::string_view text) {
    const auto day = parseDate(text);
    return day ? day : parseDayFirst(text);
}

LocalText dayText(Date day) {
    if (day.isOpen())
        return {};
    return {fmt::format("{:02}/{:02}/{}", day.day(), day.month(), day.year()), day.toString()};
}

LocalText notADay(std::string_view name, std::string_view text) {
    return localText(
        "{} '{}' không phải là một ngày; hãy viết như 31/12/2022 hoặc 2022-12-31.",
        "{} '{}' is not a date; write it as YYYY-MM-DD or DD/MM/YYYY, such as 2022-12-31.", name,
        text);
}

} // namespace terroir
