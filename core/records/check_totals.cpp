#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace terroir::records {

namespace {

/// The parts of one total.
struct Breakdown {
    std::vector<const Record*> totals;
    double sum = 0;
    std::size_t parts = 0;
    bool complete = true; ///< every part has a number
};

std::string breakdownKey(const Record& record) {
    return fmt::format("{}\n{}\n{}\n{}\n{}", record.source, record.group, record.category,
                       record.indicator, toString(record.state));
}

void checkTotal(const Record& total, const Breakdown& breakdown, std::vector<Issue>& out) {
    const double stated = *total.value;
    const double highest = total.valueMax.value_or(stated);
    const double slack = 1e-6 * std::max(1.0, std::fabs(stated));
    const bool less = breakdown.complete && breakdown.sum < stated - slack;
    const bool more = breakdown.sum > highest + slack && total.qualifier != Qualifier::AtLeast;
    if (!less && !more)
        return;
    out.push_back(
        {more ? Severity::Warning : Severity::Info, "total", total.id,
         localText("Tổng ghi {} {}, nhưng {} phần cộng lại được {} (lệch {}); hãy so lại "
                   "với nguồn.",
                   "The total says {} {}, its {} parts add up to {} (a difference of "
                   "{}); compare with the source.",
                   numberText(stated, 4), total.unit, breakdown.parts, numberText(breakdown.sum, 4),
                   numberText(std::fabs(stated - breakdown.sum), 4)),
         fmt::format("{} {} {}", stated, breakdown.parts, breakdown.sum)});
}

} // namespace

void checkTotals(std::span<const Record> records, std::vector<Issue>& out) {
    std::map<std::string, Breakdown> breakdowns;
    for (const Record& record : records) {
        if (record.group.empty() || record.indicator == "stars")
            continue;
        Breakdown& breakdown = breakdowns[breakdownKey(record)];
        if (record.scope == Scope::Aggregate && record.value)
            breakdown.totals.push_back(&record);
        if (record.scope != Scope::Part)
            continue;
        ++breakdown.parts;
        breakdown.complete = breakdown.complete && record.value;
        breakdown.sum += record.value.value_or(0);
    }
    for (const auto& [key, breakdown] : breakdowns)
        if (breakdown.parts > 0)
            for (const Record* total : breakdown.totals)
                checkTotal(*total, breakdown, out);
}

} // namespace terroir::records
