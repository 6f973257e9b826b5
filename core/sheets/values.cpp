#include "core/sheets/values.hpp"

#include "core/base/date.hpp"
#include "core/base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>

namespace terroir::sheets {

namespace {

/// The letters of the first section of a format code that are no literal text: small, in order.
/// "[h]" and its like count as h, m, s.
std::string lettersOf(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, end - i - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos)
                letters += char(inside[0] | 0x20);
            i = end;
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            letters += char(c | 0x20);
        } else if (c == '#' || c == '?') {
            letters += c;
        }
    }
    return letters;
}

std::string timeText(double serial) {
    const auto seconds = std::llround(serial * 86400);
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

} // namespace

Shows shownBy(std::string_view code) {
    std::string letters = lettersOf(code);
    if (letters.starts_with("general") || letters.find_first_of("#?") != std::string::npos)
        return Shows::Number;
    for (const std::string_view half : {"am/pm", "ampm", "ap"})
        if (const auto at = letters.find(half); at != std::string::npos)
            letters.erase(at, half.size());
    const auto has = [&](char c) { return letters.find(c) != std::string::npos; };
    const bool time = has('h') || has('s');
    if (has('d') || (has('y') && time))
        return time ? Shows::DayTime : Shows::Day;
    if (has('y'))
        return has('m') ? Shows::Month : Shows::Year;
    if (time)
        return Shows::Time;
    return has('m') ? Shows::Day : Shows::Number;
}

Shows shownBy(unsigned format) {
    if ((format >= 14 && format <= 16) || (format >= 27 && format <= 31) || format == 36 ||
        (format >= 50 && format <= 54) || format == 57 || format == 58)
        return Shows::Day;
    if (format == 17)
        return Shows::Month;
    if (format == 22)
        return Shows::DayTime;
    if ((format >= 18 && format <= 21) || (format >= 32 && format <= 35) ||
        (format >= 45 && format <= 47) || format == 55 || format == 56)
        return Shows::Time;
    return Shows::Number;
}

std::optional<std::string> dayText(double serial, Shows shows, DayCount count) {
    constexpr double lastDay = 2958466; // 10000-01-01
    if (!(serial >= 0) || serial >= lastDay)
        return std::nullopt;
    if (shows == Shows::Time)
        return timeText(serial);
    double day = std::floor(serial);
    auto seconds = std::llround((serial - day) * 86400);
    if (shows != Shows::DayTime)
        seconds = 0;
    if (seconds >= 86400) {
        seconds = 0;
        ++day;
    }
    // Excel counts a 29 February 1900 that never was; before it its days are one later.
    if (count == DayCount::From1900 && (day < 1 || day == 60))
        return std::nullopt;
    using namespace std::chrono;
    const sys_days start = count == DayCount::From1904 ? sys_days(year(1904) / 1 / 1)
                           : day < 60                  ? sys_days(year(1899) / 12 / 31)
                                                       : sys_days(year(1899) / 12 / 30);
    const year_month_day date(start + days(static_cast<int>(day)));
    if (date.year() > year(9999))
        return std::nullopt;
    const int y = int(date.year());
    const unsigned m = unsigned(date.month()), d = unsigned(date.day());
    if (shows == Shows::Month)
        return fmt::format("{:02}/{:04}", m, y);
    if (shows == Shows::Year)
        return fmt::format("{:04}", y);
    std::string text = fmt::format("{:04}-{:02}-{:02}", y, m, d);
    if (seconds != 0)
        text += ' ' + timeText(double(seconds) / 86400);
    return text;
}

std::optional<std::string> isoDayText(std::string_view text) {
    if (text.size() < 10 || !parseDate(text.substr(0, 10)))
        return std::nullopt;
    std::string day(text.substr(0, 10));
    if (text.size() == 10)
        return day;
    const std::string_view time = text.substr(11);
    if ((text[10] != 'T' && text[10] != ' ') || time.size() < 5 || time[2] != ':' ||
        !isDigit(time[0]) || !isDigit(time[1]) || !isDigit(time[3]) || !isDigit(time[4]))
        return std::nullopt;
    std::string shown(time.substr(0, 5));
    const bool seconds = time.size() >= 8 && time[5] == ':' && isDigit(time[6]) && isDigit(time[7]);
    shown += seconds ? std::string(time.substr(5, 3)) : ":00";
    return shown == "00:00:00" ? day : day + " " + shown;
}

std::string plainNumber(double value) {
    if (!std::isfinite(value))
        return {};
    if (value == 0)
        return "0"; // and -0
    const std::string digits = fmt::format("{:.15g}", value);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    char buffer[400];
    const auto written = std::to_chars(buffer, std::end(buffer), value, std::chars_format::fixed);
    return {buffer, written.ptr};
}

std::optional<std::string> plainNumber(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return plainNumber(value);
}

} // namespace terroir::sheets
