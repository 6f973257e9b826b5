#include "core/figures/former_units.hpp"

#include "core/gazetteer/versions.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace terroir::figures {

using boundaries::Origin;
using boundaries::UnitShape;
using boundaries::UnitShapes;
using gazetteer::UnitIndex;

UnitShapes shapesOfOwnDays(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                           std::span<const UnitIndex> units, Date asOf, double tolerance) {
    std::map<Date, std::vector<UnitIndex>> byDay;
    for (const UnitIndex unit : units)
        byDay[gazetteer::dayOf(gazetteer.unit(unit), asOf)].push_back(unit);
    UnitShapes all;
    for (const auto& [day, ofDay] : byDay) {
        UnitShapes shapes = boundaries::shapesOf(workspace, gazetteer, ofDay, day, tolerance);
        std::move(shapes.units.begin(), shapes.units.end(), std::back_inserter(all.units));
        all.missing.insert(all.missing.end(), shapes.missing.begin(), shapes.missing.end());
    }
    return all;
}

UnitShapes formerUnitsOf(store::WorkspaceFile& workspace, const gazetteer::Gazetteer& gazetteer,
                         const EvaluatedTheme& evaluated, const std::set<UnitGroup>& groups,
                         const UnitShapes& today, double tolerance) {
    std::set<UnitIndex> official;
    for (const UnitShape& shape : today.units)
        if (shape.origin == Origin::Official)
            official.insert(shape.unit);
    const auto isOfficial = [&](UnitIndex unit) { return official.contains(unit); };
    std::set<UnitIndex> former;
    for (const UnitGroup& group : groups)
        if (const UnitIndex named = namedBy(evaluated, group);
            named != gazetteer::noUnit && !gazetteer.unit(named).valid.contains(evaluated.asOf) &&
            std::all_of(group.begin(), group.end(), isOfficial))
            former.insert(named);
    UnitShapes shapes = shapesOfOwnDays(
        workspace, gazetteer, std::vector(former.begin(), former.end()), evaluated.asOf, tolerance);
    std::erase_if(shapes.units,
                  [](const UnitShape& shape) { return shape.origin != Origin::Official; });
    return shapes;
}

} // namespace terroir::figures
