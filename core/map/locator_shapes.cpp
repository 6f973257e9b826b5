#include "core/map/locator_shapes.hpp"

#include <set>
#include <vector>

namespace terroir::map {

namespace {

using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

/// Of the country on some six centimetres: a fifth of a millimetre.
constexpr double countryMetres = 3000, provinceMetres = 400;

/// The province that all units are a part of; noUnit when they are a whole one or more.
UnitIndex provinceAround(const gazetteer::Gazetteer& gazetteer,
                         const figures::EvaluatedTheme& evaluated) {
    if (evaluated.within == noUnit || gazetteer.unit(evaluated.within).level == Level::Province)
        return noUnit;
    return gazetteer.ancestorAt(evaluated.within, Level::Province, evaluated.asOf);
}

} // namespace

LocatorShapes locatorShapesOf(workspace::Workspace& workspace,
                              const figures::EvaluatedTheme& evaluated) {
    const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
    const Date day = evaluated.asOf;
    const auto shapesOf = [&](const std::vector<UnitIndex>& asked, double metres) {
        return boundaries::shapesOf(workspace.file(), gazetteer, asked, day, metres);
    };
    if (const UnitIndex province = provinceAround(gazetteer, evaluated); province != noUnit)
        return {shapesOf(gazetteer.childrenAt(province, day), provinceMetres), province};
    std::set<UnitIndex> provinces;
    for (const UnitIndex unit : evaluated.units)
        provinces.insert(gazetteer.ancestorAt(unit, Level::Province, day));
    if (2 * provinces.size() > gazetteer.unitsAt(Level::Province, day).size())
        return {};
    return {shapesOf(gazetteer.unitsAt(Level::Province, day), countryMetres), noUnit};
}

} // namespace terroir::map
