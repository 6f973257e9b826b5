#include "core/map/compose_frame.hpp"

#include "core/figures/dots.hpp"
#include "core/map/dot_marks.hpp"
#include "core/map/map_areas.hpp"
#include "core/map/record_ground.hpp"
#include "core/map/unit_groups.hpp"

#include <algorithm>
#include <utility>

namespace terroir::map {

namespace {

template <class Ground>
bool findWidestOf(std::vector<Ground>& ground, const DrawnMap& map, const Stop& stop) {
    return findWidest(ground, map.evaluated, map.minMarkedMm, stop);
}

} // namespace

bool markGround(DrawnMap& map, const Stop& stop) {
    map.groups = groupsOf(map.evaluated, map.units, map.formers);
    return findWidestOf(map.units, map, stop) && findWidestOf(map.groups, map, stop);
}

void surround(DrawnMap& map, Surroundings around, const ToFrame& toFrame, const Typesetter& type) {
    map.parents = std::move(around.parents);
    map.context = std::move(around.context);
    map.tops = std::move(around.tops);
    dropCoveredContext(map);
    setRecordGround(map, toFrame, type.mm(spotMm));
    setDots(map, toFrame, type.mm(figures::dotMm / 2));
    setSeaNames(map, toFrame);
    for (boundaries::BorderStretch& stretch : around.border)
        for (geometry::Point& point : stretch.line)
            point = toFrame(point);
    setBorder(map, std::move(around.border), [&](const std::string& name) {
        return type.width(name, type.style(countryNamePt)) + type.mm(3);
    });
}

bool addMap(Scene& scene, DrawnMap& map, std::span<const geometry::Box> obstacles,
            const SymbolPlan& plan, const Typesetter& type, const Stop& stop) {
    addAreas(map, type, scene);
    if (!findWidestOf(map.parents, map, stop) || !findWidestOf(map.context, map, stop))
        return false;
    if (!map.zones.empty() || !map.lines.empty())
        scene.groups.push_back(zonesOf(map, type));
    if (!map.dots.empty())
        scene.groups.push_back(dotsOf(map, type));
    Spots spots = spotsOf(map, type);
    std::vector<geometry::Box> taken(obstacles.begin(), obstacles.end());
    taken.insert(taken.end(), spots.boxes.begin(), spots.boxes.end());
    for (const DrawnZone& zone : map.zones)
        if (const geometry::Box box = geometry::boxOf(zone.shape);
            std::max(box.width(), box.height()) < type.mm(smallZoneMm))
            taken.push_back(box);
    MapMarks marks = placeMarks(map, taken, plan, type);
    if (stop && stop())
        return false;
    scene.unitsWithData += marks.names.withData;
    scene.unnamedUnits.insert(scene.unnamedUnits.end(), marks.names.unnamed.begin(),
                              marks.names.unnamed.end());
    for (Group* group : {&marks.symbols, &marks.labels}) {
        group->clip = map.frame;
        scene.groups.push_back(std::move(*group));
        if (group == &marks.symbols && !spots.group.items.empty())
            scene.groups.push_back(std::move(spots.group));
    }
    return true;
}

Scene emptyScene(const figures::EvaluatedTheme& evaluated, double widthMm, double heightMm) {
    Scene scene;
    scene.widthMm = widthMm;
    scene.heightMm = heightMm;
    scene.mapFrameMm = {0, 0, widthMm, heightMm};
    scene.language = evaluated.language == Language::English ? "en" : "vi";
    scene.painter = evaluated.theme.painter;
    return scene;
}

} // namespace terroir::map
