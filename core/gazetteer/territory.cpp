#include "core/gazetteer/territory.hpp"

#include "core/gazetteer/versions.hpp"

#include <algorithm>

namespace terroir::gazetteer {

namespace {

constexpr double minPartShare = 0.02;

void sortByCode(const Gazetteer& gazetteer, std::vector<UnitIndex>& units) {
    std::sort(units.begin(), units.end(), [&](UnitIndex a, UnitIndex b) {
        return gazetteer.unit(a).code < gazetteer.unit(b).code ||
               (gazetteer.unit(a).code == gazetteer.unit(b).code && a < b);
    });
    units.erase(std::unique(units.begin(), units.end()), units.end());
}

} // namespace

Territory::Territory(const Gazetteer& gazetteer, UnitIndex within, Date asOf)
    : m_gazetteer(gazetteer), m_within(within), m_asOf(asOf),
      m_sameEra(within == noUnit || gazetteer.unit(within).valid.contains(asOf)) {
    if (m_sameEra)
        return;
    const Date day = dayOf(gazetteer.unit(within), asOf);
    for (const UnitIndex commune : gazetteer.communesOf(within, day))
        for (const Share& share : gazetteer.convert(commune, asOf, minPartShare))
            m_communes.push_back(share.unit);
    sortByCode(gazetteer, m_communes);
}

bool Territory::isBelow(UnitIndex unit) const {
    const Unit& area = m_gazetteer.unit(m_within);
    // What a parent was called on the day: a commune may outlive the name of its province.
    const Date day = dayOf(m_gazetteer.unit(unit), m_asOf);
    for (UnitIndex up = unit; up != noUnit; up = m_gazetteer.parentAt(up, day))
        if (m_gazetteer.unit(up).level == area.level && m_gazetteer.unit(up).code == area.code &&
            m_gazetteer.unit(up).name == area.name)
            return true;
    return false;
}

bool Territory::holds(UnitIndex unit) const {
    if (m_within == noUnit || isBelow(unit))
        return true;
    const std::vector<Share> ground = m_gazetteer.convert(unit, m_asOf, minPartShare);
    return !ground.empty() && std::all_of(ground.begin(), ground.end(), [&](const Share& share) {
        return m_sameEra ? isBelow(share.unit)
                         : std::find(m_communes.begin(), m_communes.end(), share.unit) !=
                               m_communes.end();
    });
}

std::vector<UnitIndex> Territory::unitsAt(Level level) const {
    if (m_within == noUnit)
        return m_gazetteer.unitsAt(level, m_asOf);
    std::vector<UnitIndex> communes =
        m_sameEra ? m_gazetteer.communesOf(m_within, m_asOf) : m_communes;
    std::vector<UnitIndex> out;
    for (const UnitIndex commune : communes)
        if (const UnitIndex unit = m_gazetteer.ancestorAt(commune, level, m_asOf); unit != noUnit)
            out.push_back(unit);
    sortByCode(m_gazetteer, out);
    return out;
}

std::vector<UnitIndex> unitsWithin(const Gazetteer& gazetteer, UnitIndex within, Level level,
                                   Date asOf) {
    return Territory(gazetteer, within, asOf).unitsAt(level);
}

} // namespace terroir::gazetteer
