#include "core/records/period.hpp"

#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

namespace terroir::records {

namespace {

Date shifted(Date date, int days) {
    if (date.isOpen())
        return date;
    const std::chrono::year_month_day day{std::chrono::year(date.year()),
                                          std::chrono::month(unsigned(date.month())),
                                          std::chrono::day(unsigned(date.day()))};
    const std::chrono::year_month_day moved{std::chrono::sys_days(day) + std::chrono::days(days)};
    return Date::of(int(moved.year()), int(unsigned(moved.month())), int(unsigned(moved.day())));
}

bool isYear(int number) {
    return number >= 1900 && number <= 2100;
}

/// Numbers between '/', '-' or '.'; empty when anything else stands there.
std::vector<int> numbersOf(std::string_view text) {
    std::vector<int> numbers;
    const char *at = text.data(), *end = at + text.size();
    while (at != end) {
        int number = 0;
        const auto result = std::from_chars(at, end, number);
        if (result.ec != std::errc() || number < 0)
            return {};
        numbers.push_back(number);
        at = result.ptr;
        if (at == end)
            return numbers;
        if (*at != '/' && *at != '-' && *at != '.')
            return {};
        ++at;
    }
    return {};
}

Period yearPeriod(int year) {
    return {Date::of(year, 1, 1), Date::of(year + 1, 1, 1)};
}

std::optional<Period> monthPeriod(int year, int month) {
    if (!isYear(year) || month < 1 || month > 12)
        return std::nullopt;
    return Period{Date::of(year, month, 1),
                  month == 12 ? Date::of(year + 1, 1, 1) : Date::of(year, month + 1, 1)};
}

std::optional<Period> dayPeriod(int year, int month, int day) {
    const std::chrono::year_month_day ymd{std::chrono::year(year),
                                          std::chrono::month(unsigned(month)),
                                          std::chrono::day(unsigned(day))};
    if (!isYear(year) || !ymd.ok())
        return std::nullopt;
    const Date date = Date::of(year, month, day);
    return Period{date, dayAfter(date)};
}

/// One year, month or day.
std::optional<Period> parseSingle(std::string_view text) {
    const std::vector<int> n = numbersOf(text);
    if (n.size() == 1 && isYear(n[0]))
        return yearPeriod(n[0]);
    if (n.size() == 2)
        return isYear(n[0]) ? monthPeriod(n[0], n[1]) : monthPeriod(n[1], n[0]);
    if (n.size() == 3)
        return isYear(n[0]) ? dayPeriod(n[0], n[1], n[2]) : dayPeriod(n[2], n[1], n[0]);
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

std::optional<Period> parseSpan(std::string_view text) {
    for (const std::string_view separator : {"–", " den ", "-"}) {
        for (std::size_t at = text.find(separator); at != std::string_view::npos;
             at = text.find(separator, at + 1)) {
            const auto first = parseSingle(trimmed(text.substr(0, at)));
            const auto last = parseSingle(trimmed(text.substr(at + separator.size())));
            if (first && last && first->from < last->to)
                return Period{first->from, last->to};
        }
    }
    return std::nullopt;
}

/// The one year that a text names.
std::optional<Period> parseOnlyYear(std::string_view text) {
    int found = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        if (end == i) {
            ++i;
            continue;
        }
        int number = 0;
        std::from_chars(text.data() + i, text.data() + end, number);
        if (end - i == 4 && isYear(number) && number != found) {
            if (found != 0)
                return std::nullopt;
            found = number;
        }
        i = end;
    }
    return found == 0 ? std::nullopt : std::optional(yearPeriod(found));
}

} // namespace

Date dayAfter(Date date) {
    return shifted(date, 1);
}
Date dayBefore(Date date) {
    return shifted(date, -1);
}

std::optional<Period> parsePeriod(std::string_view text) {
    const std::string folded = text::fold(text);
    std::string_view rest = folded;
    for (const std::string_view prefix : {"nam ", "year ", "tu ", "thang ", "ngay "})
        if (rest.starts_with(prefix))
            rest = trimmed(rest.substr(prefix.size()));
    if (const auto single = parseSingle(rest))
        return single;
    if (const auto span = parseSpan(rest))
        return span;
    // "31/2/2022" is a mistake, not the year 2022.
    return numbersOf(rest).empty() ? parseOnlyYear(rest) : std::nullopt;
}

Date lookupDate(const Period& period, std::string_view sourceDate) {
    Date date = Date::today();
    if (!period.to.isOpen())
        date = std::min(date, dayBefore(period.to));
    if (const auto source = parseSingle(sourceDate))
        date = std::min(date, dayBefore(source->to));
    return date;
}

} // namespace terroir::records
