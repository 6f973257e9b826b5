#include "core/figures/record_location.hpp"

#include <algorithm>
#include <set>

namespace terroir::figures {

using gazetteer::noUnit;
using gazetteer::UnitIndex;
using records::CompactRecords;
using records::PlaceRole;

RecordLocator::RecordLocator(const gazetteer::Gazetteer& gazetteer, const CompactRecords& records,
                             const Request& request)
    : m_gazetteer(gazetteer), m_records(records), m_request(request),
      m_area(gazetteer, request.within, request.asOf) {}

const RecordLocator::Ground& RecordLocator::groundOf(UnitIndex unit) {
    const auto [at, isNew] = m_grounds.try_emplace(unit);
    if (isNew) {
        at->second.overlap = m_area.overlap(unit);
        // What became of some communes is not recorded: then it is somewhere in the district.
        for (UnitIndex known = unit; known != noUnit && at->second.units.empty();
             known = m_gazetteer.unit(known).parent) {
            at->second.of = known;
            for (const gazetteer::Share& share : m_gazetteer.convert(known, m_request.asOf))
                at->second.units.push_back(share.unit);
        }
    }
    return at->second;
}

const RecordLocation& RecordLocator::of(std::size_t record) {
    const auto places = m_records.places(record);
    if (places.size() != 1)
        return m_several = locate(places);
    const CompactRecords::PlaceOf& place = places.front();
    const bool isName = place.role == PlaceRole::NameComponent;
    const auto [at, isNew] = m_locationOf.tryEmplace(
        std::uint64_t(place.unit) << 2 | (place.isMatched ? 2U : 0U) | (isName ? 1U : 0U),
        std::uint32_t(m_locations.size()));
    if (isNew)
        m_locations.push_back(locate(places));
    return m_locations[at];
}

RecordLocation RecordLocator::locate(std::span<const CompactRecords::PlaceOf> mentioned) {
    RecordLocation location;
    bool unresolved = false;
    std::size_t inside = 0, partly = 0, known = 0, mentions = 0;
    for (const CompactRecords::PlaceOf& place : mentioned) {
        if ((place.role == PlaceRole::NameComponent) !=
            (m_request.places == records::PlaceUse::Names))
            continue;
        ++mentions;
        const UnitIndex unit = m_gazetteer.find(m_records.text(place.unit));
        unresolved = unresolved || unit == noUnit || !place.isMatched;
        if (unit == noUnit)
            continue;
        const Ground& ground = groundOf(unit);
        location.named = known == 0 && place.isMatched ? ground.of : noUnit;
        ++known;
        inside += ground.overlap == gazetteer::Territory::Overlap::Whole ? 1 : 0;
        partly += ground.overlap == gazetteer::Territory::Overlap::Part ? 1 : 0;
        unresolved = unresolved || ground.units.empty();
        location.places.insert(location.places.end(), ground.units.begin(), ground.units.end());
    }
    std::sort(location.places.begin(), location.places.end());
    location.places.erase(std::unique(location.places.begin(), location.places.end()),
                          location.places.end());
    // A place of which not even the district or province is known may lie anywhere: only the
    // whole country surely holds it.
    location.outside =
        mentions == 0 || (known != 0 ? inside + partly == 0 : m_request.within != noUnit);
    location.partlyOutside = !location.outside && inside != known;
    location.holder = m_gazetteer.lowestCommon(location.places, m_request.asOf);
    if (unresolved) {
        location.reason = NoUnitReason::Unresolved;
        return location;
    }
    if (location.partlyOutside) {
        location.reason = NoUnitReason::PartlyOutside;
        return location;
    }
    std::set<UnitIndex> atLevel;
    for (const UnitIndex place : location.places)
        atLevel.insert(m_gazetteer.ancestorAt(place, m_request.level, m_request.asOf));
    if (atLevel.size() == 1 && *atLevel.begin() != noUnit)
        location.unit = *atLevel.begin();
    else
        location.reason =
            location.places.size() == 1 ? NoUnitReason::CoarserLevel : NoUnitReason::SeveralUnits;
    return location;
}

} // namespace terroir::figures
