#include "core/map/page_shapes.hpp"

#include "core/boundaries/province_boxes.hpp"
#include "core/figures/former_units.hpp"
#include "core/map/frame_parts.hpp"
#include "core/map/page_map.hpp"
#include "core/map/unit_groups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace terroir::map {

namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::UnitIndex;

std::vector<UnitIndex> parentsOf(const Gazetteer& gazetteer, const std::vector<UnitIndex>& units,
                                 Date asOf) {
    std::set<UnitIndex> parents;
    for (const UnitIndex unit : units)
        if (const UnitIndex parent = gazetteer.parentAt(unit, asOf); parent != noUnit)
            parents.insert(parent);
    return {parents.begin(), parents.end()};
}

/// What lies around: the other districts of the province(s), and the other provinces. The parents
/// of what is shown are not among them, they have their own outline.
std::vector<UnitIndex> neighboursOf(const Gazetteer& gazetteer, const std::vector<UnitIndex>& units,
                                    const std::vector<UnitIndex>& parents, Date asOf) {
    std::set<UnitIndex> shown(units.begin(), units.end());
    shown.insert(parents.begin(), parents.end());
    std::vector<UnitIndex> around;
    for (const UnitIndex top : parentsOf(gazetteer, parents, asOf)) {
        shown.insert(top);
        for (const UnitIndex district : gazetteer.childrenAt(top, asOf))
            if (!shown.contains(district))
                around.push_back(district);
    }
    for (const UnitIndex province : gazetteer.unitsAt(Level::Province, asOf))
        if (!shown.contains(province))
            around.push_back(province);
    return around;
}

/// Metres: enough detail to know where a unit lies.
constexpr double roughMetres = 1000;

/// Those that may reach into a map of the shapes: pages are at most some three times as wide as
/// what they show.
std::vector<UnitIndex> near(const std::vector<UnitIndex>& units,
                            const boundaries::UnitShapes& shown, workspace::Workspace& workspace,
                            Date asOf) {
    geometry::Box box;
    for (const boundaries::UnitShape& shape : shown.units)
        box.expand(geometry::boxOf(shape.shape));
    if (box.isEmpty() || units.empty())
        return units;
    const double around = 1.5 * std::max(box.width(), box.height());
    std::map<UnitIndex, geometry::Box> boxes =
        boundaries::provinceBoxes(workspace.file(), workspace.gazetteer(), units, asOf);
    std::vector<UnitIndex> others;
    for (const UnitIndex unit : units)
        if (!boxes.contains(unit))
            others.push_back(unit);
    if (!others.empty())
        for (const boundaries::UnitShape& shape :
             boundaries::shapesOf(workspace.file(), workspace.gazetteer(), others, asOf,
                                  roughMetres)
                 .units)
            boxes[shape.unit] = geometry::boxOf(shape.shape);
    std::vector<UnitIndex> kept;
    for (const UnitIndex unit : units) {
        const auto known = boxes.find(unit);
        if (known == boxes.end())
            continue;
        const geometry::Box& other = known->second;
        if (other.minX < box.maxX + around && other.maxX > box.minX - around &&
            other.minY < box.maxY + around && other.maxY > box.minY - around)
            kept.push_back(unit);
    }
    return kept;
}

/// Parts far apart are drawn larger than all of them together would be.
double toleranceOfParts(const std::vector<FramePart>& parts, workspace::Workspace& workspace,
                        Date asOf, const Page& page) {
    std::vector<double> tolerances;
    for (const FramePart& part : parts) {
        const std::vector<UnitIndex> units(part.marked.begin(), part.marked.end());
        const geometry::Box box =
            boundaries::officialBox(workspace.file(), workspace.gazetteer(), units, asOf);
        if (!box.isEmpty())
            tolerances.push_back(toleranceOn(page, box));
    }
    return tolerances.empty() ? 0 : *std::min_element(tolerances.begin(), tolerances.end());
}

} // namespace

figures::PageWords::Approximate approximateOf(const PageShapes& data) {
    return {data.shapes.approximate(), data.shapes.units.size()};
}

std::vector<boundaries::BorderStretch>
borderOf(workspace::Workspace& workspace, Date asOf, const boundaries::UnitShapes& units,
         std::initializer_list<const boundaries::UnitShapes*> shown,
         const std::function<boundaries::UnitShapes(const std::vector<UnitIndex>&)>& shapesOf) {
    const Gazetteer& gazetteer = workspace.gazetteer();
    std::vector<boundaries::UnitShape> provinces;
    std::set<UnitIndex> known, missing;
    const auto addProvinces = [&](const boundaries::UnitShapes& shapes) {
        for (const boundaries::UnitShape& shape : shapes.units)
            if (gazetteer.unit(shape.unit).level == Level::Province &&
                known.insert(shape.unit).second)
                provinces.push_back(shape);
    };
    addProvinces(units);
    for (const boundaries::UnitShapes* shapes : shown)
        addProvinces(*shapes);
    for (const boundaries::UnitShape& shape : units.units)
        if (const UnitIndex province = gazetteer.ancestorAt(shape.unit, Level::Province, asOf);
            province != noUnit && !known.contains(province))
            missing.insert(province);
    for (boundaries::UnitShape& shape : shapesOf({missing.begin(), missing.end()}).units)
        provinces.push_back(std::move(shape));
    return boundaries::landBorder(workspace.file(), gazetteer, asOf, provinces);
}

ShownUnits unitsOfMap(const Gazetteer& gazetteer, const figures::EvaluatedTheme& evaluated) {
    ShownUnits units;
    units.units = evaluated.units;
    units.parents = parentsOf(gazetteer, evaluated.units, evaluated.asOf);
    units.context = neighboursOf(gazetteer, evaluated.units, units.parents, evaluated.asOf);
    if (auto tops = parentsOf(gazetteer, units.parents, evaluated.asOf); tops.size() > 1)
        units.tops = std::move(tops);
    return units;
}

std::shared_ptr<base_map::BaseMap> baseMapOf(workspace::Workspace& workspace) {
    std::vector<base_map::BaseLayer> layers = base_map::baseLayers(workspace.file());
    return layers.empty() ? nullptr : std::make_shared<base_map::BaseMap>(std::move(layers));
}

map::PageShapes pageShapesOf(workspace::Workspace& workspace,
                             const figures::EvaluatedTheme& evaluated, const map::Page& page) {
    const Gazetteer& gazetteer = workspace.gazetteer();
    double tolerance = map::toleranceOn(
        page, page.extent ? *page.extent
                          : boundaries::officialBox(workspace.file(), gazetteer, evaluated.units,
                                                    evaluated.asOf));
    const auto shapesOf = [&](const std::vector<UnitIndex>& asked) {
        return asked.empty() ? boundaries::UnitShapes()
                             : boundaries::shapesOf(workspace.file(), gazetteer, asked,
                                                    evaluated.asOf, tolerance);
    };
    const ShownUnits units = unitsOfMap(gazetteer, evaluated);
    map::PageShapes data;
    data.gazetteer = &gazetteer;
    data.shapes = shapesOf(units.units);
    if (const std::vector<FramePart> parts = framePartsOf(data.shapes);
        !parts.empty() && !page.extent) {
        tolerance = toleranceOfParts(parts, workspace, evaluated.asOf, page);
        data.shapes = shapesOf(units.units);
    }
    addFormerUnits(workspace, evaluated, page, data);
    data.parents = shapesOf(units.parents);
    data.tops = shapesOf(units.tops);
    data.context = shapesOf(near(units.context, data.shapes, workspace, evaluated.asOf));
    data.border =
        borderOf(workspace, evaluated.asOf, data.shapes, {&data.parents, &data.context}, shapesOf);
    data.sources = workspace.sources();
    if (page.layout.locator)
        data.locator = locatorShapesOf(workspace, evaluated);
    data.base = baseMapOf(workspace);
    return data;
}

void addFormerUnits(workspace::Workspace& workspace, const figures::EvaluatedTheme& evaluated,
                    const map::Page& page, PageShapes& data) {
    if (shownGroups(evaluated).empty())
        return;
    const Gazetteer& gazetteer = workspace.gazetteer();
    std::vector<UnitIndex> units;
    for (const boundaries::UnitShape& shape : data.shapes.units)
        units.push_back(shape.unit);
    const double tolerance = toleranceOn(
        page, boundaries::officialBox(workspace.file(), gazetteer, units, evaluated.asOf));
    boundaries::UnitShapes formers = figures::formerUnitsOf(
        workspace.file(), gazetteer, evaluated, shownGroups(evaluated), data.shapes, tolerance);
    for (boundaries::UnitShape& shape : formers.units) {
        const auto isSame = [&](const auto& known) { return known.unit == shape.unit; };
        std::vector<boundaries::UnitShape>& known = data.formers.units;
        if (std::none_of(known.begin(), known.end(), isSame))
            known.push_back(std::move(shape));
    }
}

} // namespace terroir::map
