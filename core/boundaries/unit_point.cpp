#include "core/boundaries/unit_point.hpp"

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::LonLat;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

UnitIndex onOutlineDay(const Gazetteer& gazetteer, UnitIndex unit) {
    if (gazetteer.unit(unit).valid.contains(outlineDay))
        return unit;
    const auto shares = gazetteer.convert(unit, outlineDay);
    return shares.empty() ? noUnit : shares.front().unit;
}

std::optional<LonLat> pointOf(const Gazetteer& gazetteer, UnitIndex unit) {
    if (const auto point = gazetteer.unit(unit).point)
        return point;
    const UnitIndex then = onOutlineDay(gazetteer, unit);
    return then == noUnit ? std::nullopt : gazetteer.unit(then).point;
}

} // namespace terroir::boundaries
