#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/compact_records.hpp"
#include "core/records/record.hpp"

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// Sum: values of one indicator added. Count: statements counted, each once. Subjects: distinct
/// subjects counted, each once over all sources, at the most precise place that any source gives.
enum class Measure { Sum, Count, Subjects };
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
    std::vector<std::string> subjects;
    std::vector<std::string> sources;
    std::vector<std::string> groups;
    std::vector<State> states; ///< empty: done and ongoing
    /// Only what is said of these days: a record whose own period overlaps them, or, without one,
    /// whose source covers any of them; left out when neither is known.
    std::optional<Period> period;
    /// `sources` are only needed for `period`.
    bool accepts(const Record& record, std::span<const Source> sources = {}) const;
    bool accepts(const CompactRecords& records, std::size_t index,
                 std::span<const Source> sources = {}) const;
    bool operator==(const Selection&) const = default;
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
