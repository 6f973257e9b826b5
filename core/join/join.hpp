#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace terroir::join {

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
    std::vector<records::State> states; ///< empty: done and ongoing
    /// Only what is said of these days: a record whose own period overlaps them, or, without one,
    /// whose source covers any of them; left out when neither is known.
    std::optional<Period> period;
    /// `sources` are only needed for `period`.
    bool accepts(const records::Record& record,
                 std::span<const records::Source> sources = {}) const;
    bool operator==(const Selection&) const = default;
};

struct Request {
    Selection selection;
    Measure measure = Measure::Sum;
    gazetteer::Level level = gazetteer::Level::Commune;
    /// The units of which day the figures are shown on.
    Date asOf = Date::today();
    /// The area of interest, a unit of any date; noUnit: the whole country.
    gazetteer::UnitIndex within = gazetteer::noUnit;
    PlaceUse places =
        PlaceUse::Locations; ///< Names: records without a place in a name are left out
    /// What the records' sources cover, for Selection::period.
    std::span<const records::Source> sources = {};
};

/// The figure of one unit. A unit in Figures::units without a Cell has no data, which is not zero.
struct Cell {
    double value = 0;
    bool lowerBound = false;           ///< a part of it is "at least"
    bool approximate = false;          ///< a part of it is "about" or a range
    std::vector<std::size_t> records;  ///< indices into the records given
    std::vector<std::string> subjects; ///< distinct, in order of appearance
};

/// A value whose set of places does not lie within one unit of the level, counted once here.
struct NotAttributed {
    /// Why it belongs to no single unit. Stable ids and words: reasons.hpp.
    enum class Reason {
        SeveralUnits,
        CoarserLevel,
        Unresolved,
        Remainder,     ///< of an aggregate, less its parts
        PartlyOutside, ///< some places lie outside the area: not in the total
    };
    gazetteer::UnitIndex holder =
        gazetteer::noUnit;                    ///< lowest unit that holds all; noUnit: country
    std::vector<gazetteer::UnitIndex> places; ///< the set, on the units of the date
    double value = 0;
    bool lowerBound = false;
    std::vector<std::size_t> records;
    std::vector<std::string> subjects;
    Reason reason = Reason::SeveralUnits;
    bool isInTotal() const { return reason != Reason::PartlyOutside; }
};

/// A total that a report states and that is not added to the figures because its parts are.
struct ReportedTotal {
    std::size_t record = 0;
    double stated = 0;
    std::optional<double> sumOfParts;
};

struct Figures {
    std::vector<gazetteer::UnitIndex> units; ///< all units of the level in the area, by code
    std::map<gazetteer::UnitIndex, Cell> cells;
    std::vector<NotAttributed> notAttributed;
    std::vector<ReportedTotal> reportedTotals;
    double total = 0; ///< every statement (or subject) counted exactly once
    bool lowerBound = false;
    std::string unit; ///< "ha"; empty when counts
};

/// Sums records over the units of a level and a date. Each place is carried from the date it was
/// resolved at to `asOf` along the succession table; a record counts for a unit only when its whole
/// set of places lies within it, otherwise once as not attributed at the lowest unit that holds the
/// set. Within a group, an aggregate whose parts are selected is a ReportedTotal; what it has above
/// the sum of its parts is a NotAttributed remainder. Repeats are never counted. Records of other
/// provinces than `within` are left out. Records that mix units of measure (ha and m²) are an
/// InputError. Cost: linear in the records.
Figures join(const gazetteer::Gazetteer& gazetteer, std::span<const records::Record> records,
             const Request& request);

/// The units of `level` valid on `asOf` whose ground touches `within` (a unit of any date), by
/// code; all units of the level for noUnit.
std::vector<gazetteer::UnitIndex> unitsWithin(const gazetteer::Gazetteer& gazetteer,
                                              gazetteer::UnitIndex within, gazetteer::Level level,
                                              Date asOf);

} // namespace terroir::join
