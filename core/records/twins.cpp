#include "core/records/twins.hpp"

#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

namespace terroir::records {

namespace {

/// The part of twinKeyOf() that costs least and tells most records apart.
std::string twinFigureOf(const Record& record) {
    std::string figure = fmt::format("{}|{}|{}|", record.kind, record.indicator, record.unit);
    if (record.value)
        figure += fmt::format("{:.6g}", *record.value);
    return figure;
}

/// What makes two records one statement; the places by unit, else as they are written.
std::string twinKeyOf(const Record& record) {
    std::set<std::string> places;
    for (const Place& place : record.places)
        if (place.role != PlaceRole::NameComponent)
            places.insert(place.uid.empty() ? text::fold(place.text) : place.uid);
    std::string statement =
        fmt::format("{}|{}|{}|{}|", twinFigureOf(record), record.period.from.toString(),
                    record.period.to.toString(), text::fold(record.holder));
    for (const std::string& subject : record.subjects)
        statement += "|" + text::fold(subject);
    for (const std::string& place : places)
        statement += "|" + place;
    return statement;
}

std::uint64_t twinHashOf(const std::string& text) {
    return std::hash<std::string>()(text);
}

} // namespace

TwinFinder::TwinFinder(const std::vector<Record>& known, std::string_view except) {
    for (const Record& record : known) {
        if (record.source == except)
            continue;
        const std::uint64_t hash = twinHashOf(twinKeyOf(record));
        ++m_known[record.source][hash];
        m_figures.insert(twinHashOf(twinFigureOf(record)));
        m_taken[hash] = 0;
    }
}

void TwinFinder::add(const Record& record) {
    ++m_count;
    if (m_figures.empty() || !m_figures.contains(twinHashOf(twinFigureOf(record))))
        return;
    if (const auto known = m_taken.find(twinHashOf(twinKeyOf(record))); known != m_taken.end())
        ++known->second;
}

std::vector<TwinSource> TwinFinder::find() const {
    std::vector<TwinSource> twins;
    for (const auto& [source, known] : m_known) {
        std::size_t count = 0;
        for (const auto& [hash, times] : known)
            count += std::min(times, m_taken.at(hash));
        if (count >= 3 && 2 * count >= m_count)
            twins.push_back({source, count});
    }
    return twins;
}

} // namespace terroir::records
