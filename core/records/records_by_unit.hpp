#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/records/record.hpp"

#include <memory>
#include <vector>

namespace terroir::records {

/// Which records speak of which units. Immutable.
class RecordsByUnit {
public:
    RecordsByUnit(std::shared_ptr<const gazetteer::Gazetteer> gazetteer,
                  std::shared_ptr<const std::vector<records::Record>> records);

    /// The records with a place that is the unit or lies within it, seen on the units of `asOf`; in
    /// their order. Some microseconds for each different place of all records.
    std::vector<std::size_t> within(gazetteer::UnitIndex unit, Date asOf) const;
    const std::shared_ptr<const std::vector<records::Record>>& records() const { return m_records; }

private:
    struct Entry {
        gazetteer::UnitIndex unit = gazetteer::noUnit;
        std::vector<std::size_t> records; ///< ascending
    };
    std::shared_ptr<const gazetteer::Gazetteer> m_gazetteer;
    std::shared_ptr<const std::vector<records::Record>> m_records;
    std::vector<Entry> m_entries;
};

} // namespace terroir::records
