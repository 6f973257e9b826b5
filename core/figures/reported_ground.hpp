#pragma once

#include "core/figures/join.hpp"
#include "core/records/compact_records.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace terroir::figures {

/// Which ground of a unit its figure is of, by the places that the records behind it name.
class ReportedGround {
public:
    /// All three must outlive this; `asOf`: the day of the units.
    ReportedGround(const gazetteer::Gazetteer& gazetteer, const records::CompactRecords& records,
                   Date asOf)
        : m_gazetteer(gazetteer), m_records(records), m_asOf(asOf) {}

    /// Whether two figures of a unit are of the same places, or both of all its ground.
    bool isSame(gazetteer::UnitIndex unit, const Cell& one, const Cell& other);

private:
    using Places = std::set<gazetteer::UnitIndex>;
    Places placesOf(const Cell& cell) const;
    bool isWhole(gazetteer::UnitIndex unit, const Places& places);
    /// How much of a commune of the map's day the places hold, 0 to 1.
    double heldShare(gazetteer::UnitIndex commune, const Places& places);
    bool holds(const Places& places, gazetteer::UnitIndex unit, Date day) const;

    const gazetteer::Gazetteer& m_gazetteer;
    const records::CompactRecords& m_records;
    Date m_asOf;
    /// By commune and day: what it was made from.
    std::map<std::pair<gazetteer::UnitIndex, Date>, std::vector<gazetteer::Share>> m_shares;
};

} // namespace terroir::figures
