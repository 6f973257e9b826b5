#include "core/records/records_by_unit.hpp"

#include "core/gazetteer/territory.hpp"

#include <algorithm>
#include <unordered_map>

namespace terroir::records {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

RecordsByUnit::RecordsByUnit(std::shared_ptr<const gazetteer::Gazetteer> gazetteer,
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

std::vector<std::size_t> RecordsByUnit::within(UnitIndex unit, Date asOf) const {
    const gazetteer::Territory area(*m_gazetteer, unit, asOf);
    std::vector<std::size_t> found;
    for (const Entry& entry : m_entries)
        if (area.holds(entry.unit))
            found.insert(found.end(), entry.records.begin(), entry.records.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace terroir::records
