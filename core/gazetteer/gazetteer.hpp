#pragma once

#include "core/gazetteer/unit.hpp"

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace terroir::store {
class WorkspaceFile;
}

namespace terroir::gazetteer {

/// One target of a conversion between dates.
struct Share {
    UnitIndex unit = noUnit;
    double share = 1;       ///< of the area of the requested unit; 0 to 1
    bool estimated = false; ///< true where the table gives no area share (then equal parts)
};

/// All units of all dates in memory, with their succession. Immutable after load; safe to read
/// from several threads. About 17,500 units, 14,400 successions.
class Gazetteer {
public:
    /// Reads everything from a workspace (tens of milliseconds).
    static Gazetteer load(store::WorkspaceFile& workspace);
    /// From parts (the loader of data/ and tests). Throws InputError when a reference dangles.
    Gazetteer(std::vector<Unit> units, std::vector<Succession> successions,
              std::vector<std::pair<UnitIndex, std::string>> aliases);

    std::span<const Unit> units() const { return m_units; }
    const Unit& unit(UnitIndex index) const { return m_units[index]; }
    /// noUnit when there is none.
    UnitIndex find(std::string_view uid) const;
    /// The version of a code that is valid on a date; noUnit when there is no such version.
    UnitIndex findCode(std::string_view code, Date date) const;
    /// Every version of a code, oldest first.
    std::vector<UnitIndex> versions(std::string_view code) const;

    /// Units of a level valid on a date, by code. Districts end on 2025-07-01: then empty.
    std::vector<UnitIndex> unitsAt(Level level, Date date) const;
    /// Direct children valid on the date, by code (communes of a province since 2025-07-01).
    std::vector<UnitIndex> childrenAt(UnitIndex parent, Date date) const;
    /// Communes below the unit (itself for a commune) valid on the date, by code.
    std::vector<UnitIndex> communesOf(UnitIndex unit, Date date) const;
    /// The parent's version that is valid on the date (a commune may outlive a version of its
    /// district); the recorded parent when no version is.
    UnitIndex parentAt(UnitIndex unit, Date date) const;
    /// The ancestor (or self) at a level on a date; noUnit when there is none (districts today).
    UnitIndex ancestorAt(UnitIndex unit, Level level, Date date) const;

    std::span<const Succession> successions() const { return m_successions; }
    std::vector<const Succession*> successors(UnitIndex unit) const;
    std::vector<const Succession*> predecessors(UnitIndex unit) const;
    std::span<const std::pair<UnitIndex, std::string>> aliases() const { return m_aliases; }
    std::vector<std::string> aliasesOf(UnitIndex unit) const;

    /// The units valid on `date` that the unit's ground belongs to, largest share first: itself
    /// when it is valid then; otherwise forward or backward along the succession table, shares
    /// multiplied. A district or province that ended becomes the units that its ground went to
    /// (communes, for a district on a date after 2025-07-01). Parts below `minShare` of the
    /// unit's area are left out as boundary noise; shares then add to about 1.
    std::vector<Share> convert(UnitIndex unit, Date date, double minShare = 0.005) const;

    /// The lowest unit valid on the date that holds all the given ones (each valid on the date);
    /// noUnit (the whole country) when no province does.
    UnitIndex lowestCommon(std::span<const UnitIndex> units, Date date) const;

    /// "xã Bản Hon, huyện Tam Đường, tỉnh Lai Châu" with the parents of the date.
    std::string describe(UnitIndex unit, Date date) const;

private:
    void refuseCircles() const;

    std::vector<Unit> m_units;
    std::vector<Succession> m_successions;
    std::vector<std::pair<UnitIndex, std::string>> m_aliases;
    std::unordered_map<std::string_view, UnitIndex> m_byUid;
    std::unordered_map<std::string_view, std::vector<UnitIndex>> m_byCode;
    std::vector<std::vector<UnitIndex>> m_children; ///< by recorded parent
    std::vector<std::vector<std::uint32_t>>
        m_successorRows; ///< rows of m_successions by predecessor
    std::vector<std::vector<std::uint32_t>> m_predecessorRows;
};

} // namespace terroir::gazetteer
