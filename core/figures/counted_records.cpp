#include "core/figures/counted_records.hpp"

#include <algorithm>
#include <set>

namespace terroir::figures {

using records::CompactRecords;
using records::Scope;

CountedRecords::Whole wholeOf(const CompactRecords::Row& record) {
    return {record.source, record.group, record.category, record.indicator};
}

YearSpan yearsThatMatter(const CompactRecords& records, std::size_t record,
                         const Request& request) {
    if (yearsRuleOf(request, records, record) == records::YearsRule::All)
        return {};
    const auto period = records::periodOf(records, record, request.sources);
    return period ? yearSpanOf(*period).value_or(YearSpan()) : YearSpan();
}

namespace {

/// Adds the wholes of groups among these records, which have a value and stand for themselves.
void addWholes(const CompactRecords& records, const std::vector<std::size_t>& of,
               std::set<CountedRecords::Whole>& wholes) {
    for (const std::size_t i : of)
        if (records[i].scope == Scope::Own && records[i].value &&
            !records.text(records[i].group).empty())
            wholes.insert(wholeOf(records[i]));
}

void leaveParts(const CompactRecords& records, const std::set<CountedRecords::Whole>& wholes,
                std::vector<std::size_t>& kept) {
    std::erase_if(kept, [&](std::size_t i) {
        return records[i].scope == Scope::Part && wholes.contains(wholeOf(records[i]));
    });
}

/// "Lợn", 1.200, holds "trong đó: lợn nái", 150: parts are left where the whole of their group
/// counts as well. Alone they count. What is not in force is told of once, the whole for its parts.
void leaveHeldParts(const CompactRecords& records, std::vector<std::size_t>& kept,
                    std::vector<std::size_t>& notInForce) {
    std::set<CountedRecords::Whole> wholes;
    addWholes(records, kept, wholes);
    leaveParts(records, wholes, kept);
    addWholes(records, notInForce, wholes);
    leaveParts(records, wholes, notInForce);
}

/// How the records stand on the day, where that is asked for.
class Standing {
public:
    Standing(const CompactRecords& records, const Request& request)
        : m_records(records), m_request(request),
          m_days(records,
                 request.inForceOn ? request.sources : std::span<const records::Source>()) {}
    records::Force of(std::size_t record) const {
        const records::Term* const term = m_request.inForceOn ? m_records.term(record) : nullptr;
        if (term == nullptr)
            return records::Force::InForce;
        const records::SourceDays& days = m_days.of(m_records[record].source);
        return records::forceOn(records::completed(*term, days), days, *m_request.inForceOn);
    }

private:
    const CompactRecords& m_records;
    const Request& m_request;
    records::DaysOfSources m_days;
};

/// What was withdrawn later was in force before.
records::Selection selectionOf(const Request& request) {
    records::Selection selection = request.selection;
    if (request.inForceOn && selection.states.empty())
        selection.states = {records::State::Done, records::State::Ongoing,
                            records::State::Withdrawn};
    return selection;
}

} // namespace

CountedRecords countedRecords(const gazetteer::Gazetteer& gazetteer, const CompactRecords& records,
                              const Request& request) {
    CountedRecords out;
    std::vector<std::size_t> kept, notInForce;
    const records::CompactSelection selection(selectionOf(request), records, request.sources);
    const Standing standing(records, request);
    const bool isSum = request.measure == records::Measure::Sum;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const CompactRecords::Row& record = records[i];
        if (record.scope == Scope::Repeat || !selection.accepts(i))
            continue;
        if (isSum && record.value && *record.value < 0 &&
            !records::mayBeBelowZero(records.text(record.indicator))) {
            out.leftOut.push_back({i, std::nullopt});
            continue;
        }
        if (request.inForceOn) {
            const records::Force force = standing.of(i);
            const bool isOut = records::isOut(force) ||
                               (record.state == records::State::Withdrawn &&
                                records.term(i) == nullptr);
            if (isOut) {
                notInForce.push_back(i);
                continue;
            }
            if (force == records::Force::Unknown)
                out.mayBeOut.push_back(i);
        }
        kept.push_back(i);
    }
    leaveHeldParts(records, kept, notInForce);
    for (const std::size_t i : notInForce)
        out.leftOut.push_back({i, std::nullopt, false});
    std::erase_if(out.mayBeOut,
                  [&](std::size_t i) { return !std::binary_search(kept.begin(), kept.end(), i); });
    for (const std::size_t i : kept) {
        const CompactRecords::Row& record = records[i];
        if (record.scope == Scope::Part && record.value)
            out.parts[wholeOf(record)][yearsThatMatter(records, i, request).last] += *record.value;
    }
    const auto choices = chooseYears(gazetteer, records, request, kept);
    for (std::size_t at = 0; at < kept.size(); ++at)
        if (choices[at].left) {
            out.leftOut.push_back({kept[at], choices[at].left});
        } else {
            out.counted.push_back(kept[at]);
            if (choices[at].mayOverlap)
                out.mayOverlap.push_back(kept[at]);
        }
    return out;
}

namespace {

bool isSameButLevel(const Request& a, const Request& b) {
    return a.selection == b.selection && a.measure == b.measure && a.asOf == b.asOf &&
           a.within == b.within && a.places == b.places && a.years == b.years &&
           a.inForceOn == b.inForceOn;
}

} // namespace

std::shared_ptr<const CountedRecords> CountedMemory::of(const gazetteer::Gazetteer& gazetteer,
                                                        const CompactRecords& records,
                                                        const Request& request) {
    const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const Known& one) {
        return isSameButLevel(one.request, request);
    });
    if (known != m_known.end())
        return known->counted;
    m_known.push_back({request, std::make_shared<const CountedRecords>(
                                    countedRecords(gazetteer, records, request))});
    return m_known.back().counted;
}

} // namespace terroir::figures
