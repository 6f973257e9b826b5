#include "core/join/area.hpp"

#include "core/gazetteer/versions.hpp"

#include <algorithm>

namespace terroir::join {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

namespace {

constexpr double leastShare = 0.02;

void sortByCode(const gazetteer::Gazetteer& gazetteer, std::vector<UnitIndex>& units) {
    std::sort(units.begin(), units.end(), [&](UnitIndex a, UnitIndex b) {
        return gazetteer.unit(a).code < gazetteer.unit(b).code ||
               (gazetteer.unit(a).code == gazetteer.unit(b).code && a < b);
    });
    units.erase(std::unique(units.begin(), units.end()), units.end());
}

} // namespace

Area::Area(const gazetteer::Gazetteer& gazetteer, UnitIndex within, Date asOf)
    : m_gazetteer(gazetteer), m_within(within), m_asOf(asOf),
      m_sameEra(within == noUnit || gazetteer.unit(within).valid.contains(asOf)) {
    if (m_sameEra)
        return;
    const Date day = dayOf(gazetteer.unit(within), asOf);
    for (const UnitIndex commune : gazetteer.communesOf(within, day))
        for (const gazetteer::Share& share : gazetteer.convert(commune, asOf, leastShare))
            m_communes.push_back(share.unit);
    sortByCode(gazetteer, m_communes);
}

bool Area::isBelow(UnitIndex unit) const {
    const Unit& area = m_gazetteer.unit(m_within);
    for (UnitIndex up = unit; up != noUnit; up = m_gazetteer.unit(up).parent)
        if (m_gazetteer.unit(up).level == area.level && m_gazetteer.unit(up).code == area.code &&
            m_gazetteer.unit(up).name == area.name)
            return true;
    return false;
}

bool Area::holds(UnitIndex unit) const {
    if (m_within == noUnit || isBelow(unit))
        return true;
    const std::vector<gazetteer::Share> ground = m_gazetteer.convert(unit, m_asOf, leastShare);
    return !ground.empty() &&
           std::all_of(ground.begin(), ground.end(), [&](const gazetteer::Share& share) {
               return m_sameEra ? isBelow(share.unit)
                                : std::find(m_communes.begin(), m_communes.end(), share.unit) !=
                                      m_communes.end();
           });
}

std::vector<UnitIndex> Area::unitsAt(Level level) const {
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

std::set<UnitIndex> provincesOf(const gazetteer::Gazetteer& gazetteer,
                                std::span<const records::Record> records,
                                const std::function<bool(const records::Record&)>& accepts,
                                Date asOf) {
    std::set<UnitIndex> provinces;
    const auto addProvince = [&](UnitIndex unit) {
        for (const gazetteer::Share& share : gazetteer.convert(unit, asOf)) {
            const UnitIndex province =
                gazetteer.ancestorAt(share.unit, gazetteer::Level::Province, asOf);
            if (province != gazetteer::noUnit)
                provinces.insert(province);
        }
    };
    for (const records::Record& record : records) {
        if (!accepts(record))
            continue;
        for (const records::Place& place : record.places)
            if (place.role != records::PlaceRole::NameComponent && !place.uid.empty())
                if (const UnitIndex unit = gazetteer.find(place.uid); unit != gazetteer::noUnit)
                    addProvince(unit);
    }
    return provinces;
}

} // namespace terroir::join
