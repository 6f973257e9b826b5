#include "core/session/place_index.hpp"

#include "core/join/area.hpp"

#include <algorithm>
#include <unordered_map>

namespace terroir::session {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

PlaceIndex::PlaceIndex(std::shared_ptr<const gazetteer::Gazetteer> gazetteer,
                       std::shared_ptr<const std::vector<records::Record>> records)
    : m_gazetteer(std::move(gazetteer)), m_records(std::move(records)) {
    std::unordered_map<UnitIndex, std::size_t> entries;
    for (std::size_t i = 0; i < m_records->size(); ++i)
        for (const records::Place& place : (*m_records)[i].places) {
            const UnitIndex unit =
                place.status == geocode::Status::Matched ? m_gazetteer->find(place.uid) : noUnit;
            if (unit == noUnit)
                continue;
            const auto [at, isNew] = entries.try_emplace(unit, m_entries.size());
            if (isNew)
                m_entries.push_back({unit, {}});
            std::vector<std::size_t>& of = m_entries[at->second].records;
            if (of.empty() || of.back() != i)
                of.push_back(i);
        }
}

std::vector<std::size_t> PlaceIndex::within(UnitIndex unit, Date asOf) const {
    const join::Area area(*m_gazetteer, unit, asOf);
    std::vector<std::size_t> found;
    for (const Entry& entry : m_entries)
        if (area.holds(entry.unit))
            found.insert(found.end(), entry.records.begin(), entry.records.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace terroir::session
