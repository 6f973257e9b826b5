#include "core/figures/same_thing.hpp"

#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace terroir::figures {

using records::CompactRecords;

std::uint64_t SameThing::thingOf(std::size_t record) {
    const CompactRecords::Row& row = m_records[record];
    std::uint64_t thing = 0;
    for (const CompactRecords::Text text : {row.kind, row.indicator, row.category, row.code})
        thing = mixed(thing, wordsOf(text));
    const auto subjects = m_records.subjects(record);
    if (subjects.size() == 1)
        return mixed(thing, nameOf(subjects.front()));
    std::vector<std::uint64_t> sorted;
    for (const CompactRecords::Text subject : subjects)
        sorted.push_back(nameOf(subject));
    std::sort(sorted.begin(), sorted.end());
    for (const std::uint64_t subject : sorted)
        thing = mixed(thing, subject);
    return mixed(thing, sorted.size());
}

std::uint64_t SameThing::nameOf(CompactRecords::Text text) {
    const auto [name, isNew] = m_names.tryEmplace(text);
    if (isNew)
        name = std::hash<std::string>()(text::nameOfThing(m_records.text(text)));
    return name;
}

std::uint64_t SameThing::holderOf(std::size_t record) {
    const CompactRecords::Text holder = m_records[record].holder;
    return m_records.text(holder).empty() ? 0 : wordsOf(holder);
}

std::span<const CompactRecords::Text> SameThing::namesOf(std::size_t record,
                                                         records::Measure measure) const {
    if (measure != records::Measure::Holders)
        return m_records.subjects(record);
    const CompactRecords::Text& holder = m_records[record].holder;
    return {&holder, m_records.text(holder).empty() ? 0U : 1U};
}

std::uint64_t SameThing::keyOf(CompactRecords::Text name, records::Measure measure) {
    return measure == records::Measure::Holders ? wordsOf(name) : nameOf(name);
}

std::uint64_t SameThing::wordsOf(CompactRecords::Text text) {
    const auto [words, isNew] = m_words.tryEmplace(text);
    if (isNew)
        words = std::hash<std::string>()(text::normalize(m_records.text(text)));
    return words;
}

} // namespace terroir::figures
