#include "core/records/twins.hpp"

#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace terroir::records {

namespace {

/// What makes two records one statement; the places by unit, else as they are written.
std::string keyOf(const Record& record) {
    std::set<std::string> places;
    for (const Place& place : record.places)
        if (place.role != PlaceRole::NameComponent)
            places.insert(place.uid.empty() ? text::fold(place.text) : place.uid);
    std::string key = fmt::format("{}|{}|{}|{}|{}|{}|", record.kind, record.indicator, record.unit,
                                  record.period.from.toString(), record.period.to.toString(),
                                  text::fold(record.holder));
    if (record.value)
        key += fmt::format("{:.6g}", *record.value);
    for (const std::string& subject : record.subjects)
        key += "|" + text::fold(subject);
    for (const std::string& place : places)
        key += "|" + place;
    return key;
}

} // namespace

std::vector<TwinSource> twinSources(const std::vector<Record>& taken,
                                    const std::vector<Record>& known, const std::string& except) {
    std::vector<TwinSource> twins;
    std::unordered_map<std::string, std::size_t> keys;
    for (const Record& record : taken)
        ++keys[keyOf(record)];
    std::map<std::string, std::unordered_map<std::string, std::size_t>> bySource;
    for (const Record& record : known)
        if (record.source != except)
            if (const std::string key = keyOf(record); keys.contains(key))
                ++bySource[record.source][key];
    for (const auto& [source, found] : bySource) {
        std::size_t count = 0;
        for (const auto& [key, times] : found)
            count += std::min(times, keys.at(key));
        if (count >= 3 && 2 * count >= taken.size())
            twins.push_back({source, count});
    }
    return twins;
}

} // namespace terroir::records
