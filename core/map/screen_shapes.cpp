#include "core/map/screen_shapes.hpp"

#include "core/figures/former_units.hpp"
#include "core/geometry/mercator.hpp"
#include "core/geometry/topology.hpp"
#include "core/map/page_shapes.hpp"
#include "core/map/unit_groups.hpp"

#include <algorithm>

namespace terroir::map {

using gazetteer::noUnit;
using gazetteer::UnitIndex;
using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;

namespace {

/// Detail in metres, coarse to fine; the first is what every shape has from the start.
constexpr std::array<double, 6> levels{1000, 300, 100, 30, 10, 0};
/// Fine shapes that are kept beyond the view, in points.
constexpr std::size_t maxPoints = 1'500'000;

std::size_t levelFor(double metres) {
    std::size_t level = 0;
    while (level + 1 < levels.size() && levels[level] > metres)
        ++level;
    return level;
}

std::size_t pointsOf(const MultiPolygon& shape) {
    std::size_t points = 0;
    for (const geometry::Polygon& polygon : shape) {
        points += polygon.outer.size();
        for (const geometry::Ring& hole : polygon.holes)
            points += hole.size();
    }
    return points;
}

} // namespace

ScreenShapes::ScreenShapes(workspace::Workspace& workspace,
                           const figures::EvaluatedTheme& evaluated)
    : m_workspace(workspace), m_asOf(evaluated.asOf), m_base(baseMapOf(workspace)) {
    const ShownUnits units = unitsOfMap(workspace.gazetteer(), evaluated);
    boundaries::UnitShapes shapes = boundaries::shapesOf(workspace.file(), workspace.gazetteer(),
                                                         units.units, m_asOf, levels.front());
    m_units = itemsOf(shapes);
    m_formers = itemsOf(figures::formerUnitsOf(workspace.file(), workspace.gazetteer(), evaluated,
                                               shownGroups(evaluated), shapes, levels.front()));
    m_missing = std::move(shapes.missing);
    for (const Item& item : m_units) {
        m_extent.expand(item.box);
        m_approximate.units += item.official ? 0 : 1;
    }
    m_approximate.ofAll = m_units.size();
    m_parents = itemsOf(units.parents);
    m_context = itemsOf(units.context);
    m_tops = itemsOf(units.tops);
}

std::vector<ScreenShapes::Item> ScreenShapes::itemsOf(const std::vector<UnitIndex>& units) {
    return units.empty() ? std::vector<Item>()
                         : itemsOf(boundaries::shapesOf(m_workspace.file(), m_workspace.gazetteer(),
                                                        units, m_asOf, levels.front()));
}

std::vector<ScreenShapes::Item> ScreenShapes::itemsOf(const boundaries::UnitShapes& shapes) const {
    std::vector<Item> items;
    for (const boundaries::UnitShape& shape : shapes.units) {
        Item item;
        item.unit = shape.unit;
        item.coarse = std::make_shared<const MultiPolygon>(geometry::toMercator(shape.shape));
        item.box = geometry::boxOf(*item.coarse);
        item.official = shape.origin == boundaries::Origin::Official;
        item.followsOfficial = shape.followsOfficial;
        items.push_back(std::move(item));
    }
    return items;
}

void ScreenShapes::fetch(std::vector<Item>& items, const Box& box) {
    std::vector<UnitIndex> wanted;
    for (const Item& item : items)
        if (item.followsOfficial && item.fine == nullptr && item.box.meets(box))
            wanted.push_back(item.unit);
    if (wanted.empty())
        return;
    const boundaries::UnitShapes shapes = figures::shapesOfOwnDays(
        m_workspace.file(), m_workspace.gazetteer(), wanted, m_asOf, levels[m_level]);
    auto item = items.begin();
    for (const boundaries::UnitShape& shape : shapes.units) {
        while (item != items.end() && item->unit != shape.unit)
            ++item;
        if (item == items.end())
            return;
        item->fine = std::make_shared<const MultiPolygon>(geometry::toMercator(shape.shape));
        m_points += pointsOf(*item->fine);
    }
}

void ScreenShapes::forgetOutside(const Box& box) {
    m_points = 0;
    for (std::vector<Item>* items : {&m_units, &m_parents, &m_context, &m_tops, &m_formers})
        for (Item& item : *items) {
            if (!item.box.meets(box))
                item.fine.reset();
            else if (item.fine != nullptr)
                m_points += pointsOf(*item.fine);
        }
}

map::ViewShapes ScreenShapes::within(const Box& mercator, double metres) {
    const std::size_t level = levelFor(metres);
    if (level != m_level) {
        m_level = level;
        forgetOutside({});
    }
    if (m_points > maxPoints)
        forgetOutside(mercator);
    map::ViewShapes ground;
    ground.unitsOfMap = m_units.size();
    ground.base = m_base.get();
    const auto take = [&](std::vector<Item>& items, std::vector<map::PlacedUnit>& out) {
        if (m_level > 0)
            fetch(items, mercator);
        for (const Item& item : items)
            if (item.box.meets(mercator))
                out.push_back(
                    {item.unit, item.fine != nullptr ? item.fine : item.coarse, item.box});
    };
    take(m_units, ground.units);
    take(m_parents, ground.parents);
    take(m_context, ground.context);
    take(m_tops, ground.tops);
    take(m_formers, ground.formers);
    return ground;
}

UnitIndex ScreenShapes::unitAt(Point mercator) const {
    for (const Item& item : m_units) {
        if (mercator.x < item.box.minX || mercator.x > item.box.maxX ||
            mercator.y < item.box.minY || mercator.y > item.box.maxY)
            continue;
        if (geometry::contains(item.fine != nullptr ? *item.fine : *item.coarse, mercator))
            return item.unit;
    }
    return noUnit;
}

const ScreenShapes::Item* ScreenShapes::find(UnitIndex unit) const {
    for (const std::vector<Item>* items : {&m_units, &m_parents, &m_context, &m_tops})
        for (const Item& item : *items)
            if (item.unit == unit)
                return &item;
    return nullptr;
}

Box ScreenShapes::boxOf(UnitIndex unit) const {
    const Item* item = find(unit);
    return item == nullptr ? Box() : item->box;
}

ScreenShapes::Shape ScreenShapes::shapeOf(UnitIndex unit) const {
    const Item* item = find(unit);
    return item == nullptr ? nullptr : item->fine != nullptr ? item->fine : item->coarse;
}

} // namespace terroir::map
