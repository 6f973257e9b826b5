#include "core/records/selection.hpp"

#include "core/base/key_table.hpp"
#include "core/text/thing_words.hpp"

#include <algorithm>
#include <unordered_set>

namespace terroir::records {

namespace {

template <typename T, typename Value>
bool anyOrHas(const std::vector<T>& wanted, const Value& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

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

/// Without a word on states, the selection's or a person's: what was done or is being done; any for
/// what is asked whether it is in force.
bool stateFits(const std::vector<State>& wanted, const std::vector<State>& only, bool anyState,
               State state) {
    if (!only.empty() && wanted.empty())
        return anyOrHas(only, state);
    if (anyState && wanted.empty())
        return true;
    return wanted.empty() ? state == State::Done || state == State::Ongoing
                          : anyOrHas(wanted, state);
}

/// Those that take the place of "done and ongoing"; the others are asked besides.
const std::vector<State>& statesOf(const Limits& only, const Limits& also) {
    return only.states.empty() ? also.states : only.states;
}

std::unordered_set<std::string> namesOf(const std::vector<std::string>& things) {
    std::unordered_set<std::string> names;
    for (const std::string& thing : things)
        names.insert(text::nameOfThing(thing));
    return names;
}

bool periodFits(const std::optional<Period>& wanted, const std::optional<Period>& spoken) {
    return !wanted || (spoken && spoken->overlaps(*wanted));
}

} // namespace

std::optional<Measure> parseMeasure(std::string_view text) {
    for (const Measure measure :
         {Measure::Sum, Measure::Count, Measure::Subjects, Measure::Holders})
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
    case Measure::Holders:
        return "holders";
    default:
        return "subjects";
    }
}

bool Selection::accepts(const Record& record, std::span<const Source> known) const {
    return stateFits(states, statesOf(only, also), force || only.force || also.force,
                     record.state) &&
           anyOrHas(kinds, record.kind) && anyOrHas(indicators, record.indicator) &&
           anyOrHas(categories, record.category) && anyOrHas(sources, record.source) &&
           anyOrHas(groups, record.group) &&
           (!period || periodFits(period, periodOf(record, known))) &&
           (!force || isWanted(*force, record, known)) &&
           (only.isEmpty() || LimitMatcher(only, known).accepts(record)) &&
           (also.isEmpty() || LimitMatcher(also, known).accepts(record)) &&
           (subjects.empty() ||
            std::any_of(record.subjects.begin(), record.subjects.end(),
                        [names = namesOf(subjects)](const std::string& subject) {
                            return names.contains(text::nameOfThing(subject));
                        }));
}

CompactSelection::Wanted::Wanted(const std::vector<std::string>& texts,
                                 const CompactRecords& records)
    : m_isAny(texts.empty()) {
    for (const std::string& text : texts)
        if (const auto known = records.find(text))
            m_texts.push_back(*known);
}

CompactSelection::Wanted CompactSelection::Wanted::things(const std::vector<std::string>& names,
                                                          const CompactRecords& records) {
    Wanted wanted({}, records);
    if (names.empty())
        return wanted;
    wanted.m_isAny = false;
    const auto known = namesOf(names);
    KeyTable<bool> seen;
    for (std::size_t i = 0; i < records.size(); ++i)
        for (const CompactRecords::Text subject : records.subjects(i))
            if (seen.tryEmplace(subject).second &&
                known.contains(text::nameOfThing(records.text(subject))))
                wanted.m_texts.push_back(subject);
    return wanted;
}

CompactSelection::CompactSelection(const Selection& wanted, const CompactRecords& records,
                                   std::span<const Source> sources)
    : m_records(&records), m_known(sources), m_kinds(wanted.kinds, records),
      m_indicators(wanted.indicators, records), m_categories(wanted.categories, records),
      m_subjects(Wanted::things(wanted.subjects, records)), m_sources(wanted.sources, records),
      m_groups(wanted.groups, records), m_states(wanted.states), m_period(wanted.period),
      m_force(wanted.force),
      m_days(records, wanted.force ? sources : std::span<const Source>()) {
    if (!wanted.only.isEmpty())
        m_only.emplace(wanted.only, sources);
    if (!wanted.also.isEmpty())
        m_also.emplace(wanted.also, sources);
    m_onlyStates = statesOf(wanted.only, wanted.also);
    m_isAnyState = wanted.force || wanted.only.force || wanted.also.force;
}

bool CompactSelection::accepts(std::size_t index) const {
    const CompactRecords::Row& row = (*m_records)[index];
    if (!stateFits(m_states, m_onlyStates, m_isAnyState, row.state) || !m_kinds.has(row.kind) ||
        !m_indicators.has(row.indicator) || !m_categories.has(row.category) ||
        !m_sources.has(row.source) || !m_groups.has(row.group) ||
        (m_period && !periodFits(m_period, periodOf(*m_records, index, m_known))) ||
        (m_only && !m_only->accepts(*m_records, index)) ||
        (m_also && !m_also->accepts(*m_records, index)))
        return false;
    if (m_force) {
        const Term* const term = m_records->term(index);
        if (term == nullptr || !m_force->accepts(*term, m_days.of(row.source)))
            return false;
    }
    const auto of = m_records->subjects(index);
    return m_subjects.isAny() ||
           std::any_of(of.begin(), of.end(),
                       [&](CompactRecords::Text subject) { return m_subjects.has(subject); });
}

DaysOfSources::DaysOfSources(const CompactRecords& records, std::span<const Source> sources) {
    for (const Source& source : sources)
        if (const auto known = records.find(source.id))
            m_days.emplace_back(*known, sourceDaysOf(source));
}

const SourceDays& DaysOfSources::of(CompactRecords::Text source) const {
    static const SourceDays unknown;
    const auto found = std::find_if(m_days.begin(), m_days.end(),
                                    [&](const auto& one) { return one.first == source; });
    return found == m_days.end() ? unknown : found->second;
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
