#include "core/gazetteer/versions.hpp"

namespace terroir::gazetteer {

Date dayOf(const Unit& unit, Date day) {
    if (unit.valid.contains(day))
        return day;
    return day < unit.valid.from ? unit.valid.from : unit.valid.to.previousDay();
}

UnitIndex versionNear(const Gazetteer& gazetteer, std::span<const UnitIndex> versions, Date day) {
    const auto from = [&](UnitIndex version) { return gazetteer.unit(version).valid.from; };
    UnitIndex near = noUnit, first = noUnit;
    for (const UnitIndex version : versions) {
        if (first == noUnit || from(version) < from(first))
            first = version;
        if (from(version) <= day && (near == noUnit || from(near) < from(version)))
            near = version;
    }
    return near == noUnit ? first : near;
}

UnitIndex versionNear(const Gazetteer& gazetteer, std::string_view code, Date day) {
    return versionNear(gazetteer, gazetteer.versions(code), day);
}

std::string describeNear(const Gazetteer& gazetteer, UnitIndex unit, Date day) {
    return gazetteer.describe(unit, dayOf(gazetteer.unit(unit), day));
}

} // namespace terroir::gazetteer
