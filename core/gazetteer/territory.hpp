#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <vector>

namespace terroir::gazetteer {

/// The ground of one unit of any date, seen on the units of another date.
class Territory {
public:
    /// noUnit: the whole country, which holds everything.
    Territory(const Gazetteer& gazetteer, UnitIndex within, Date asOf);

    /// How much of a unit (of any date) lies in the area: all of it when all its ground on `asOf`
    /// belongs to units that the area's ground went to, or when its own parents are the area's and
    /// some of its ground is. phường Tuy Hòa of 2025 does not lie in the Đắk Lắk of 2024, though its
    /// province has the same name and code, and the Đắk Lắk of 2025 lies there in part. A province
    /// lies in no district.
    enum class Overlap { None, Part, Whole };
    Overlap overlap(UnitIndex unit) const;
    bool holds(UnitIndex unit) const { return overlap(unit) == Overlap::Whole; }
    /// The units of a level on `asOf` that touch the area, by code. Parts below 2 % of an old
    /// commune are boundary noise.
    std::vector<UnitIndex> unitsAt(Level level) const;

private:
    bool isBelow(UnitIndex unit) const;

    const Gazetteer& m_gazetteer;
    UnitIndex m_within;
    Date m_asOf;
    bool m_sameEra;
    std::vector<UnitIndex> m_communes; ///< of another era: communes of asOf, by code
};

/// The units of `level` valid on `asOf` whose ground touches `within` (a unit of any date), by
/// code; all units of the level for noUnit.
std::vector<UnitIndex> unitsWithin(const Gazetteer& gazetteer, UnitIndex within, Level level,
                                   Date asOf);

} // namespace terroir::gazetteer
