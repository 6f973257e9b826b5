#include "core/base/date.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace terroir {

Date Date::today() {
    const std::chrono::year_month_day day{
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    return of(int(day.year()), int(unsigned(day.month())), int(unsigned(day.day())));
}

namespace {

Date shifted(Date date, int days) {
    if (date.isOpen())
        return date;
    const std::chrono::sys_days day = std::chrono::year_month_day{
        std::chrono::year(date.year()), std::chrono::month(unsigned(date.month())),
        std::chrono::day(unsigned(date.day()))};
    const std::chrono::year_month_day moved{day + std::chrono::days(days)};
    return Date::of(int(moved.year()), int(unsigned(moved.month())), int(unsigned(moved.day())));
}

} // namespace

Date Date::previousDay() const {
    return shifted(*this, -1);
}
Date Date::nextDay() const {
    return shifted(*this, 1);
}

std::string Date::toString() const {
    return isOpen() ? std::string() : fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

std::optional<Date> parseDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        const char* end = text.data() + at + length;
        const auto result = std::from_chars(text.data() + at, end, value);
        return result.ptr == end ? value : -1;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 1 || month < 0 || day < 0)
        return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year(year),
                                          std::chrono::month(unsigned(month)),
                                          std::chrono::day(unsigned(day))};
    if (!ymd.ok())
        return std::nullopt;
    return Date::of(year, month, day);
}

Date requireDate(std::string_view text, std::string_view what) {
    if (const auto date = parseDate(text))
        return *date;
    throw UsageError(localText(
        "{} '{}' không phải là ngày; hãy viết theo dạng YYYY-MM-DD, ví dụ 2025-07-01.",
        "{} '{}' is not a date; write it as YYYY-MM-DD, such as 2025-07-01.", what, text));
}

} // namespace terroir
