#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"

#include <functional>
#include <set>
#include <span>
#include <vector>

namespace terroir::join {

/// The ground of one unit of any date, seen on the units of another date.
class Area {
public:
    /// noUnit: the whole country, which holds everything.
    Area(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex within, Date asOf);

    /// Whether a unit (of any date) lies in the area: by its own parents, or because all its ground
    /// on `asOf` belongs to units that the area's ground went to.
    bool holds(gazetteer::UnitIndex unit) const;
    /// The units of a level on `asOf` that touch the area, by code. Parts below 2 % of an old
    /// commune are boundary noise.
    std::vector<gazetteer::UnitIndex> unitsAt(gazetteer::Level level) const;

private:
    bool isBelow(gazetteer::UnitIndex unit) const;

    const gazetteer::Gazetteer& m_gazetteer;
    gazetteer::UnitIndex m_within;
    Date m_asOf;
    bool m_sameEra;
    std::vector<gazetteer::UnitIndex> m_communes; ///< of another era: communes of asOf, by code
};

/// The provinces of the date that hold any place of an accepted record, places inside names left
/// out.
std::set<gazetteer::UnitIndex>
provincesOf(const gazetteer::Gazetteer& gazetteer, std::span<const records::Record> records,
            const std::function<bool(const records::Record&)>& accepts, Date asOf);

} // namespace terroir::join
