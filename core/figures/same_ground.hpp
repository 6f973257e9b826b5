#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <span>
#include <unordered_map>
#include <vector>

namespace terroir::figures {

/// A unit of other days on ground of a unit.
struct OtherEra {
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    double share = 1;     ///< of the ground of the unit that was asked for
    bool isLater = false; ///< it came after that one
};

/// Parts of a unit below this share are boundary noise.
inline constexpr double groundNoise = 0.05;

/// The units before and after a unit on its ground, each step of the succession table among them,
/// parts below groundNoise left out; before a commune also the districts that have ended. The same
/// ground counts in each unit that had it, so that shares add up to more than 1. Remembers answers.
class SameGround {
public:
    explicit SameGround(const gazetteer::Gazetteer& gazetteer) : m_gazetteer(gazetteer) {}
    std::span<const OtherEra> of(gazetteer::UnitIndex unit);

private:
    void walk(gazetteer::UnitIndex unit, double share, bool forward, std::vector<OtherEra>& found);

    const gazetteer::Gazetteer& m_gazetteer;
    std::unordered_map<gazetteer::UnitIndex, std::vector<OtherEra>> m_known;
};

} // namespace terroir::figures
