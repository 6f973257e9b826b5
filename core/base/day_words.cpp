#include "core/base/day_words.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>

namespace terroir {

namespace {

constexpr int firstYear = 1900, lastYear = 2100;

std::optional<int> parseYear(std::string_view text) {
    int year = 0;
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, year);
    if (text.size() != 4 || result.ec != std::errc() || result.ptr != end || year < firstYear ||
        year > lastYear)
        return std::nullopt;
    return year;
}

bool isNewYear(Date date) {
    return !date.isOpen() && date.month() == 1 && date.day() == 1;
}

} // namespace

std::optional<Period> parseYears(std::string_view text) {
    std::string_view first = text, last = text;
    for (const std::string_view dash : {"-", "–"})
        if (const std::size_t at = text.find(dash); at != std::string_view::npos) {
            first = text.substr(0, at);
            last = text.substr(at + dash.size());
            break;
        }
    const std::optional<int> from = parseYear(first), to = parseYear(last);
    if (!from || !to || *from > *to)
        return std::nullopt;
    return Period{Date::of(*from, 1, 1), Date::of(*to + 1, 1, 1)};
}

std::string yearsText(const Period& period, std::string_view dash) {
    if (!isNewYear(period.from) || !isNewYear(period.to) || period.from >= period.to)
        return {};
    const int first = period.from.year(), last = period.to.year() - 1;
    return first == last ? std::to_string(first) : fmt::format("{}{}{}", first, dash, last);
}

std::string dateInWords(const std::string& isoDate, Language language) {
    static constexpr std::array<const char*, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const std::string year = isoDate.substr(0, 4);
    const int month = isoDate.size() >= 7 ? std::atoi(isoDate.substr(5, 2).c_str()) : 0;
    const int day = isoDate.size() >= 10 ? std::atoi(isoDate.substr(8, 2).c_str()) : 0;
    if (month < 1 || month > 12)
        return year;
    const bool english = language == Language::English;
    if (day < 1)
        return english ? fmt::format("{} {}", months[static_cast<std::size_t>(month - 1)], year)
                       : fmt::format("tháng {}/{}", month, year);
    return english ? fmt::format("{} {} {}", day, months[static_cast<std::size_t>(month - 1)], year)
                   : fmt::format("ngày {}/{}/{}", day, month, year);
}

std::string periodInWords(const Period& period, Language language) {
    const bool english = language == Language::English;
    if (const std::string years = yearsText(period, "–"); !years.empty())
        return english ? years : "năm " + years;
    const std::string from = dateInWords(period.from.toString(), language);
    const std::string to = dateInWords(period.to.previousDay().toString(), language);
    if (from.empty() || to.empty())
        return (from.empty() ? (english ? "until " : "đến ") : (english ? "since " : "từ ")) +
               (from.empty() ? to : from);
    return from == to ? from : fmt::format("{} – {}", from, to);
}

} // namespace terroir
