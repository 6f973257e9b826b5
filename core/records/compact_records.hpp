#pragma once

#include "core/base/large_memory.hpp"
#include "core/base/text_pool.hpp"
#include "core/records/in_force.hpp"
#include "core/records/record.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace terroir::records {

/// What figures need of records, in their order: without the texts that only people read. A record
/// takes about 90 bytes and its id and line, a tenth of a Record.
class CompactRecords {
public:
    /// The texts of one of these alone: equal texts have equal numbers, but for ids and lines.
    using Text = TextPool::Id;

    struct PlaceOf {
        Text unit = 0; ///< uid; of a place that is not matched, that of areaIn(), if any
        Text text = 0; ///< as written, where placeTextMatters()
        PlaceRole role = PlaceRole::Location;
        bool isMatched = false;
    };
    struct Row {
        Text id = 0, line = 0;
        Text kind = 0, category = 0, indicator = 0, unit = 0, group = 0, source = 0;
        Text holder = 0, code = 0; ///< who has the thing, and the number it was given
        Text written = 0;          ///< Record::subjectAsWritten
        Period period;
        std::optional<double> value;
        Qualifier qualifier = Qualifier::None;
        Scope scope = Scope::Own;
        State state = State::Done;
        bool isDoubtful = false; ///< see doubtField
        std::uint32_t term = 0;  ///< behind so many terms; 0: it has none
    };

    CompactRecords() = default;
    /// Whatever makes figures takes a list of records, too.
    CompactRecords(std::span<const Record> records);
    CompactRecords(const std::vector<Record>& records)
        : CompactRecords(std::span<const Record>(records)) {}

    std::size_t size() const { return m_rows.size(); }
    const Row& operator[](std::size_t index) const { return m_rows[index].row; }
    std::span<const Text> subjects(std::size_t index) const;
    std::span<const PlaceOf> places(std::size_t index) const;
    /// Of what is granted, see termOf(); else null.
    const Term* term(std::size_t index) const;
    std::string_view text(Text text) const { return m_texts.text(text); }
    /// None: no record has it, but as its id or line.
    std::optional<Text> find(std::string_view text) const { return m_texts.find(text); }
    /// Of a record.
    std::string_view id(std::size_t index) const { return text((*this)[index].id); }
    std::string_view line(std::size_t index) const { return text((*this)[index].line); }
    std::string_view source(std::size_t index) const { return text((*this)[index].source); }
    std::string_view category(std::size_t index) const { return text((*this)[index].category); }

    // Makes them: a record, then its term, its subjects and its places.
    void reserve(std::size_t records);
    Text intern(std::string_view text) { return m_texts.intern(text); }
    Text intern(std::string_view text, Text guess) { return m_texts.intern(text, guess); }
    Text append(std::string_view text) { return m_texts.append(text); }
    void add(const Row& row);
    void addTerm(const Term& term);
    void addSubject(std::string_view subject);
    void addPlace(PlaceRole role, bool isMatched, std::string_view unit, std::string_view text);
    /// Others behind these, as if they had been added one by one.
    void add(const CompactRecords& more);

private:
    struct Stored {
        Row row;
        std::uint32_t subjectsEnd = 0, placesEnd = 0; ///< they start where those before end
    };
    template <class T>
    using Many = std::vector<T, LargeAllocator<T>>;
    Many<Stored> m_rows;
    Many<Text> m_subjects;
    Many<PlaceOf> m_places;
    std::vector<Term> m_terms;
    TextPool m_texts;
};

} // namespace terroir::records
