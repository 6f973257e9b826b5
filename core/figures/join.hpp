#pragma once

#include "core/figures/no_unit_reason.hpp"
#include "core/figures/request.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace terroir::figures {

class CountedMemory;

/// The figure of one unit. A unit in Figures::units without a Cell has no data, which is not zero.
struct Cell {
    double value = 0;
    bool lowerBound = false;           ///< a part of it is "at least"
    bool approximate = false;          ///< a part of it is "about" or a range
    std::vector<std::size_t> records;  ///< indices into the records given
    std::vector<std::string> subjects; ///< distinct, in order of appearance
    double onGround = 0; ///< of the value, what records add that lie by themselves: addGround()
};

/// A value whose set of places does not lie within one unit of the level, counted once here.
struct NotAttributed {
    using Reason = NoUnitReason;
    gazetteer::UnitIndex holder =
        gazetteer::noUnit;                    ///< lowest unit that holds all; noUnit: country
    std::vector<gazetteer::UnitIndex> places; ///< the set, on the units of the date
    double value = 0;
    bool lowerBound = false;
    std::vector<std::size_t> records;
    std::vector<std::string> subjects;
    Reason reason = Reason::SeveralUnits;
    bool approximate = false; ///< "about" or a range
    /// The unit that the record names, of its own day, when it is one; else noUnit.
    gazetteer::UnitIndex named = gazetteer::noUnit;
    bool isInTotal() const { return reason != Reason::PartlyOutside; }
};

/// A total that a report states and that is not added to the figures because its parts are.
struct ReportedTotal {
    std::size_t record = 0;
    double stated = 0;
    std::optional<double> sumOfParts;
};

/// A record of the area that is selected and is in no figure.
struct LeftOut {
    enum class Reason {
        EarlierYear, ///< the same thing has a figure that is newer; see chooseYears()
        LaterYear,   ///< it has one that is not after the day or the years of the map
        WithinYear,  ///< it has one of the whole year, or of a later day in it
        BelowZero,   ///< it cannot be: a wrong sign, or a note of what is missing
        NotInForce,  ///< on the day, where only what is in force counts
    };
    std::size_t record = 0;
    gazetteer::UnitIndex unit = gazetteer::noUnit; ///< of the level, when it lies in one
    Reason reason = Reason::EarlierYear;
};

struct Figures {
    std::vector<gazetteer::UnitIndex> units; ///< all units of the level in the area, by code
    std::map<gazetteer::UnitIndex, Cell> cells;
    std::vector<NotAttributed> notAttributed;
    std::vector<ReportedTotal> reportedTotals;
    std::vector<LeftOut> leftOut; ///< in the order of the records
    /// Records that count beside others that may hold them; see YearChoice.
    std::vector<std::size_t> mayOverlap;
    /// Records that count where only what is in force does, and of which nobody says that it is.
    std::vector<std::size_t> mayBeOut;
    double total = 0; ///< every statement (or subject) counted exactly once
    bool lowerBound = false;
    std::string unit; ///< "ha"; empty when counts
};

/// Sums records over the units of a level and a date. Each place is carried from the date it was
/// resolved at to `asOf` along the succession table (a unit that ended without a successor there
/// lies in what became of its parent); a record counts for a unit only when its whole
/// set of places lies within it, otherwise once as not attributed at the lowest unit that holds the
/// set. Within a group, an aggregate whose parts are selected is a ReportedTotal; what it has above
/// the sum of its parts is a NotAttributed remainder. Of figures of one thing in several years only
/// one counts where YearsRule says so, and none below zero: see LeftOut. Repeats are never counted.
/// Records of other provinces than `within` are left out. Records that mix units of measure (ha and
/// m²) are an InputError. `memory` spares the second of two joins at different levels the choice of
/// the records that count. Cost: linear in the records, some 0.2 µs each.
Figures join(const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& records,
             const Request& request, CountedMemory* memory = nullptr);

} // namespace terroir::figures
