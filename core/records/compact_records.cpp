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
             record.period, record.value, record.qualifier, record.scope, record.state,
             !detailOf(record, doubtField).empty()});
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

void CompactRecords::reserve(std::size_t records) {
    m_rows.reserve(records);
    m_subjects.reserve(records);
    m_places.reserve(records);
}

void CompactRecords::add(const Row& row) {
    m_rows.push_back({row, std::uint32_t(m_subjects.size()), std::uint32_t(m_places.size())});
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

} // namespace terroir::records
