#include "core/map/drawn_map.hpp"

#include "core/base/error.hpp"
#include "core/map/page_map.hpp"
#include "core/map/symbols.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::map {

namespace {

using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;

constexpr double thinningMm = 0.3;
constexpr double widestToleranceMm = 0.4;

Point middleOf(const Box& box) {
    return {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
}

const geometry::Polygon& largestPart(const MultiPolygon& shape) {
    return *std::max_element(shape.begin(), shape.end(), [](const auto& a, const auto& b) {
        return geometry::areaOf({a}) < geometry::areaOf({b});
    });
}

/// The outer ring on a coarse grid, x divided by `aspect`.
MultiPolygon thinned(const geometry::Polygon& polygon, double aspect) {
    MultiPolygon out{{}};
    for (const Point& point : polygon.outer) {
        const Point moved{std::round(point.x / thinningMm) * thinningMm / aspect,
                          std::round(point.y / thinningMm) * thinningMm};
        if (out[0].outer.empty() || moved != out[0].outer.back())
            out[0].outer.push_back(moved);
    }
    return out;
}

/// For something `aspect` times as wide as it is high.
geometry::InnerPoint widestOf(const DrawnUnit& unit, double aspect) {
    const geometry::Polygon& part = largestPart(unit.shape);
    MultiPolygon outline = thinned(part, aspect);
    if (outline[0].outer.size() < 4 || geometry::areaOf(outline) <= 0) {
        return {middleOf(geometry::boxOf({part})), 0};
    }
    geometry::InnerPoint widest;
    try {
        widest = geometry::widestPoint(outline, widestToleranceMm);
    } catch (const GeometryError&) {
        // Thinning may have made the ring cross itself; repairing every one would take longer.
        bool repaired = false;
        widest = geometry::widestPoint(geometry::madeValid(outline, repaired), widestToleranceMm);
    }
    widest.point.x *= aspect;
    return widest;
}

/// Of what is put on units: names are wider than symbols.
double aspectOf(const figures::EvaluatedTheme& evaluated) {
    return hasSymbols(evaluated) ? 1.3 : 2.2;
}

void setWidest(DrawnUnit& unit, double aspect, double minMm) {
    const double width = unit.box.width(), height = unit.box.height();
    if (std::min(width / aspect, height) * aspect < minMm)
        unit.widest = {middleOf(unit.box), std::min(width, height) / 4};
    else
        unit.widest = widestOf(unit, aspect);
}

} // namespace

bool findWidest(std::vector<DrawnUnit>& units, const figures::EvaluatedTheme& evaluated,
                double minMm, const Stop& stop) {
    const double aspect = aspectOf(evaluated);
    for (DrawnUnit& unit : units) {
        if (stop && stop())
            return false;
        setWidest(unit, aspect, minMm);
    }
    return true;
}

bool findWidest(std::vector<DrawnGroup>& groups, const figures::EvaluatedTheme& evaluated,
                double minMm, const Stop& stop) {
    const double aspect = aspectOf(evaluated);
    for (DrawnGroup& group : groups) {
        if (stop && stop())
            return false;
        setWidest(group.ground, aspect, minMm);
    }
    return true;
}

void dropCoveredContext(DrawnMap& map) {
    std::erase_if(map.context, [&](const DrawnUnit& unit) {
        return std::any_of(map.parents.begin(), map.parents.end(),
                           [&](const DrawnUnit& parent) { return parent.unit == unit.unit; });
    });
}

void setSeaNames(DrawnMap& map, const std::function<Point(Point)>& toFrame) {
    for (const Archipelago& archipelago : archipelagos()) {
        const Point at = toFrame(middleOf(archipelago.lonLat));
        if (at.x > map.frame.minX && at.x < map.frame.maxX && at.y > map.frame.minY &&
            at.y < map.frame.maxY)
            map.seaNames.emplace_back(archipelago.name.in(map.evaluated.language), at);
    }
}

} // namespace terroir::map
