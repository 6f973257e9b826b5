#include "plugin/cli/map_data.hpp"

#include <algorithm>
#include <set>

namespace terroir::cli {

namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

std::vector<UnitIndex> parentsOf(const Gazetteer& gazetteer, const std::vector<UnitIndex>& units, Date asOf) {
    std::set<UnitIndex> parents;
    for (const UnitIndex unit : units)
        if (const UnitIndex parent = gazetteer.parentAt(unit, asOf); parent != noUnit)
            parents.insert(parent);
    return {parents.begin(), parents.end()};
}

/// The other units of the same level under the same parents' parent: what lies around a district.
/// Nothing around whole provinces, which stand alone on their page.
std::vector<UnitIndex> neighboursOf(const Gazetteer& gazetteer, const theme::EvaluatedTheme& evaluated) {
    std::vector<UnitIndex> around;
    for (const UnitIndex top : parentsOf(gazetteer, parentsOf(gazetteer, evaluated.units, evaluated.asOf),
                                         evaluated.asOf)) {
        const std::vector<UnitIndex> districts = gazetteer.childrenAt(top, evaluated.asOf);
        around.insert(around.end(), districts.begin(), districts.end());
    }
    return around;
}

} // namespace

theme::MapData mapDataOf(Session& session, const theme::EvaluatedTheme& evaluated) {
    const Gazetteer& gazetteer = session.gazetteer();
    const auto shapesOf = [&](const std::vector<UnitIndex>& units) {
        return units.empty() ? boundaries::Shapes()
                             : boundaries::shapesOf(session.workspace(), gazetteer, units, evaluated.asOf);
    };
    theme::MapData data;
    data.gazetteer = &gazetteer;
    data.shapes = shapesOf(evaluated.units);
    data.parents = shapesOf(parentsOf(gazetteer, evaluated.units, evaluated.asOf));
    data.context = shapesOf(neighboursOf(gazetteer, evaluated));
    data.sources = session.sources();
    data.records = session.records();
    return data;
}

} // namespace terroir::cli
