#include "core/records/selection.hpp"

#include <algorithm>
#include <unordered_set>

namespace terroir::records {

namespace {

template <typename T, typename Value>
bool anyOrHas(const std::vector<T>& wanted, const Value& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// What the selection looks at in a record, the same for a Record and for a compact one.
struct Stated {
    std::string_view kind, indicator, category, source, group;
    State state = State::Done;
    const Period& period;
};

std::optional<Period> periodOf(const Period& own, std::string_view sourceId,
                               std::span<const Source> sources) {
    const Period unknown;
    if (own != unknown)
        return own;
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const auto& one) { return one.id == sourceId; });
    if (source == sources.end() || source->covers == unknown)
        return std::nullopt;
    return source->covers;
}

/// `hasSubject` says whether any of the wanted subjects is one of the record's.
template <typename HasSubject>
bool fits(const Selection& wanted, const Stated& record, std::span<const Source> known,
          const HasSubject& hasSubject) {
    const bool stateFits = wanted.states.empty()
                               ? record.state == State::Done || record.state == State::Ongoing
                               : anyOrHas(wanted.states, record.state);
    if (!stateFits || !anyOrHas(wanted.kinds, record.kind) ||
        !anyOrHas(wanted.indicators, record.indicator) ||
        !anyOrHas(wanted.categories, record.category) || !anyOrHas(wanted.sources, record.source) ||
        !anyOrHas(wanted.groups, record.group))
        return false;
    if (wanted.period) {
        const std::optional<Period> spoken = periodOf(record.period, record.source, known);
        if (!spoken || !spoken->overlaps(*wanted.period))
            return false;
    }
    return wanted.subjects.empty() || hasSubject();
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
    return fits(*this,
                {record.kind, record.indicator, record.category, record.source, record.group,
                 record.state, record.period},
                known, [&] {
                    return std::any_of(
                        record.subjects.begin(), record.subjects.end(),
                        [&](const std::string& subject) { return anyOrHas(subjects, subject); });
                });
}

bool Selection::accepts(const CompactRecords& records, std::size_t index,
                        std::span<const Source> known) const {
    const CompactRecords::Row& row = records[index];
    return fits(*this,
                {records.text(row.kind), records.text(row.indicator), records.text(row.category),
                 records.text(row.source), records.text(row.group), row.state, row.period},
                known, [&] {
                    const auto of = records.subjects(index);
                    return std::any_of(of.begin(), of.end(), [&](CompactRecords::Text subject) {
                        return anyOrHas(subjects, records.text(subject));
                    });
                });
}

std::optional<Period> periodOf(const Record& record, std::span<const Source> sources) {
    return periodOf(record.period, record.source, sources);
}

std::optional<Period> periodOf(const CompactRecords& records, std::size_t index,
                               std::span<const Source> sources) {
    return periodOf(records[index].period, records.source(index), sources);
}

std::set<gazetteer::UnitIndex> provincesOf(const gazetteer::Gazetteer& gazetteer,
                                           const CompactRecords& records,
                                           const std::function<bool(std::size_t)>& accepts,
                                           Date asOf) {
    std::unordered_set<CompactRecords::Text> named;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!accepts(i))
            continue;
        for (const CompactRecords::PlaceOf& place : records.places(i))
            if (place.role != PlaceRole::NameComponent)
                named.insert(place.unit);
    }
    std::set<gazetteer::UnitIndex> provinces;
    for (const CompactRecords::Text uid : named)
        if (const auto unit = gazetteer.find(records.text(uid)); unit != gazetteer::noUnit)
            for (const gazetteer::Share& share : gazetteer.convert(unit, asOf))
                provinces.insert(
                    gazetteer.ancestorAt(share.unit, gazetteer::Level::Province, asOf));
    provinces.erase(gazetteer::noUnit);
    return provinces;
}

} // namespace terroir::records
