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

void add(std::vector<Issue>& out, std::string rule, const RecordList& records, LocalText sentence,
         std::string says) {
    Issue finding{Severity::Info, std::move(rule), records.front()->id, std::move(sentence),
                  std::move(says)};
    for (auto at = records.begin() + 1; at != records.end(); ++at)
        finding.others.push_back((*at)->id);
    out.push_back(std::move(finding));
}

std::string valuesOf(const RecordList& records) {
    std::vector<std::string> values;
    for (const Record* record : records)
        values.push_back(fmt::format("{} {}", *record->value, record->category));
    return fmt::format("{}", fmt::join(values, "; "));
}

/// One number under each of several certificates, which one field can hold together.
void checkSchemes(const RecordList& source, std::vector<Issue>& out) {
    std::map<std::string, RecordList> certified;
    std::map<std::string, const Record*> wholes;
    const auto key = [](const Record& record) {
        return fmt::format("{}\n{}\n{}\n{}", subjectsKey(record), record.indicator, record.unit,
                           placesKey(record));
    };
    for (const Record* record : source) {
        if (!record->value || record->state != State::Done || record->scope == Scope::Part)
            continue;
        if (record->kind == "certification")
            certified[key(*record) + "\n" + record->period.from.toString()].push_back(record);
        else if (record->kind == "production_zone" && record->scope == Scope::Aggregate)
            wholes[key(*record)] = record;
    }
    for (const auto& [id, records] : certified) {
        std::set<std::string_view> schemes;
        double sum = 0;
        for (const Record* record : records) {
            schemes.insert(record->category);
            sum += *record->value;
        }
        if (schemes.size() < 2)
            continue;
        const auto whole = wholes.find(key(*records.front()));
        const std::string& unit = records.front()->unit;
        add(out, "overlap", records,
            localText("{} chứng nhận cộng lại {} {}{}: một nơi có thể có nhiều chứng nhận, đừng "
                      "cộng các số này.",
                      "{} schemes with {} {} together{}: one place may hold several, so do not add "
                      "them.",
                      schemes.size(), numberText(sum, 4), unit,
                      whole == wholes.end()
                          ? LocalText{}
                          : localText(" (trên {} {})", " (of {} {})",
                                      numberText(*whole->second->value, 4), unit)),
            valuesOf(records));
    }
}

/// "over 50" out of "pigs_over_50"; nothing for another category.
struct SizeClass {
    std::string stem;
    int over = 0;
};
std::optional<SizeClass> sizeClassOf(const std::string& category) {
    constexpr std::string_view word = "_over_";
    const std::size_t at = category.find(word);
    if (at == std::string::npos)
        return std::nullopt;
    const std::string number = category.substr(at + word.size());
    if (number.empty() || number.size() > 6 ||
        number.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return SizeClass{category.substr(0, at), std::stoi(number)};
}

/// "Over 50" and "over 100": whether the larger ones are counted again.
void checkSizeClasses(const RecordList& source, std::vector<Issue>& out) {
    using ByOver = std::map<int, RecordList>;
    std::map<std::string, ByOver> totals, parts;
    for (const Record* record : source) {
        const auto size = record->value ? sizeClassOf(record->category) : std::nullopt;
        if (!size || (record->scope != Scope::Aggregate && record->scope != Scope::Part))
            continue;
        const std::string key = fmt::format("{}\n{}\n{}\n{}", record->kind, size->stem,
                                            record->indicator, toString(record->state));
        (record->scope == Scope::Part ? parts : totals)[key][size->over].push_back(record);
    }
    for (const auto& [key, classes] : totals) {
        for (auto lower = classes.begin(); lower != classes.end(); ++lower) {
            const auto upper = std::next(lower);
            if (upper == classes.end() || lower->second.size() > 1 || upper->second.size() > 1)
                continue;
            const Record &wide = *lower->second.front(), &narrow = *upper->second.front();
            std::set<std::string> places;
            for (const Record* part : parts[key][lower->first])
                places.insert(placesKey(*part));
            std::string apart; // a place with large ones and no small ones
            for (const Record* part : parts[key][upper->first])
                if (!places.empty() && !places.contains(placesKey(*part)) && !part->places.empty())
                    apart = part->places.front().text;
            add(out, "nested", {&wide, &narrow},
                localText("Chưa rõ {} {} (trên {}) có gồm {} {} (trên {}) hay không{}; đừng cộng "
                          "hai số.",
                          "Whether the {} {} (over {}) hold the {} {} (over {}) is not said{}; do "
                          "not add them.",
                          numberText(*wide.value), wide.unit, lower->first,
                          numberText(*narrow.value), narrow.unit, upper->first,
                          apart.empty()
                              ? LocalText{}
                              : localText(" ('{}' chỉ có trong danh sách sau, nên có lẽ không)",
                                          " ('{}' is in the second list alone, so they hardly do)",
                                          apart)),
                fmt::format("{} {} {}", *wide.value, *narrow.value, apart));
        }
    }
}

void checkShared(const RecordList& source, std::vector<Issue>& out) {
    for (const Record* record : source) {
        if (record->scope != Scope::Shared || !record->value)
            continue;
        const auto places = std::size_t(
            std::count_if(record->places.begin(), record->places.end(), [](const Place& place) {
                return place.role != PlaceRole::NameComponent;
            }));
        const std::size_t subjects = record->subjects.size();
        const LocalText what =
            places > 1 && subjects > 1
                ? localText("{} nơi và {} đối tượng", "{} places and {} subjects", places, subjects)
            : places > 1 ? localText("{} nơi", "{} places", places)
                         : localText("{} đối tượng", "{} subjects", subjects);
        add(out, "shared", {record},
            localText("{} {} là số chung của {}; nguồn không chia ra.",
                      "{} {} is one value for {}; the source does not divide it.",
                      numberText(*record->value, 4), record->unit, what),
            fmt::format("{} {} {}", *record->value, places, subjects));
    }
}

/// Rows of one line without a number in which every subject stands at every place: they were made
/// out of two lists.
void checkPairs(const RecordList& group, std::vector<Issue>& out) {
    std::set<std::string> subjects, places, pairs;
    for (const Record* record : group) {
        if (record->scope != Scope::None || record->line != group.front()->line ||
            record->kind != group.front()->kind)
            return;
        const std::string subject = subjectsKey(*record), place = placesKey(*record);
        subjects.insert(subject);
        places.insert(place);
        pairs.insert(subject + "\n" + place);
    }
    if (subjects.size() < 2 || places.size() < 2 || pairs.size() != group.size() ||
        pairs.size() != subjects.size() * places.size())
        return;
    add(out, "shared", group,
        localText("Một dòng nêu {} đối tượng và {} nơi; đối tượng nào ở nơi nào thì nguồn không "
                  "nói, nên ghi đủ {} cặp.",
                  "One line names {} subjects and {} places; which stood where is not said, so all "
                  "{} pairs are entered.",
                  subjects.size(), places.size(), pairs.size()),
        fmt::format("{} {}", subjects.size(), places.size()));
}

} // namespace

void checkOverlaps(const RecordGroups& groups, std::vector<Issue>& out) {
    for (const RecordList& source : groups.sources) {
        checkSchemes(source, out);
        checkSizeClasses(source, out);
        checkShared(source, out);
    }
    for (const RecordList& group : groups.groups)
        checkPairs(group, out);
}

} // namespace terroir::records
