#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/geocode/name_index.hpp"

#include <span>
#include <vector>

namespace terroir::geocode {

/// One place over time: the versions of a code under one name at one level.
using LineageId = std::uint32_t;
inline constexpr LineageId noLineage = 0xffffffffU;

/// Which areas each unit lies in: by its own parents, and by those that its ground had in any other
/// era (along the succession table, parts under a twentieth of a unit left out). Immutable.
class Lineage {
public:
    Lineage(const gazetteer::Gazetteer& gazetteer, const NameIndex& names);

    LineageId of(gazetteer::UnitIndex unit) const { return m_areaOf[unit]; }
    /// The unit's own area and its parents' areas while it was in force; sorted.
    std::span<const LineageId> own(gazetteer::UnitIndex unit) const { return m_own.at(unit); }
    /// The same with all eras, own ones too; sorted.
    std::span<const LineageId> ever(gazetteer::UnitIndex unit) const { return m_ever.at(unit); }
    /// Bits of own() and ever(): where none is shared with bitOf() some area, it is not among them.
    std::uint64_t ownBits(gazetteer::UnitIndex unit) const { return m_bits[unit].first; }
    std::uint64_t everBits(gazetteer::UnitIndex unit) const { return m_bits[unit].second; }
    static std::uint64_t bitOf(LineageId area) { return std::uint64_t(1) << (area & 63U); }
    /// Names of the units that ever lay in a province or district.
    std::span<const NameIndexId> namesIn(LineageId area) const { return m_names.at(area); }

private:
    /// Lists of numbers, one after the other.
    struct Lists {
        std::vector<std::uint32_t> values, begins{0};
        std::span<const std::uint32_t> at(std::size_t list) const {
            return std::span(values).subspan(begins[list], begins[list + 1] - begins[list]);
        }
        void add(std::span<const std::uint32_t> list);
    };

    std::vector<LineageId> m_areaOf;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_bits;
    Lists m_own, m_ever, m_names;
};

} // namespace terroir::geocode
