#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <vector>

namespace terroir::gazetteer {

/// The ground of one unit of any date, seen on the units of another date.
class Territory {
public:
    /// noUnit: the whole country, which holds everything.
    Territory(const Gazetteer& gazetteer, UnitIndex within, Date asOf);

    /// Whether a unit (of any date) lies in the area: by its own parents, or because all its ground
    /// on `asOf` belongs to units that the area's ground went to.
    bool holds(UnitIndex unit) const;
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
