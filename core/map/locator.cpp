#include "core/map/locator.hpp"

#include "core/map/ink.hpp"
#include "core/map/page_map.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace terroir::map {

namespace {

using gazetteer::noUnit;
using geometry::Box;

constexpr Colour shownFill{196, 74, 52}, aroundFill{250, 249, 246};
constexpr double minMarkMm = 2.6; ///< of a frame's rectangle, on A4

Box reachOf(const boundaries::UnitShapes& shapes) {
    Box box;
    for (const boundaries::UnitShape& unit : shapes.units)
        box.expand(geometry::boxOf(unit.shape));
    return box;
}

std::vector<std::vector<geometry::Point>> outlinesOf(const geometry::MultiPolygon& shape) {
    std::vector<std::vector<geometry::Point>> rings;
    for (const geometry::Polygon& polygon : shape)
        rings.push_back(polygon.outer);
    return rings;
}

} // namespace

double locatorAspect(const LocatorShapes& locator) {
    Box box = reachOf(locator.shapes);
    if (locator.province == noUnit)
        for (const Archipelago& archipelago : archipelagos())
            box.expand(archipelago.lonLat);
    const double latitude = (box.minY + box.maxY) / 2 * std::numbers::pi / 180;
    return std::clamp(box.height() / std::max(1e-9, box.width() * std::cos(latitude)), 0.4, 2.2);
}

Group locatorMap(const LocatorShapes& locator, const boundaries::UnitShapes& units,
                 std::span<const Box> frames, const Box& mm, Language language,
                 const Typesetter& type) {
    Group group{"locator", {}, mm};
    group.items.emplace_back(rectangle(mm, {ink::paper}, {ink::frameLine, type.mm(0.2)}));
    const PageMap map(locator.shapes, grown(mm, -type.mm(1)));
    for (const boundaries::UnitShape& unit : locator.shapes.units)
        group.items.emplace_back(PathItem{outlinesOf(map.toPage(unit.shape)),
                                          false,
                                          {aroundFill},
                                          {ink::unitLine, type.mm(0.1)}});
    for (const boundaries::UnitShape& unit : units.units)
        group.items.emplace_back(PathItem{
            outlinesOf(map.toPage(unit.shape)), false, {shownFill}, {shownFill, type.mm(0.1)}});
    if (locator.province == noUnit) {
        const TextStyle style = type.style(4.6, false, true);
        for (const Archipelago& archipelago : archipelagos()) {
            const geometry::Point at = map.toPage(archipelago.middle());
            const auto lines = type.wrap(archipelago.name.in(language), style, type.mm(17), 3);
            double y = at.y - double(lines.size() - 1) / 2 * Typesetter::lineHeight(style);
            for (const std::string& line : lines) {
                const double half = type.width(line, style) / 2;
                const double x =
                    std::clamp(at.x, mm.minX + half + type.mm(0.6), mm.maxX - half - type.mm(0.6));
                group.items.emplace_back(TextItem{
                    {x, y}, line, style, Align::Centre, ink::quietText, {255, 255, 255, 255}, 0.2});
                y += Typesetter::lineHeight(style);
            }
        }
    }
    for (const Box& frame : frames) {
        Box box;
        for (const geometry::Point& corner :
             {geometry::Point{frame.minX, frame.minY}, geometry::Point{frame.maxX, frame.maxY},
              geometry::Point{frame.minX, frame.maxY}, geometry::Point{frame.maxX, frame.minY}})
            box.expand(map.toPage(corner));
        const double more = std::max(0.0, type.mm(minMarkMm) - std::min(box.width(), box.height()));
        box = grown(box, more / 2);
        box = {std::max(box.minX, mm.minX), std::max(box.minY, mm.minY),
               std::min(box.maxX, mm.maxX), std::min(box.maxY, mm.maxY)};
        group.items.emplace_back(rectangle(box, {}, {ink::notice, type.mm(0.3)}));
    }
    return group;
}

} // namespace terroir::map
