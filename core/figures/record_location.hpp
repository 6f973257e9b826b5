#pragma once

#include "core/base/key_table.hpp"
#include "core/figures/no_unit_reason.hpp"
#include "core/figures/request.hpp"
#include "core/gazetteer/territory.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace terroir::figures {

/// Where a record lies on the units of a level and day.
struct RecordLocation {
    gazetteer::UnitIndex unit = gazetteer::noUnit; ///< of the level, when the whole set lies in one
    gazetteer::UnitIndex holder =
        gazetteer::noUnit;                    ///< lowest unit that holds all; noUnit: country
    std::vector<gazetteer::UnitIndex> places; ///< the set, on the units of the date
    /// The unit of the record, of its own day, if it is one.
    gazetteer::UnitIndex named = gazetteer::noUnit;
    /// Why not in one unit.
    NoUnitReason reason = NoUnitReason::SeveralUnits;
    bool outside = false, partlyOutside = false;
};

/// Carries the places of records from their own days to that of a request: the one rule by which
/// join() and profiles say where a record lies. The gazetteer, records and request must outlive it;
/// not for several threads.
class RecordLocator {
public:
    RecordLocator(const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& records,
                  const Request& request);

    /// Valid until the next call. Most records name one place, and many name the same one: those
    /// are looked up once.
    const RecordLocation& of(std::size_t record);
    /// The units of the day that the ground of a unit of any day belongs to; of one that ended and
    /// left no trace, those of its parent.
    const std::vector<gazetteer::UnitIndex>& unitsOf(gazetteer::UnitIndex unit) {
        return groundOf(unit).units;
    }
    /// The units of the request's level in its area, by code.
    std::vector<gazetteer::UnitIndex> units() const { return m_area.unitsAt(m_request.level); }

private:
    /// Where a unit of any day lies on those of the map. Many records name the same ones.
    struct Ground {
        gazetteer::Territory::Overlap overlap = gazetteer::Territory::Overlap::None;
        std::vector<gazetteer::UnitIndex> units;
        /// The unit itself, or the parent whose ground it is.
        gazetteer::UnitIndex of = gazetteer::noUnit;
    };
    const Ground& groundOf(gazetteer::UnitIndex unit);
    RecordLocation locate(std::span<const records::CompactRecords::PlaceOf> mentioned);

    const gazetteer::Gazetteer& m_gazetteer;
    const records::CompactRecords& m_records;
    const Request& m_request;
    gazetteer::Territory m_area;
    std::unordered_map<gazetteer::UnitIndex, Ground> m_grounds;
    std::vector<RecordLocation> m_locations; ///< of records with one place
    KeyTable<std::uint32_t> m_locationOf;    ///< in m_locations, by place
    RecordLocation m_several;                ///< of the last record with several places
};

} // namespace terroir::figures
