#include "core/figures/same_ground.hpp"

#include <algorithm>

namespace terroir::figures {

using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

std::span<const OtherEra> SameGround::of(UnitIndex unit) {
    const auto [at, isNew] = m_known.try_emplace(unit);
    if (isNew) {
        std::vector<OtherEra>& found = at->second;
        walk(unit, 1, true, found);
        walk(unit, 1, false, found);
        std::erase_if(found, [](const OtherEra& other) { return other.share < groundNoise; });
    }
    return at->second;
}

void SameGround::walk(UnitIndex unit, double share, bool forward, std::vector<OtherEra>& found) {
    const Unit& from = m_gazetteer.unit(unit);
    if (forward ? from.valid.to.isOpen() : from.valid.from <= gazetteer::firstDay)
        return;
    const Date day = forward ? from.valid.to : from.valid.from.previousDay();
    const auto add = [&](UnitIndex other, double part) {
        const auto same = std::find_if(found.begin(), found.end(),
                                       [&](const OtherEra& one) { return one.unit == other; });
        if (same == found.end())
            found.push_back({other, part, forward});
        else
            same->share += part;
    };
    for (const gazetteer::Share& next : m_gazetteer.convert(unit, day, 0)) {
        const double part = share * next.share;
        if (next.unit == unit || part <= 0)
            continue;
        add(next.unit, part);
        if (!forward && m_gazetteer.unit(next.unit).level == gazetteer::Level::Commune)
            if (const UnitIndex district =
                    m_gazetteer.ancestorAt(next.unit, gazetteer::Level::District, day);
                district != noUnit && m_gazetteer.unit(district).valid.to <= from.valid.from)
                add(district, part);
        if (part >= groundNoise)
            walk(next.unit, part, forward, found);
    }
}

} // namespace terroir::figures
