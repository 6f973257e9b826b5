#include "core/records/selection.hpp"

#include <algorithm>

namespace terroir::records {

namespace {

template <typename T>
bool anyOrHas(const std::vector<T>& wanted, const T& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

} // namespace

std::optional<Measure> parseMeasure(std::string_view text) {
    for (const Measure measure : {Measure::Sum, Measure::Count, Measure::Subjects})
        if (text == toString(measure))
            return measure;
    return std::nullopt;
}

std::string_view toString(Measure measure) {
    switch (measure) {
    case Measure::Sum:
        return "sum";
    case Measure::Count:
        return "count";
    default:
        return "subjects";
    }
}

bool Selection::accepts(const Record& record, std::span<const Source> known) const {
    const bool stateFits = states.empty()
                               ? record.state == State::Done || record.state == State::Ongoing
                               : anyOrHas(states, record.state);
    if (period) {
        const std::optional<Period> spoken = periodOf(record, known);
        if (!spoken || !spoken->overlaps(*period))
            return false;
    }
    return stateFits && anyOrHas(kinds, record.kind) && anyOrHas(indicators, record.indicator) &&
           anyOrHas(categories, record.category) && anyOrHas(sources, record.source) &&
           anyOrHas(groups, record.group) &&
           (subjects.empty() ||
            std::any_of(record.subjects.begin(), record.subjects.end(),
                        [&](const std::string& subject) { return anyOrHas(subjects, subject); }));
}

std::optional<Period> periodOf(const Record& record, std::span<const Source> sources) {
    const Period unknown;
    if (record.period != unknown)
        return record.period;
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const auto& one) { return one.id == record.source; });
    if (source == sources.end() || source->covers == unknown)
        return std::nullopt;
    return source->covers;
}

std::set<gazetteer::UnitIndex> provincesOf(const gazetteer::Gazetteer& gazetteer,
                                           std::span<const Record> records,
                                           const std::function<bool(const Record&)>& accepts,
                                           Date asOf) {
    std::set<gazetteer::UnitIndex> places, provinces;
    for (const Record& record : records) {
        if (!accepts(record))
            continue;
        for (const Place& place : record.places)
            if (place.role != PlaceRole::NameComponent && !place.uid.empty())
                places.insert(gazetteer.find(place.uid));
    }
    places.erase(gazetteer::noUnit);
    for (const gazetteer::UnitIndex unit : places)
        for (const gazetteer::Share& share : gazetteer.convert(unit, asOf))
            provinces.insert(gazetteer.ancestorAt(share.unit, gazetteer::Level::Province, asOf));
    provinces.erase(gazetteer::noUnit);
    return provinces;
}

} // namespace terroir::records
