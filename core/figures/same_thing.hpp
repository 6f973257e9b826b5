#pragma once

#include "core/base/key_table.hpp"
#include "core/records/compact_records.hpp"
#include "core/records/selection.hpp"

#include <cstdint>
#include <span>

namespace terroir::figures {

/// 64 bits: two things that differ have the same key by chance once in ten million tables of a
/// million rows.
inline std::uint64_t mixed(std::uint64_t key, std::uint64_t more) {
    key = (key ^ more) * 0x9E3779B97F4A7C15U;
    return key ^ (key >> 29U);
}

/// What is the same thing, in whatever words: kind, indicator, category, subjects in any order, and
/// code. Capitals and spaces make no other thing, nor does the word before a known one: see
/// text::nameOfThing(). Who holds it is asked apart, because it is often said in one year only.
class SameThing {
public:
    explicit SameThing(const records::CompactRecords& records) : m_records(records) {}

    std::uint64_t thingOf(std::size_t record);
    /// One number for a name of a thing however it is written: "Chè", "cây chè".
    std::uint64_t nameOf(records::CompactRecords::Text text);
    /// 0 where no holder is named.
    std::uint64_t holderOf(std::size_t record);
    /// What a measure that counts names counts of a record: its subjects, or its holder, if any.
    std::span<const records::CompactRecords::Text> namesOf(std::size_t record,
                                                           records::Measure measure) const;
    /// One number for such a name however it is written.
    std::uint64_t keyOf(records::CompactRecords::Text name, records::Measure measure);

private:
    std::uint64_t wordsOf(records::CompactRecords::Text text);

    const records::CompactRecords& m_records;
    KeyTable<std::uint64_t> m_words, m_names; ///< by text
};

} // namespace terroir::figures
