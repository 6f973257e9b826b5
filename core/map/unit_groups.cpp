#include "core/map/unit_groups.hpp"

#include "core/geometry/dissolve.hpp"
#include "core/geometry/topology.hpp"
#include "core/map/unit_fills.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace terroir::map {

using figures::UnitGroup;

std::set<UnitGroup> shownGroups(const figures::EvaluatedLayer& layer) {
    std::set<UnitGroup> groups;
    if (fillsAreas(layer))
        for (const auto& [unit, group] : layer.filledBy)
            groups.insert(group);
    else
        for (const auto& [group, shared] : layer.shared)
            groups.insert(group);
    return groups;
}

std::set<UnitGroup> shownGroups(const figures::EvaluatedTheme& evaluated) {
    std::set<UnitGroup> groups;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        groups.merge(shownGroups(layer));
    return groups;
}

std::vector<DrawnGroup> groupsOf(const figures::EvaluatedTheme& evaluated,
                                 const std::vector<DrawnUnit>& units,
                                 const std::vector<DrawnUnit>& formers) {
    std::map<gazetteer::UnitIndex, const DrawnUnit*> drawn, old;
    for (const DrawnUnit& unit : units)
        drawn[unit.unit] = &unit;
    for (const DrawnUnit& former : formers)
        old[former.unit] = &former;
    std::vector<DrawnGroup> groups;
    for (const UnitGroup& group : shownGroups(evaluated)) {
        std::vector<geometry::MultiPolygon> shapes;
        for (const gazetteer::UnitIndex unit : group)
            if (const auto found = drawn.find(unit); found != drawn.end())
                shapes.push_back(found->second->shape);
        if (shapes.empty())
            continue;
        DrawnGroup whole{group, {}};
        const auto former = old.find(figures::namedBy(evaluated, group));
        if (former != old.end())
            whole.ground.shape = former->second->shape;
        else if (auto joined = geometry::dissolve(shapes))
            whole.ground.shape = std::move(*joined);
        else // shapes that do not fit: each with its own outline
            for (const geometry::MultiPolygon& shape : shapes)
                whole.ground.shape.insert(whole.ground.shape.end(), shape.begin(), shape.end());
        whole.ground.box = geometry::boxOf(whole.ground.shape);
        groups.push_back(std::move(whole));
    }
    return groups;
}

std::vector<geometry::InnerPoint>
placesOfGroups(const std::vector<DrawnGroup>& groups, const std::vector<DrawnUnit>& units,
               const std::function<bool(gazetteer::UnitIndex)>& hasSymbols) {
    std::set<gazetteer::UnitIndex> taken;
    for (const DrawnUnit& unit : units)
        if (hasSymbols(unit.unit))
            taken.insert(unit.unit);
    std::vector<geometry::InnerPoint> places;
    for (const DrawnGroup& group : groups) {
        const geometry::InnerPoint& middle = group.ground.widest;
        const DrawnUnit* below = nullptr;
        const DrawnUnit* largest = nullptr; // that bears nothing
        for (const DrawnUnit& unit : units) {
            if (!std::binary_search(group.units.begin(), group.units.end(), unit.unit))
                continue;
            if (geometry::contains(unit.shape, middle.point))
                below = &unit;
            if (!taken.contains(unit.unit) &&
                (largest == nullptr || unit.widest.radius > largest->widest.radius))
                largest = &unit;
        }
        const bool isElsewhere =
            below != nullptr && taken.contains(below->unit) && largest != nullptr;
        places.push_back(isElsewhere ? largest->widest : middle);
        if (const DrawnUnit* bearer = isElsewhere ? largest : below)
            taken.insert(bearer->unit);
    }
    return places;
}

} // namespace terroir::map
