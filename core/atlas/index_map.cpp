#include "core/atlas/index_map.hpp"

#include "core/geometry/mercator.hpp"
#include "core/geometry/topology.hpp"
#include "core/map/ink.hpp"
#include "core/map/page_map.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::atlas {

using geometry::Box;
using geometry::Point;
namespace ink = map::ink;

namespace {

constexpr double pageGridMm = 0.05;

/// On the page, without points that no printer tells apart.
std::vector<std::vector<Point>> ringsOf(const geometry::MultiPolygon& shape,
                                        const map::ViewPort& port, Point corner) {
    std::vector<std::vector<Point>> rings;
    const auto add = [&](const geometry::Ring& ring) {
        std::vector<Point> out;
        for (const Point& point : ring) {
            const Point at = port.toScreen(point);
            const Point snapped{std::round(at.x / pageGridMm) * pageGridMm + corner.x,
                                std::round(at.y / pageGridMm) * pageGridMm + corner.y};
            if (out.empty() || out.back() != snapped)
                out.push_back(snapped);
        }
        if (out.size() > 3)
            rings.push_back(std::move(out));
    };
    for (const geometry::Polygon& polygon : shape) {
        add(polygon.outer);
        for (const geometry::Ring& hole : polygon.holes)
            add(hole);
    }
    return rings;
}

/// The archipelagos are named on every map that reaches them.
void addSeaNames(map::Group& group, const Box& mm, const map::ViewPort& port, Language language,
                 const map::Typesetter& type) {
    const double size = std::clamp(mm.width() / type.mm(30), 4.0, 8.0);
    const map::TextStyle style = type.style(size, false, true);
    for (const map::Archipelago& archipelago : map::archipelagos()) {
        const Point onPort = port.toScreen(geometry::toMercator(archipelago.middle()));
        const Point at{onPort.x + mm.minX, onPort.y + mm.minY};
        if (at.x < mm.minX || at.x > mm.maxX || at.y < mm.minY || at.y > mm.maxY)
            continue;
        const std::string& name = archipelago.name.in(language);
        const double half = type.width(name, style) / 2 + type.mm(0.5);
        group.items.emplace_back(map::TextItem{
            {std::clamp(at.x, mm.minX + half, std::max(mm.minX + half, mm.maxX - half)),
             std::clamp(at.y, mm.minY + type.mm(3), mm.maxY - type.mm(1.5))},
            name,
            style,
            map::Align::Centre,
            ink::text,
            {255, 255, 255, 255},
            type.mm(0.3)});
    }
}

} // namespace

map::ViewPort portOf(const Box& mercator, const Box& mm, double around) {
    map::ViewPort port;
    port.centre = {(mercator.minX + mercator.maxX) / 2, (mercator.minY + mercator.maxY) / 2};
    port.widthMm = mm.width();
    port.heightMm = mm.height();
    port.metresPerMm =
        (1 + 2 * around) * std::max(mercator.width() / mm.width(), mercator.height() / mm.height());
    return port;
}

IndexMap indexMap(map::ScreenShapes& shapes, const Box& mercator, const Box& mm,
                  const FillOf& fillOf, Language language, const map::Typesetter& type) {
    IndexMap index{{"index", {}, mm}, {}};
    if (mercator.isEmpty())
        return index;
    const map::ViewPort port = portOf(mercator, mm, 0.03);
    const double metres =
        port.metresPerMm / geometry::mercatorStretch(port.centre) * pageGridMm * 4;
    const map::ViewShapes ground = shapes.within(port.mercator(), metres);
    const Point corner{mm.minX, mm.minY};
    const auto add = [&](const map::PlacedUnit& unit, const map::Fill& fill,
                         const map::Stroke& stroke) {
        index.group.items.emplace_back(
            map::PathItem{ringsOf(*unit.shape, port, corner), false, fill, stroke});
    };
    for (const map::PlacedUnit& unit : ground.context)
        add(unit, {ink::contextFill}, {ink::contextLine, type.mm(0.12)});
    for (const map::PlacedUnit& unit : ground.units) {
        index.units.emplace(unit.unit, index.group.items.size());
        add(unit, fillOf(unit.unit), {ink::unitLine, type.mm(0.12)});
    }
    for (const map::PlacedUnit& unit : ground.parents)
        add(unit, {}, {ink::parentLine, type.mm(0.25)});
    addSeaNames(index.group, mm, port, language, type);
    return index;
}

geometry::InnerPoint middleOf(const map::PathItem& unit) {
    geometry::InnerPoint middle;
    double largest = 0;
    for (const std::vector<Point>& ring : unit.rings) {
        const geometry::MultiPolygon alone{{ring, {}}};
        const double area = geometry::areaOf(alone);
        if (area <= largest)
            continue;
        largest = area;
        const Box box = geometry::boxOf(alone);
        middle = {{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2}, 0};
        if (std::min(box.width(), box.height()) > 1) {
            bool repaired = false;
            middle = geometry::widestPoint(geometry::madeValid(alone, repaired), 0.2);
        }
    }
    return middle;
}

} // namespace terroir::atlas
