#include "core/figures/reported_ground.hpp"

#include "core/gazetteer/versions.hpp"

#include <algorithm>

namespace terroir::figures {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

bool ReportedGround::isSame(UnitIndex unit, const Cell& one, const Cell& other) {
    const Places first = placesOf(one), second = placesOf(other);
    return first == second || (isWhole(unit, first) && isWhole(unit, second));
}

ReportedGround::Places ReportedGround::placesOf(const Cell& cell) const {
    Places places;
    for (const std::size_t record : cell.records)
        for (const records::CompactRecords::PlaceOf& place : m_records.places(record))
            if (place.role != records::PlaceRole::NameComponent && place.isMatched)
                if (const UnitIndex unit = m_gazetteer.find(m_records.text(place.unit));
                    unit != noUnit)
                    places.insert(unit);
    return places;
}

bool ReportedGround::isWhole(UnitIndex unit, const Places& places) {
    constexpr double nearlyAll = 0.98; // the rest is noise of the boundaries
    if (holds(places, unit, m_asOf))
        return true;
    const std::vector<UnitIndex> communes = m_gazetteer.communesOf(unit, m_asOf);
    return !communes.empty() &&
           std::all_of(communes.begin(), communes.end(),
                       [&](UnitIndex commune) { return heldShare(commune, places) >= nearlyAll; });
}

double ReportedGround::heldShare(UnitIndex commune, const Places& places) {
    if (holds(places, commune, m_asOf))
        return 1;
    std::set<Date> days;
    for (const UnitIndex place : places)
        days.insert(gazetteer::dayOf(m_gazetteer.unit(place), m_asOf));
    double most = 0;
    for (const Date day : days) {
        const auto [at, isNew] = m_shares.try_emplace({commune, day});
        if (isNew)
            at->second = m_gazetteer.convert(commune, day);
        double held = 0;
        for (const gazetteer::Share& share : at->second)
            if (holds(places, share.unit, day))
                held += share.share;
        most = std::max(most, held);
    }
    return most;
}

bool ReportedGround::holds(const Places& places, UnitIndex unit, Date day) const {
    for (UnitIndex at = unit; at != noUnit; at = m_gazetteer.parentAt(at, day))
        if (places.contains(at))
            return true;
    return false;
}

} // namespace terroir::figures
