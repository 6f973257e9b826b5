#include "core/records/record_groups.hpp"

#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace terroir::records {

namespace {

/// A list with the key `key`, a new one at the end when there is none.
RecordList& listOf(std::vector<RecordList>& lists,
                   std::unordered_map<std::string, std::size_t>& known, std::string key) {
    const auto [at, isNew] = known.try_emplace(std::move(key), lists.size());
    if (isNew)
        lists.emplace_back();
    return lists[at->second];
}

bool isNamedRow(const Record& record) {
    return (record.scope == Scope::None || record.scope == Scope::Part) &&
           (!record.value || record.indicator == "stars");
}

/// The rows that a count names; empty when its parts are numbers.
RecordList namedBy(const Record& count, const RecordList& candidates) {
    RecordList members;
    for (const Record* record : candidates) {
        if (isNamedRow(*record)) {
            members.push_back(record);
        } else if (record->scope == Scope::Part && record->indicator == count.indicator) {
            if (record->value != 1.0)
                return {};
            members.push_back(record);
        }
    }
    return members;
}

void addLists(const RecordList& group, std::vector<CountedList>& out) {
    std::map<std::string, RecordList> counts, candidates;
    RecordList all;
    for (const Record* record : group) {
        if (record->scope == Scope::Aggregate && countsThings(*record))
            counts[fmt::format("{}\n{}\n{}", record->kind, record->category, record->indicator)]
                .push_back(record);
        if (record->scope != Scope::None && record->scope != Scope::Part)
            continue;
        candidates[fmt::format("{}\n{}", record->kind, record->category)].push_back(record);
        all.push_back(record);
    }
    for (const auto& [key, found] : counts) {
        if (found.size() > 1)
            continue; // which of them names the rows is open
        const Record* count = found.front();
        RecordList members =
            count->category == "mixed"
                ? namedBy(*count, all)
                : namedBy(*count, candidates[fmt::format("{}\n{}", count->kind, count->category)]);
        if (!members.empty())
            out.push_back({count, std::move(members)});
    }
}

} // namespace

RecordGroups::RecordGroups(std::span<const Record> records) {
    std::unordered_map<std::string, std::size_t> knownSources, knownGroups;
    for (const Record& record : records) {
        if (record.scope == Scope::Repeat)
            continue;
        listOf(sources, knownSources, record.source).push_back(&record);
        if (!record.group.empty())
            listOf(groups, knownGroups, fmt::format("{}\n{}", record.source, record.group))
                .push_back(&record);
    }
}

std::vector<CountedList> countedLists(const RecordGroups& groups) {
    std::vector<CountedList> lists;
    for (const RecordList& group : groups.groups)
        addLists(group, lists);
    return lists;
}

bool countsThings(const Record& record) {
    static const std::set<std::string_view> measured{
        "",     "%",     "ha",  "m",   "m2",  "m²",  "m3",   "m³",         "km",      "km2",
        "g",    "gam",   "kg",  "tạ",  "tấn", "lít", "đồng", "triệu đồng", "tỷ đồng", "°bx",
        "ngày", "tháng", "năm", "sao", "giờ", "sào", "mẫu",  "công",       "tỉ đồng", "yến"};
    if (!record.value || record.valueMax || *record.value != std::floor(*record.value))
        return false;
    return record.unit.find('/') == std::string::npos &&
           !measured.contains(text::normalize(record.unit));
}

bool isHolderUnit(std::string_view unit) {
    static constexpr std::array<std::string_view, 9> words{
        "doanh nghiệp", "công ty", "hợp tác xã", "htx",    "tổ hợp tác",
        "tổ chức",      "cá nhân", "hộ",         "chủ thể"};
    const std::string normal = text::normalize(unit);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return normal.starts_with(word) &&
               (normal.size() == word.size() ||
                std::string_view(" ,;").find(normal[word.size()]) != std::string_view::npos);
    });
}

bool placeTextMatters(std::string_view uid, std::string_view reasons) {
    return uid.empty() || reasons.find("village") != std::string_view::npos;
}

std::string placesKey(const Record& record) {
    std::set<std::string_view> places;
    for (const Place& place : record.places) {
        if (place.role == PlaceRole::NameComponent)
            continue;
        places.insert(placeTextMatters(place.uid, place.reasons) ? place.text : place.uid);
    }
    return fmt::format("{}", fmt::join(places, ";"));
}

std::string subjectsKey(const Record& record) {
    std::set<std::string> subjects;
    for (const std::string& subject : record.subjects)
        subjects.insert(text::normalize(subject));
    return fmt::format("{}", fmt::join(subjects, ";"));
}

} // namespace terroir::records
