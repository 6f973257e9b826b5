#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/compact_records.hpp"
#include "core/records/in_force.hpp"
#include "core/records/limits.hpp"
#include "core/records/record.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::records {

/// Sum: values of one indicator added. Count: statements counted, each once. Subjects: distinct
/// subjects counted, each once over all sources, at the most precise place that any source gives.
/// Holders: the same of those who have or run the things, where they are named.
enum class Measure { Sum, Count, Subjects, Holders };
inline bool countsNames(Measure measure) {
    return measure == Measure::Subjects || measure == Measure::Holders;
}
std::optional<Measure> parseMeasure(std::string_view text);
std::string_view toString(Measure measure);

/// Which places of a record count. Locations: where a thing is, or what its value covers. Names:
/// the places inside names ("chè Tam Đường"), which are no locations and must be shown as such.
enum class PlaceUse { Locations, Names };

/// Which records a figure is made of. Empty lists mean "any".
struct Selection {
    std::vector<std::string> kinds;
    std::vector<std::string> indicators;
    std::vector<std::string> categories;
    /// Things by name, however it is written: "bò" accepts "Bò" and "Đàn bò", see
    /// text::nameOfThing(), but not "bò sữa".
    std::vector<std::string> subjects;
    std::vector<std::string> sources;
    std::vector<std::string> groups;
    std::vector<State> states; ///< empty: done and ongoing
    /// Only what is said of these days: a record whose own period overlaps them, or, without one,
    /// whose source covers any of them; left out when neither is known.
    std::optional<Period> period;
    /// What a person narrows it to, besides. Its states take the place of "done and ongoing"; with
    /// its force they do not matter.
    Limits only = {};
    /// Only what is granted and stands so; states do not matter then, unless they are named.
    std::optional<ForceWanted> force;
    /// As `only`, and besides: of who asks for figures of a theme that has limits of its own.
    Limits also = {};
    /// `sources` are only needed for `period` and `force`.
    bool accepts(const Record& record, std::span<const Source> sources = {}) const;
    bool operator==(const Selection&) const = default;
};

/// The days of the sources of compact records, each read once. The records must outlive it.
class DaysOfSources {
public:
    DaysOfSources(const CompactRecords& records, std::span<const Source> sources);
    const SourceDays& of(CompactRecords::Text source) const;

private:
    std::vector<std::pair<CompactRecords::Text, SourceDays>> m_days;
};

/// A selection of some compact records, which accepts what Selection::accepts() does: its texts are
/// looked up once, so that a record takes a few comparisons of numbers; where subjects are wanted,
/// all subjects of the records once. The records and sources must outlive it.
class CompactSelection {
public:
    CompactSelection(const Selection& wanted, const CompactRecords& records,
                     std::span<const Source> sources = {});
    bool accepts(std::size_t index) const;

private:
    /// Texts of which a record has to have one; those that no record has are not among them.
    class Wanted {
    public:
        Wanted(const std::vector<std::string>& texts, const CompactRecords& records);
        /// Whatever the records call these things.
        static Wanted things(const std::vector<std::string>& names, const CompactRecords& records);
        bool isAny() const { return m_isAny; }
        bool has(CompactRecords::Text text) const {
            return m_isAny || std::find(m_texts.begin(), m_texts.end(), text) != m_texts.end();
        }

    private:
        bool m_isAny;
        std::vector<CompactRecords::Text> m_texts;
    };

    const CompactRecords* m_records;
    std::span<const Source> m_known;
    Wanted m_kinds, m_indicators, m_categories, m_subjects, m_sources, m_groups;
    std::vector<State> m_states, m_onlyStates;
    bool m_isAnyState = false;
    std::optional<Period> m_period;
    std::optional<LimitMatcher> m_only, m_also; ///< none: any
    std::optional<ForceWanted> m_force;
    DaysOfSources m_days;
};

/// The days that a statement speaks of: its own period, else those that its source covers; nothing
/// when neither is known. One end may be open.
std::optional<Period> periodOf(const Record& record, std::span<const Source> sources);
std::optional<Period> periodOf(const CompactRecords& records, std::size_t index,
                               std::span<const Source> sources);

/// The provinces of the date that hold any place of an accepted record (`accepts` is asked with its
/// index), places inside names left out.
std::set<gazetteer::UnitIndex> provincesOf(const gazetteer::Gazetteer& gazetteer,
                                           const CompactRecords& records,
                                           const std::function<bool(std::size_t)>& accepts,
                                           Date asOf);

} // namespace terroir::records
