#include "core/tables/year_sums.hpp"

#include "core/base/local_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace terroir::tables {

namespace {

/// Longer tables are lists of single things.
constexpr std::size_t mostRecords = 20'000;

int yearOf(const Date& day) {
    return day.year();
}

/// What a value is of, but for its time.
std::string keyOfValue(const records::Record& record) {
    std::string places;
    for (const records::Place& place : record.places)
        places += place.uid + "|";
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", fmt::join(record.subjects, ";"), places,
                       record.indicator, record.unit, record.holder, record.category);
}

} // namespace

void YearSums::add(const records::Record& record) {
    if (!record.value || record.period.from == Date::beginning() ||
        record.period.to == Date::end() || record.indicator == "yield" || m_count >= mostRecords)
        return;
    const std::string from = record.period.from.toString(), to = record.period.to.toString();
    if (!from.ends_with("-01-01") || !to.ends_with("-01-01"))
        return;
    ++m_count;
    m_values[keyOfValue(record)].push_back({record.id, record.line, yearOf(record.period.from),
                                            yearOf(record.period.to) - 1, *record.value});
}

std::map<std::string, LocalText> YearSums::find() const {
    std::map<std::string, LocalText> sums;
    for (const auto& [key, values] : m_values)
        for (const Value& sum : values) {
            if (sum.to <= sum.from)
                continue;
            std::map<int, double> years;
            std::vector<std::string> lines;
            for (const Value& one : values)
                if (one.from == one.to && sum.from <= one.from && one.to <= sum.to &&
                    years.emplace(one.from, one.value).second)
                    lines.push_back(one.line);
            double total = 0;
            for (const auto& [year, value] : years)
                total += value;
            if (int(years.size()) != sum.to - sum.from + 1 ||
                std::abs(total - sum.value) > 0.005 * std::abs(sum.value))
                continue;
            sums[sum.id] =
                localText("Dòng này cộng lại số của từng năm (dòng {}); nếu nhập cả hai, số sẽ bị "
                          "tính hai lần; hãy bỏ dòng này.",
                          "The row adds up the single years (rows {}); with both, figures would "
                          "count twice; leave this row out.",
                          fmt::join(lines, ", "));
        }
    return sums;
}

} // namespace terroir::tables
