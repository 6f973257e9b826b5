#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

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

void checkTotal(const Record& total, const Breakdown& breakdown, std::vector<Finding>& out) {
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
                   numberText(std::fabs(stated - breakdown.sum), 4))});
}

std::string statementKey(const Record& record) {
    std::set<std::string> places, subjects(record.subjects.begin(), record.subjects.end());
    for (const Place& place : record.places)
        // Two villages of one commune are two places.
        if (place.uid.empty() || place.reasons.find("village") != std::string::npos)
            places.insert(place.text);
        else
            places.insert(place.uid);
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", record.kind, record.category,
                       fmt::join(subjects, ";"), fmt::join(places, ";"), record.indicator,
                       record.value ? fmt::format("{}", *record.value) : "", record.unit,
                       toString(record.state), record.period.from.toString(),
                       record.period.to.toString());
}

/// Two holders or two wordings of the subject in one source are two statements; another source
/// spells both differently.
bool mayBeOne(const Record& a, const Record& b) {
    const auto agree = [](const std::string& one, const std::string& other) {
        return one.empty() || other.empty() || one == other;
    };
    return a.source != b.source ||
           (agree(a.holder, b.holder) && agree(a.subjectAsWritten, b.subjectAsWritten));
}

} // namespace

void checkTotals(std::span<const Record> records, std::vector<Finding>& out) {
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

void checkDuplicates(std::span<const Record> records, std::vector<Finding>& out) {
    std::map<std::string, std::vector<const Record*>> seen;
    for (const Record& record : records) {
        if (record.scope == Scope::Repeat)
            continue;
        std::vector<const Record*>& alike = seen[statementKey(record)];
        const auto first = std::find_if(alike.begin(), alike.end(), [&](const Record* earlier) {
            return mayBeOne(*earlier, record);
        });
        if (first != alike.end()) {
            const bool sameSource = (*first)->source == record.source;
            out.push_back(
                {sameSource ? Severity::Warning : Severity::Info, "duplicate", record.id,
                 localText("Giống hệt bản ghi {} (cùng loại, đối tượng, địa điểm, thời gian và "
                           "giá trị); nếu là một, hãy bỏ bớt một dòng.",
                           "The same as record {} (kind, subject, places, period and value "
                           "agree); if they are one, take one out.",
                           (*first)->id)});
        }
        alike.push_back(&record);
    }
}

} // namespace terroir::records
