#include "core/records/period.hpp"

#include "core/base/day_text.hpp"
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

/// Two digits after the day and the month are a year of this century, as long as it may have come.
bool endsWithShortYear(std::string_view date) {
    const std::size_t size = date.size();
    return size > 2 && std::string_view("/-.").find(date[size - 3]) != std::string_view::npos;
}

int fullYear(int year, std::string_view date) {
    const bool isShort = endsWithShortYear(date) && 2000 + year <= Date::today().year() + 5;
    return isShort ? 2000 + year : year;
}

/// One year, month or day in numbers.
std::optional<Period> parseNumbers(std::string_view text) {
    const std::vector<int> n = numbersOf(text);
    if (n.size() == 1 && isYear(n[0]))
        return yearPeriod(n[0]);
    if (n.size() == 2) // "2022/2023" is a season
        return isYear(n[0]) && n[1] == n[0] + 1 && text.find('/') != std::string_view::npos
                   ? Period{Date::of(n[0], 1, 1), Date::of(n[1] + 1, 1, 1)}
               : isYear(n[0]) ? monthPeriod(n[0], n[1])
                              : monthPeriod(n[1], n[0]);
    if (n.size() == 3) // the year has two digits only after day and month
        return isYear(n[0]) ? dayPeriod(n[0], n[1], n[2])
                            : dayPeriod(fullYear(n[2], text), n[1], n[0]);
    return std::nullopt;
}

std::string_view bare(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == ','))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == '.'))
        text.remove_suffix(1);
    return text;
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text = bare(text.substr(prefix.size()));
    return true;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// "ngay 20 thang 12 nam 2024" as "20/12/2024", "thang 6 nam 2021" as "6/2021".
std::string withSlashes(std::string_view text) {
    std::string out(text);
    replaceAll(out, " thang ", "/");
    replaceAll(out, " nam ", "/");
    std::string_view rest = out;
    for (const std::string_view word : {"ngay ", "thang ", "nam ", "year "})
        takePrefix(rest, word);
    std::string cut(rest);
    for (const std::string_view space : {"/ ", " /"})
        replaceAll(cut, space, "/");
    return cut;
}

std::optional<Period> monthsPeriod(int year, int first, int last) {
    const auto from = monthPeriod(year, first), to = monthPeriod(year, last);
    return from && to && first <= last ? std::optional(Period{from->from, to->to}) : std::nullopt;
}

/// "quy ii/2023", "6 thang dau nam 2023", "9 thang nam 2022".
std::optional<Period> parsePartOfYear(std::string_view text) {
    const std::size_t space = text.find_last_of(" /");
    if (space == std::string_view::npos)
        return std::nullopt;
    const std::vector<int> year = numbersOf(text.substr(space + 1));
    if (year.size() != 1 || !isYear(year[0]))
        return std::nullopt;
    std::string_view rest = bare(text.substr(0, space));
    if (rest.ends_with(" nam"))
        rest = bare(rest.substr(0, rest.size() - 4));
    if (takePrefix(rest, "quy ") || takePrefix(rest, "q")) {
        static constexpr std::string_view quarters[4][2]{
            {"i", "1"}, {"ii", "2"}, {"iii", "3"}, {"iv", "4"}};
        for (int i = 0; i < 4; ++i)
            if (rest == quarters[i][0] || rest == quarters[i][1])
                return monthsPeriod(year[0], 3 * i + 1, 3 * i + 3);
        return std::nullopt;
    }
    if (rest == "nua dau")
        return monthsPeriod(year[0], 1, 6);
    if (rest == "nua cuoi")
        return monthsPeriod(year[0], 7, 12);
    const std::size_t word = rest.find(" thang");
    if (word == std::string_view::npos)
        return std::nullopt;
    const std::vector<int> months = numbersOf(rest.substr(0, word));
    if (months.size() != 1 || months[0] < 1 || months[0] > 12)
        return std::nullopt;
    const std::string_view which = bare(rest.substr(word + 6));
    if (which.empty() || which == "dau")
        return monthsPeriod(year[0], 1, months[0]);
    return which == "cuoi" ? monthsPeriod(year[0], 13 - months[0], 12) : std::nullopt;
}

/// One year, month, day or part of a year.
std::optional<Period> parseSingle(std::string_view text) {
    if (const auto part = parsePartOfYear(text))
        return part;
    const std::string numbers = withSlashes(text);
    if (text.starts_with("thang ") && numbersOf(numbers).size() == 3)
        return std::nullopt; // "thang 3-9/2022" is no third of September
    return parseNumbers(numbers);
}

/// The year, or month and year, that a first date leaves to the last: "3" of "3-9/2022", "15/4" of
/// "15/4-30/6/2022".
std::optional<Period> parseWithoutYear(std::string_view text, std::string_view last) {
    const std::vector<int> n = numbersOf(withSlashes(text)), end = numbersOf(withSlashes(last));
    if (n.empty() || end.size() != n.size() + 1 || !isYear(end.back()))
        return std::nullopt;
    if (n.size() == 1)
        return monthPeriod(end.back(), n[0]);
    return n.size() == 2 ? dayPeriod(end.back(), n[1], n[0]) : std::nullopt;
}

std::optional<Period> parseSpan(std::string_view text) {
    for (const std::string_view separator : {"–", "—", " den ", "->", "→", "÷", "-"}) {
        for (std::size_t at = text.find(separator); at != std::string_view::npos;
             at = text.find(separator, at + 1)) {
            std::string_view start = bare(text.substr(0, at));
            std::string_view end = bare(text.substr(at + separator.size()));
            takePrefix(start, "tu ");
            takePrefix(end, "den ");
            auto first = parseSingle(start);
            if (first && (end == "nay" || end == "hien nay"))
                return Period{first->from, Date::end()};
            const auto last = parseSingle(end);
            // "2022-23" is a season; "2022-04" was read as a month before.
            if (const std::vector<int> year = numbersOf(end);
                first && !last && year.size() == 1 && year[0] > 12 && year[0] < 100 &&
                numbersOf(withSlashes(start)).size() == 1 &&
                (first->from.year() + 1) % 100 == year[0])
                return Period{first->from, Date::of(first->from.year() + 2, 1, 1)};
            if (!first && last)
                first = parseWithoutYear(start, end);
            if (first && last && first->from < last->to)
                return Period{first->from, last->to};
        }
    }
    return std::nullopt;
}

/// "2020; 2021", "2020, 2021 va 2022": years that follow each other.
std::optional<Period> parseYears(std::string_view text) {
    std::string list(text);
    replaceAll(list, " va ", ";");
    replaceAll(list, ",", ";");
    std::vector<int> years;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.size(), list.find(';', at));
        const std::vector<int> one = numbersOf(bare(std::string_view(list).substr(at, end - at)));
        if (one.size() != 1 || !isYear(one[0]) || (!years.empty() && one[0] != years.back() + 1))
            return std::nullopt;
        years.push_back(one[0]);
        at = end + 1;
    }
    return years.size() < 2 ? std::nullopt
                            : std::optional(Period{Date::of(years.front(), 1, 1),
                                                   Date::of(years.back() + 1, 1, 1)});
}

/// The season before the years goes: "vu dong xuan 2022-2023".
std::string_view withoutSeason(std::string_view text) {
    for (const std::string_view word :
         {"nien vu ", "vu mua ",   "vu ",   "dong xuan ", "dong - xuan ", "dong-xuan ", "xuan he ",
          "he thu ",  "thu dong ", "xuan ", "he ",        "thu ",         "dong ",      "mua ",
          "chiem ",   "som ",      "dx ",   "ht ",        "td ",          "xh ",        "nam "})
        takePrefix(text, word);
    return text;
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

/// The one day that stands among other words: "QĐ số 2150/QĐ-UBND ngày 18/12/2023". Nothing where
/// there are several; `hasDays` says whether there is any.
std::optional<Period> parseOnlyDay(std::string_view text, bool& hasDays) {
    std::optional<Period> found;
    hasDays = false;
    bool isOne = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.size(), text.find_first_of(" ,;()\n", at));
        const std::string_view word = bare(text.substr(at, end - at));
        at = end + 1;
        const auto day = numbersOf(word).size() == 3 ? parseNumbers(word) : std::nullopt;
        if (!day) {
            // "31/2/2023" is a mistake, not the year 2023.
            const bool isDate = std::count(word.begin(), word.end(), '/') == 2 &&
                                word.find_first_not_of("0123456789/") == std::string_view::npos;
            hasDays = hasDays || isDate;
            isOne = isOne && !isDate;
            continue;
        }
        isOne = isOne && (!found || found->from == day->from);
        hasDays = true;
        found = day;
    }
    return isOne ? found : std::nullopt;
}

/// "2024-2026" of "24 thang (2024-2026)" and of "2024-2026 (24 thang)": how long it takes is said
/// by the days themselves. Other texts as they are.
std::string_view withoutDuration(std::string_view text) {
    const auto isDuration = [](std::string_view part) {
        const std::size_t space = part.find(' ');
        const std::string_view number = part.substr(0, space);
        return space != std::string_view::npos && number.size() <= 3 &&
               std::all_of(number.begin(), number.end(),
                           [](char c) { return c >= '0' && c <= '9'; }) &&
               (part.substr(space) == " thang" || part.substr(space) == " nam");
    };
    const std::size_t open = text.find_first_of("(,;:");
    if (open == std::string_view::npos)
        return text;
    const std::string_view before = bare(text.substr(0, open));
    std::string_view behind = bare(text.substr(open + 1));
    if (text[open] == '(' && behind.ends_with(')'))
        behind = bare(behind.substr(0, behind.size() - 1));
    return isDuration(before) ? behind : isDuration(behind) ? before : text;
}

} // namespace

Date dayAfter(Date date) {
    return shifted(date, 1);
}
Date dayBefore(Date date) {
    return shifted(date, -1);
}

std::optional<Period> parsePeriod(std::string_view text) {
    std::string folded = text::fold(text);
    for (const std::string_view midnight : {" 00:00:00", "t00:00:00", " 00:00"})
        if (folded.ends_with(midnight))
            folded.erase(folded.size() - midnight.size());
    std::string_view rest = withoutDuration(bare(folded));
    for (const std::string_view prefix : {"giai doan ", "thoi gian ", "year ", "tu "})
        takePrefix(rest, prefix);
    for (const std::string_view part : {rest, withoutSeason(rest)}) {
        if (const auto single = parseSingle(part))
            return single;
        if (const auto span = parseSpan(part))
            return span;
    }
    if (const auto years = parseYears(withoutSeason(rest));
        years && rest.find("vu ") == std::string_view::npos)
        return years;
    for (const std::string_view open :
         {"truoc ", "sau ", "den ", "before ", "after ", "until ", "quy "})
        if (rest.starts_with(open))
            return std::nullopt;
    // "31/2/2022" is a mistake, not the year 2022.
    if (!numbersOf(withSlashes(rest)).empty())
        return std::nullopt;
    bool hasDays = false;
    const auto day = parseOnlyDay(rest, hasDays);
    return hasDays ? day : parseOnlyYear(rest);
}

bool isOutsideCalendar(std::string_view text) {
    const std::string date = withSlashes(text::fold(text));
    const std::vector<int> n = numbersOf(date);
    const bool hasLong = std::any_of(n.begin(), n.end(), [](int one) { return one >= 1000; });
    const bool isDate =
        n.size() == 3 || (n.size() == 2 && hasLong) || (n.size() == 1 && n[0] > 9999);
    return isDate && !parsePeriod(text);
}

bool hasShortYear(std::string_view text) {
    const std::string date = withSlashes(text::fold(text));
    const std::vector<int> n = numbersOf(date);
    return n.size() == 3 && !isYear(n[0]) && endsWithShortYear(date);
}

DecisionText parseDecision(std::string_view text) {
    DecisionText decision{text::toNfc(text), std::nullopt};
    const std::string written = decision.number, folded = text::fold(text);
    for (std::size_t at = 0; at < written.size();) {
        const std::size_t end = std::min(written.size(), written.find_first_of(" ,;()\n", at));
        const std::string_view word = std::string_view(written).substr(at, end - at);
        at = end + 1;
        const std::vector<int> date = numbersOf(word);
        if (date.size() == 3 && !decision.day)
            decision.day = parseNumbers(word);
        else if (date.empty() && !word.empty() && word[0] >= '0' && word[0] <= '9' &&
                 word.find('/') != std::string_view::npos)
            decision.number = word;
    }
    if (const std::size_t day = folded.find("ngay "); !decision.day && day != std::string::npos) {
        // "ngày 5 tháng 2 năm 2023 của Sở": up to the year.
        std::size_t end = folded.find(" nam ", day);
        end = end == std::string::npos ? end : folded.find(' ', end + 5);
        decision.day = parsePeriod(std::string_view(folded).substr(day, end - day));
    }
    return decision;
}

Date lookupDate(const Period& period, std::string_view sourceDate) {
    Date date = Date::today();
    if (!period.to.isOpen())
        date = std::min(date, dayBefore(period.to));
    if (const auto source = parseSingle(sourceDate))
        date = std::min(date, dayBefore(source->to));
    return date;
}

std::optional<std::string> documentDate(const std::string& text) {
    if (const auto day = parseDayText(text))
        return day->toString();
    return parsePeriod(text) ? std::optional(text) : std::nullopt;
}

} // namespace terroir::records
