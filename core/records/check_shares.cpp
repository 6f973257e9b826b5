#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check_rules.hpp"
#include "core/records/check_values.hpp"
#include "core/records/indicator_relations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace terroir::records {

namespace {

/// Half of the last digit that is written: "25,6" is right from 25.55 to 25.65.
double rounding(const Record& share) {
    const std::string& text = share.valueAsWritten;
    const std::size_t point = text.find_last_of(",.");
    int decimals = 0;
    if (point != std::string::npos)
        while (point + 1 + std::size_t(decimals) < text.size() &&
               text[point + 1 + std::size_t(decimals)] >= '0' &&
               text[point + 1 + std::size_t(decimals)] <= '9')
            ++decimals;
    else
        for (double scaled = *share.value; decimals < 4 && scaled != std::round(scaled);
             scaled = *share.value * std::pow(10, decimals))
            ++decimals;
    return 0.5 * std::pow(10, -decimals) + 1e-9;
}

/// A share and the records that can prove it, of one source.
class ShareChecker {
public:
    ShareChecker(const RecordList& source, std::vector<Issue>& out) : m_out(out) {
        for (const Record* record : source) {
            if (!record->value || record->scope == Scope::None)
                continue;
            if (isShare(*record) && !record->valueMax)
                m_shares.push_back(record);
            else if (countsThings(*record))
                add(*record);
        }
    }

    void check() const {
        for (const Record* share : m_shares)
            if (const Record* part = partOf(*share))
                checkPart(*share, *part);
            else
                checkWhole(*share);
    }

private:
    struct Whole {
        double sum = 0;
        std::size_t rows = 0;
        const Record* aggregate = nullptr;
        std::size_t aggregates = 0;
    };

    static std::string groupKey(const Record& record) {
        return fmt::format("{}\n{}\n{}\n{}", record.group, record.kind, record.category,
                           subjectsKey(record));
    }
    static std::string wholeKey(const Record& record, std::string_view indicator) {
        return fmt::format("{}\n{}\n{}\n{}\n{}", record.kind, indicator, toString(record.state),
                           record.period.from.toString(), record.period.to.toString());
    }

    void add(const Record& record) {
        if (!record.group.empty() && record.scope != Scope::Aggregate)
            m_parts[groupKey(record)].push_back(&record);
        if (!record.group.empty() && record.scope == Scope::Part) {
            Whole& breakdown = m_breakdowns[record.group + "\n" + record.indicator];
            breakdown.sum += *record.value;
            ++breakdown.rows;
        }
        if (record.scope == Scope::Aggregate) {
            Whole& whole = m_wholes[wholeKey(record, record.indicator)];
            whole.aggregate = &record;
            ++whole.aggregates;
        }
    }

    /// The number that the share puts in per cent: the only one beside it.
    const Record* partOf(const Record& share) const {
        const auto found = share.group.empty() ? m_parts.end() : m_parts.find(groupKey(share));
        return found != m_parts.end() && found->second.size() == 1 ? found->second.front()
                                                                   : nullptr;
    }

    /// The only total of an indicator in the time that a record speaks of.
    const Record* total(const Record& record, std::string_view indicator) const {
        const auto found = m_wholes.find(wholeKey(record, indicator));
        return found != m_wholes.end() && found->second.aggregates == 1 ? found->second.aggregate
                                                                        : nullptr;
    }

    void checkPart(const Record& share, const Record& part) const {
        const Record* stated = total(share, wholeOfShare(share.indicator));
        double whole = stated ? *stated->value : 0;
        const auto breakdown = m_breakdowns.find(share.group + "\n" + part.indicator);
        if (!stated && breakdown != m_breakdowns.end() && breakdown->second.rows > 1)
            whole = breakdown->second.sum;
        if (whole <= 0)
            return;
        const double exact = 100 * *part.value / whole;
        const bool isFloor = share.qualifier == Qualifier::AtLeast && exact >= *share.value;
        const double slack =
            share.qualifier == Qualifier::About ? 2 * rounding(share) : rounding(share);
        if (isFloor || std::fabs(exact - *share.value) <= slack)
            return;
        m_out.push_back({Severity::Warning,
                         "share",
                         share.id,
                         localText("{} trên {} là {} %, nguồn ghi {} %; hãy xem lại tỷ lệ.",
                                   "{} of {} is {} %, the source says {} %; check the share.",
                                   numberText(*part.value), numberText(whole), numberText(exact, 2),
                                   numberText(*share.value, 4)),
                         fmt::format("{} {} {}", *part.value, whole, *share.value),
                         {part.id}});
        if (stated)
            m_out.back().others.push_back(stated->id);
    }

    /// A share whose part is not said must still be that of a whole number.
    void checkWhole(const Record& share) const {
        const Record* whole = total(share, wholeOfShare(share.indicator));
        if (whole == nullptr || *whole->value <= 0 || whole->qualifier != Qualifier::Exact)
            return;
        const double part = *share.value * *whole->value / 100;
        const double nearest = 100 * std::round(part) / *whole->value;
        if (std::fabs(nearest - *share.value) <= rounding(share))
            return;
        m_out.push_back(
            {share.qualifier == Qualifier::Exact ? Severity::Warning : Severity::Info,
             "share",
             share.id,
             localText("{} % của {} {} là {}, không phải số nguyên ({} là {} %); tỷ lệ này đã làm "
                       "tròn hoặc tính trên số khác.",
                       "{} % of {} {} is {}, no whole number ({} is {} %); the share is rounded, "
                       "or of another total.",
                       numberText(*share.value, 4), numberText(*whole->value), whole->unit,
                       numberText(part, 2), numberText(std::round(part)), numberText(nearest, 1)),
             fmt::format("{} {}", *share.value, *whole->value),
             {whole->id}});
    }

    std::vector<Issue>& m_out;
    RecordList m_shares;
    std::map<std::string, RecordList> m_parts;
    std::map<std::string, Whole> m_breakdowns, m_wholes;
};

} // namespace

void checkShares(const RecordGroups& groups, std::vector<Issue>& out) {
    for (const RecordList& source : groups.sources)
        if (std::any_of(source.begin(), source.end(),
                        [](const Record* record) { return record->value && isShare(*record); }))
            ShareChecker(source, out).check();
}

} // namespace terroir::records
