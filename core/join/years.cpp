#include "core/join/years.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace terroir::join {

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

std::optional<Period> periodOf(const records::Record& record,
                               std::span<const records::Source> sources) {
    const Period unknown;
    if (record.period != unknown)
        return record.period;
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const auto& one) { return one.id == record.source; });
    if (source == sources.end() || source->covers == unknown)
        return std::nullopt;
    return source->covers;
}

} // namespace terroir::join
