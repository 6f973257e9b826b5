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

Territory::Overlap Territory::overlap(UnitIndex unit) const {
    if (m_within == noUnit)
        return Overlap::Whole;
    const std::vector<Share> ground = m_gazetteer.convert(unit, m_asOf, minPartShare);
    if (ground.empty())
        return isBelow(unit) ? Overlap::Whole : Overlap::None;
    std::size_t inside = 0, all = 0;
    for (const Share& share : ground) {
        if (m_sameEra) {
            ++all;
            inside += isBelow(share.unit) ? 1 : 0;
            continue;
        }
        const std::vector<UnitIndex> communes = m_gazetteer.communesOf(share.unit, m_asOf);
        all += communes.size();
        for (const UnitIndex commune : communes)
            inside += std::find(m_communes.begin(), m_communes.end(), commune) != m_communes.end()
                          ? 1
                          : 0;
    }
    if (all != 0 && inside == all)
        return Overlap::Whole;
    // A commune or district that was split since is still its province's. But the name and code of
    // a province may have passed on to more ground: what joined it later did not lie in the former.
    if (isBelow(unit) && (m_sameEra ? m_gazetteer.unit(unit).level != Level::Province && inside != 0
                                    : !m_gazetteer.unit(unit).valid.contains(m_asOf)))
        return Overlap::Whole;
    // A province does not lie in its district, not even in part: it holds the district.
    const bool isCoarser = m_gazetteer.unit(unit).level < m_gazetteer.unit(m_within).level;
    return inside != 0 && !isCoarser ? Overlap::Part : Overlap::None;
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
