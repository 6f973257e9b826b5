#include "core/records/compact_records.hpp"

#include "core/records/record_groups.hpp"

namespace terroir::records {

namespace {

std::string_view detailOf(const Record& record, std::string_view field) {
    for (const Detail& detail : record.details)
        if (detail.field == field)
            return detail.text;
    return {};
}

} // namespace

CompactRecords::CompactRecords(std::span<const Record> records) {
    reserve(records.size());
    for (const Record& record : records) {
        add({append(record.id), append(record.line), intern(record.kind), intern(record.category),
             intern(record.indicator), intern(record.unit), intern(record.group),
             intern(record.source), intern(record.holder), intern(detailOf(record, "code")),
             intern(record.subjectAsWritten), record.period, record.value, record.qualifier,
             record.scope, record.state, !detailOf(record, doubtField).empty()});
        if (const auto term = termOf(record))
            addTerm(*term);
        for (const std::string& subject : record.subjects)
            addSubject(subject);
        for (const Place& place : record.places)
            addPlace(place.role, place.status == geocode::Status::Matched,
                     place.status == geocode::Status::Matched ? std::string_view(place.uid)
                                                              : areaIn(place.reasons),
                     placeTextMatters(place.uid, place.reasons) ? place.text : std::string_view());
    }
}

std::span<const CompactRecords::Text> CompactRecords::subjects(std::size_t index) const {
    const std::size_t first = index == 0 ? 0 : m_rows[index - 1].subjectsEnd;
    return std::span(m_subjects).subspan(first, m_rows[index].subjectsEnd - first);
}

std::span<const CompactRecords::PlaceOf> CompactRecords::places(std::size_t index) const {
    const std::size_t first = index == 0 ? 0 : m_rows[index - 1].placesEnd;
    return std::span(m_places).subspan(first, m_rows[index].placesEnd - first);
}

const Term* CompactRecords::term(std::size_t index) const {
    const std::uint32_t at = m_rows[index].row.term;
    return at == 0 ? nullptr : &m_terms[at - 1];
}

void CompactRecords::reserve(std::size_t records) {
    m_rows.reserve(records);
    m_subjects.reserve(records);
    m_places.reserve(records);
}

void CompactRecords::add(const Row& row) {
    m_rows.push_back({row, std::uint32_t(m_subjects.size()), std::uint32_t(m_places.size())});
}

void CompactRecords::addTerm(const Term& term) {
    m_terms.push_back(term);
    m_rows.back().row.term = std::uint32_t(m_terms.size());
}

void CompactRecords::addSubject(std::string_view subject) {
    m_subjects.push_back(m_texts.intern(subject));
    m_rows.back().subjectsEnd = std::uint32_t(m_subjects.size());
}

void CompactRecords::addPlace(PlaceRole role, bool isMatched, std::string_view unit,
                              std::string_view text) {
    m_places.push_back({m_texts.intern(unit), m_texts.intern(text), role, isMatched});
    m_rows.back().placesEnd = std::uint32_t(m_places.size());
}

void CompactRecords::add(const CompactRecords& more) {
    const TextPool::Moved moved = m_texts.take(more.m_texts);
    const auto subjects = std::uint32_t(m_subjects.size()), places = std::uint32_t(m_places.size()),
               terms = std::uint32_t(m_terms.size());
    m_rows.reserve(m_rows.size() + more.m_rows.size());
    for (Stored stored : more.m_rows) {
        Row& row = stored.row;
        row.id = moved.appended(row.id);
        row.line = moved.appended(row.line);
        for (Text* const text : {&row.kind, &row.category, &row.indicator, &row.unit, &row.group,
                                 &row.source, &row.holder, &row.code, &row.written})
            *text = moved.interned(*text);
        if (row.term != 0)
            row.term += terms;
        stored.subjectsEnd += subjects;
        stored.placesEnd += places;
        m_rows.push_back(stored);
    }
    m_terms.insert(m_terms.end(), more.m_terms.begin(), more.m_terms.end());
    m_subjects.reserve(m_subjects.size() + more.m_subjects.size());
    for (const Text subject : more.m_subjects)
        m_subjects.push_back(moved.interned(subject));
    m_places.reserve(m_places.size() + more.m_places.size());
    for (PlaceOf place : more.m_places) {
        place.unit = moved.interned(place.unit);
        place.text = moved.interned(place.text);
        m_places.push_back(place);
    }
}

} // namespace terroir::records
