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

using Names = std::set<std::string>;

std::vector<std::string> idsOf(const RecordList& records) {
    std::vector<std::string> ids;
    for (const Record* record : records)
        ids.push_back(record->id);
    return ids;
}

LocalText shown(double number) {
    return numberText(number, 4);
}

/// What the rows name: holders where holders are counted, else the rows themselves. Empty when
/// that cannot be told.
Names namesIn(const CountedList& list) {
    Names names;
    const bool holders = isHolderUnit(list.count->unit);
    for (const Record* row : list.members) {
        if (holders && row->holder.empty())
            return {};
        names.insert(holders ? row->holder
                             : fmt::format("{}\n{}\n{}\n{}", subjectsKey(*row),
                                           row->subjectAsWritten, row->holder, placesKey(*row)));
    }
    return names;
}

void checkList(const CountedList& list, std::vector<Issue>& out) {
    const Names names = namesIn(list);
    const double stated = *list.count->value;
    const bool sumDiffers = !list.members.front()->indicator.empty() &&
                            list.members.front()->indicator == list.count->indicator &&
                            !list.isComplete();
    // A sum that differs is the rule "total".
    if (names.empty() || double(names.size()) == stated || sumDiffers)
        return;
    out.push_back({Severity::Warning, "named", list.count->id,
                   localText("Nguồn ghi {} {}, nhưng chỉ nêu tên {} trong {} dòng; hãy so lại với "
                             "nguồn.",
                             "The source says {} {} and names {} in {} rows; compare with the "
                             "source.",
                             shown(stated), list.count->unit, names.size(), list.members.size()),
                   fmt::format("{} {} {}", stated, names.size(), list.members.size()),
                   idsOf(list.members)});
}

/// Lists whose number stands elsewhere in the same line: "eleven topics", and nine of them in a
/// group of their own.
class ListsElsewhere {
public:
    explicit ListsElsewhere(const RecordList& source) {
        for (const Record* record : source)
            if (record->scope != Scope::None && !record->category.empty() &&
                !record->line.empty() && countsThings(*record))
                m_counts[key(*record)].push_back(record);
    }

    /// The one count that speaks of the rows of a group; null when there is none or several.
    const Record* countOf(const RecordList& group) const {
        std::set<const Record*> found;
        for (const Record* row : group) {
            const auto at = m_counts.find(key(*row));
            if (row->category.empty() || at == m_counts.end())
                continue;
            if (at->second.size() > 1)
                return nullptr;
            found.insert(at->second.front());
        }
        return found.size() == 1 ? *found.begin() : nullptr;
    }

private:
    static std::string key(const Record& record) {
        return fmt::format("{}\n{}\n{}", record.kind, record.category, record.line);
    }

    std::map<std::string, RecordList> m_counts;
};

void checkListsElsewhere(const RecordGroups& groups, std::vector<Issue>& out) {
    std::map<std::string_view, ListsElsewhere> sources;
    std::map<const Record*, RecordList> rowsOf;
    std::map<std::string_view, const RecordList*> records;
    for (const RecordList& source : groups.sources)
        records[source.front()->source] = &source;
    for (const RecordList& group : groups.groups) {
        if (std::any_of(group.begin(), group.end(),
                        [](const Record* row) { return row->scope != Scope::None; }))
            continue;
        const std::string_view source = group.front()->source;
        const auto known = sources.try_emplace(source, *records.at(source)).first;
        if (const Record* count = known->second.countOf(group))
            rowsOf[count].insert(rowsOf[count].end(), group.begin(), group.end());
    }
    for (const auto& [count, rows] : rowsOf)
        checkList({count, rows}, out);
}

/// Whether the value speaks of all that the source speaks of.
bool isWide(const Record& record) {
    return std::all_of(record.places.begin(), record.places.end(),
                       [](const Place& place) { return place.role != PlaceRole::Location; });
}

/// "Seven products", and in another place of the report two more.
void checkMoreElsewhere(const std::vector<CountedList>& lists, std::vector<Issue>& out) {
    std::map<std::string, std::vector<const CountedList*>> alike;
    for (const CountedList& list : lists) {
        const Record& count = *list.count;
        alike[fmt::format("{}\n{}\n{}\n{}\n{}\n{}", count.source, count.kind, count.category,
                          count.indicator, count.unit, toString(count.state))]
            .push_back(&list);
    }
    for (const auto& [key, same] : alike) {
        const auto wide = std::find_if(
            same.begin(), same.end(), [](const CountedList* list) { return isWide(*list->count); });
        if (wide == same.end() || same.size() < 2)
            continue;
        Names names;
        for (const Record* row : (*wide)->members)
            names.insert(subjectsKey(*row));
        RecordList more;
        std::size_t added = 0;
        for (const CountedList* list : same) {
            if (list == *wide || isWide(*list->count))
                continue;
            const auto isNew = [&](const Record* row) {
                return !names.contains(subjectsKey(*row));
            };
            const auto found =
                std::size_t(std::count_if(list->members.begin(), list->members.end(), isNew));
            if (found > 0)
                more.push_back(list->count);
            added += found;
        }
        if (added == 0)
            continue;
        const Record& count = *(*wide)->count;
        const double all = *count.value + double(added);
        out.push_back(
            {Severity::Warning, "named", count.id,
             localText("Nguồn ghi {} {} cho cả địa bàn, nhưng nêu thêm {} ở chỗ khác ({}); tất cả "
                       "là {}. Hãy xem số nào đúng.",
                       "The source says {} {} for all of its area and names another {} elsewhere "
                       "({}): {} in all. See which number holds.",
                       shown(*count.value), count.unit, added,
                       fmt::format("{}", fmt::join(idsOf(more), ", ")), shown(all)),
             fmt::format("{} {} {}", *count.value, added, all), idsOf(more)});
    }
}

} // namespace

void checkNamedRows(const RecordGroups& groups, const std::vector<CountedList>& lists,
                    std::vector<Issue>& out) {
    for (const CountedList& list : lists)
        checkList(list, out);
    checkListsElsewhere(groups, out);
    checkMoreElsewhere(lists, out);
}

} // namespace terroir::records
