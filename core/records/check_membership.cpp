#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/check_rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace terroir::records {

namespace {

using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

std::string nameOf(const Record& record) {
    return record.subjects.empty() ? record.subjectAsWritten
                                   : fmt::format("{}", fmt::join(record.subjects, ", "));
}

std::set<std::string> subjectsOf(const CountedList& list) {
    std::set<std::string> subjects;
    for (const Record* row : list.members)
        subjects.insert(subjectsKey(*row));
    return subjects;
}

std::string_view firstLine(const Record& record) {
    return std::string_view(record.line).substr(0, record.line.find(';'));
}

/// Two lists of one sentence that count the same things ("seven products, two of them with a
/// mark"): either the second is within the first, or they have nothing to do with each other.
void checkWithin(const CountedList& whole, const CountedList& list, std::vector<Issue>& out) {
    const std::set<std::string> known = subjectsOf(whole);
    std::vector<std::string> outside;
    for (const Record* row : list.members)
        if (!known.contains(subjectsKey(*row)))
            outside.push_back(nameOf(*row));
    if (outside.empty() || outside.size() == list.members.size())
        return;
    std::string names = fmt::format("{}", fmt::join(outside, ", "));
    out.push_back({Severity::Warning,
                   "membership",
                   list.count->id,
                   localText("Trong {} {} này, '{}' không có trong danh sách {} {} của cùng một "
                             "dòng ({}), còn lại thì có; hãy xem lại danh sách.",
                             "Of these {} {}, '{}' is not among the {} {} of the same line ({}), "
                             "the others are; check the lists.",
                             numberText(*list.count->value), list.count->unit, names,
                             numberText(*whole.count->value), whole.count->unit, whole.count->id),
                   names,
                   {whole.count->id}});
}

void checkLists(const std::vector<CountedList>& lists, std::vector<Issue>& out) {
    std::map<std::string, std::vector<const CountedList*>> ofLine;
    for (const CountedList& list : lists)
        if (!list.count->line.empty())
            ofLine[fmt::format("{}\n{}\n{}", list.count->source, firstLine(*list.count),
                               list.count->unit)]
                .push_back(&list);
    for (const auto& [key, together] : ofLine) {
        const auto whole = std::max_element(together.begin(), together.end(),
                                            [](const CountedList* a, const CountedList* b) {
                                                return a->members.size() < b->members.size();
                                            });
        for (const CountedList* list : together)
            if (list->count->kind != (*whole)->count->kind)
                checkWithin(**whole, *list, out);
    }
}

bool isRight(const Record& record) {
    return (record.kind == "title" || record.kind == "geographical_indication" ||
            record.kind == "ocop") &&
           record.state == State::Done && !record.category.empty() && record.category != "unstated";
}

/// Rights that a report claims in passing, against the complete lists of such rights.
class Claims {
public:
    Claims(const RecordGroups& groups, const std::vector<CountedList>& lists,
           const Gazetteer& gazetteer)
        : m_gazetteer(gazetteer) {
        for (const CountedList& list : lists)
            if (list.isComplete() && isRight(*list.count))
                m_lists[type(*list.count)].push_back(&list);
        for (const RecordList& source : groups.sources)
            for (const Record* record : source)
                if (record->value && isRight(*record))
                    m_stated.insert(fmt::format("{}\n{}", record->kind, subjectsKey(*record)));
    }

    void check(const RecordList& group, std::vector<Issue>& out) const {
        if (std::any_of(group.begin(), group.end(), [](const Record* row) {
                return row->scope != Scope::None || !isRight(*row);
            }))
            return;
        for (const Record* claim : group)
            check(*claim, out);
    }

private:
    static std::string type(const Record& record) {
        return fmt::format("{}\n{}", record.kind, record.category);
    }

    void check(const Record& claim, std::vector<Issue>& out) const {
        const auto found = m_lists.find(type(claim));
        if (found == m_lists.end() ||
            m_stated.contains(fmt::format("{}\n{}", claim.kind, subjectsKey(claim))))
            return;
        const CountedList* newest = nullptr;
        for (const CountedList* list : found->second)
            if (isAbout(*list->count, claim) &&
                (!newest || newest->count->period.to < list->count->period.to))
                newest = list;
        if (newest == nullptr)
            return;
        const Record& count = *newest->count;
        out.push_back({Severity::Warning,
                       "membership",
                       claim.id,
                       localText("'{}' được nói là có, nhưng không có trong danh sách {} {} ({}); "
                                 "hãy xem lại.",
                                 "'{}' is claimed, and is not in the list of {} {} ({}); check it.",
                                 nameOf(claim), numberText(*count.value), count.unit, count.id),
                       fmt::format("{} {}", nameOf(claim), *count.value),
                       {count.id}});
    }

    /// Whether the list would have the claim in it: of an area around it, and not older.
    bool isAbout(const Record& list, const Record& claim) const {
        if (list.period.to <= claim.period.from)
            return false;
        const UnitIndex area = unitOf(list), place = unitOf(claim);
        if (area == noUnit || place == noUnit)
            return false;
        const UnitIndex around =
            m_gazetteer.ancestorAt(place, m_gazetteer.unit(area).level, claim.lookupDate);
        return around != noUnit && m_gazetteer.unit(around).code == m_gazetteer.unit(area).code;
    }

    UnitIndex unitOf(const Record& record) const {
        for (const Place& place : record.places)
            if (place.role != PlaceRole::NameComponent && !place.uid.empty())
                return m_gazetteer.find(place.uid);
        return noUnit;
    }

    const Gazetteer& m_gazetteer;
    std::map<std::string, std::vector<const CountedList*>> m_lists;
    std::set<std::string> m_stated; ///< kind and subjects of the rights that are counted
};

} // namespace

void checkMembership(const RecordGroups& groups, const std::vector<CountedList>& lists,
                     const Gazetteer& gazetteer, std::vector<Issue>& out) {
    checkLists(lists, out);
    const Claims claims(groups, lists, gazetteer);
    for (const RecordList& group : groups.groups)
        claims.check(group, out);
}

} // namespace terroir::records
