#include "core/map/drawn_map.hpp"

#include "core/base/error.hpp"
#include "core/base/two_threads.hpp"
#include "core/map/page_map.hpp"
#include "core/map/symbols.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

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

/// Without points nearer than a millimetre to the one before, but for the last.
std::vector<Point> thinned(const std::vector<Point>& line) {
    std::vector<Point> kept;
    for (const Point& point : line)
        if (kept.empty() || &point == &line.back() ||
            std::hypot(point.x - kept.back().x, point.y - kept.back().y) >= 1)
            kept.push_back(point);
    return kept;
}

/// Where two neighbouring countries meet: their own border runs on from there, nobody says where.
std::vector<Point> meetingPoints(const std::vector<boundaries::BorderStretch>& border) {
    std::vector<Point> points;
    for (const boundaries::BorderStretch& one : border)
        for (const boundaries::BorderStretch& next : border)
            if (!one.line.empty() && !next.line.empty() && one.line.back() == next.line.front() &&
                one.neighbour != next.neighbour)
                points.push_back(one.line.back());
    return points;
}

/// Which stretch of the border a place lies behind, and how far; none for one on this side, at sea,
/// behind a part that is not in the frame, or nearer to one of the points where countries meet than
/// to be surely on this side of their border. Its side is that of the nearest edge, at a corner of
/// the one that it lies more beside.
std::optional<std::pair<const boundaries::BorderStretch*, double>>
beyondBorder(const std::vector<boundaries::BorderStretch>& border,
             const std::vector<Point>& meetings, const Box& frame, Point at) {
    double least = 1e300, side = 0;
    Point nearestFoot;
    const boundaries::BorderStretch* nearest = nullptr;
    bool isSeen = false, isSea = false;
    for (const boundaries::BorderStretch& stretch : border)
        for (std::size_t i = 0; i + 1 < stretch.line.size(); ++i) {
            const Point a = stretch.line[i], b = stretch.line[i + 1];
            const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
            if (squared == 0)
                continue;
            const double along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / squared;
            const double t = std::clamp(along, 0.0, 1.0);
            const Point foot{a.x + t * dx, a.y + t * dy};
            const double distance = std::hypot(at.x - foot.x, at.y - foot.y);
            const double beside = (dx * (at.y - a.y) - dy * (at.x - a.x)) / std::sqrt(squared);
            if (distance > least + 1e-9 ||
                (distance > least - 1e-9 && std::abs(beside) <= std::abs(side)))
                continue;
            least = distance;
            side = beside;
            nearest = &stretch;
            nearestFoot = foot;
            isSeen = foot.x > frame.minX && foot.x < frame.maxX && foot.y > frame.minY &&
                     foot.y < frame.maxY;
            isSea = (stretch.startsAtSea && i == 0 && along <= 0) ||
                    (stretch.endsAtSea && i + 2 == stretch.line.size() && along >= 1);
        }
    // The frame's y runs down, so that the other side, to the right, has a positive one.
    if (nearest == nullptr || !isSeen || isSea || side <= 0)
        return std::nullopt;
    const auto isNear = [&](Point meeting) {
        return std::hypot(nearestFoot.x - meeting.x, nearestFoot.y - meeting.y) < least;
    };
    if (std::any_of(meetings.begin(), meetings.end(), isNear))
        return std::nullopt;
    return std::pair(nearest, least);
}

/// False when it was stopped.
template <typename Drawn, typename GroundOf>
bool setAllWidest(std::vector<Drawn>& all, const figures::EvaluatedTheme& evaluated, double minMm,
                  const Stop& stop, const GroundOf& groundOf) {
    constexpr std::size_t atOnce = 256; // between questions whether to stop
    const double aspect = aspectOf(evaluated);
    for (std::size_t first = 0; first < all.size(); first += atOnce) {
        if (stop && stop())
            return false;
        onTwoThreads(std::min(atOnce, all.size() - first),
                     [&](std::size_t i) { setWidest(groundOf(all[first + i]), aspect, minMm); });
    }
    return true;
}

} // namespace

bool findWidest(std::vector<DrawnUnit>& units, const figures::EvaluatedTheme& evaluated,
                double minMm, const Stop& stop) {
    return setAllWidest(units, evaluated, minMm, stop,
                        [](DrawnUnit& unit) -> DrawnUnit& { return unit; });
}

bool findWidest(std::vector<DrawnGroup>& groups, const figures::EvaluatedTheme& evaluated,
                double minMm, const Stop& stop) {
    return setAllWidest(groups, evaluated, minMm, stop,
                        [](DrawnGroup& group) -> DrawnUnit& { return group.ground; });
}

void dropCoveredContext(DrawnMap& map) {
    std::erase_if(map.context, [&](const DrawnUnit& unit) {
        return std::any_of(map.parents.begin(), map.parents.end(),
                           [&](const DrawnUnit& parent) { return parent.unit == unit.unit; });
    });
}

void setBorder(DrawnMap& map, std::vector<boundaries::BorderStretch> border,
               const std::function<double(const std::string&)>& widthOf) {
    map.border = std::move(border);
    std::vector<boundaries::BorderStretch> rough = map.border;
    for (boundaries::BorderStretch& stretch : rough)
        stretch.line = thinned(stretch.line);
    const std::vector<Point> meetings = meetingPoints(rough);
    struct Place {
        double room = 0;
        Point at;
    };
    std::map<std::string, Place> best;
    const double step = std::max(map.frame.width(), map.frame.height()) / 50;
    for (double y = map.frame.minY + step; y < map.frame.maxY; y += step)
        for (double x = map.frame.minX + step; x < map.frame.maxX; x += step) {
            const Point at{x, y};
            const auto beyond = beyondBorder(rough, meetings, map.frame, at);
            if (!beyond || beyond->second > beyond->first->kmDeep * map.mmPerKm)
                continue;
            // Names are wide and low.
            const double room = std::min({beyond->second, x - map.frame.minX, map.frame.maxX - x,
                                          2 * (y - map.frame.minY), 2 * (map.frame.maxY - y)});
            Place& place = best[beyond->first->neighbour.in(map.evaluated.language)];
            if (room > place.room)
                place = {room, at};
        }
    for (const auto& [name, place] : best)
        if (place.room > widthOf(name) / 2)
            map.countryNames.emplace_back(name, place.at);
}

void setSeaNames(DrawnMap& map, const ToFrame& toFrame) {
    for (const Archipelago& archipelago : archipelagos()) {
        const Point at = toFrame(archipelago.middle());
        if (at.x > map.frame.minX && at.x < map.frame.maxX && at.y > map.frame.minY &&
            at.y < map.frame.maxY)
            map.seaNames.emplace_back(archipelago.name.in(map.evaluated.language), at);
    }
}

} // namespace terroir::map
