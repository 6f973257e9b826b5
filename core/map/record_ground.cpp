#include "core/map/record_ground.hpp"

#include "core/base/number.hpp"
#include "core/map/ink.hpp"
#include "core/map/labels.hpp"
#include "core/map/page_map.hpp"
#include "core/map/symbols.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace terroir::map {

namespace {

using geometry::Box;
using geometry::Point;

constexpr double cornerMm = 0.05;  ///< corners nearer to each other are one
constexpr double clusterMm = 5.6;  ///< side of the squares that points are counted in, on A4
constexpr std::size_t crowd = 4;   ///< so many in a square are one circle
constexpr double countPt = 6.4;
constexpr std::size_t mostObstacles = 400; ///< beyond, names would find no room at all

/// In the middle of the country: projections reach there.
constexpr Point originLonLat{106, 16};

/// A line in the frame without corners that nobody can tell apart; its ends stay.
std::vector<Point> thinned(const std::vector<Point>& lonLat, const ToFrame& toFrame) {
    std::vector<Point> line;
    for (std::size_t i = 0; i < lonLat.size(); ++i) {
        const Point at = toFrame(lonLat[i]);
        if (line.empty() || i + 1 == lonLat.size() ||
            std::hypot(at.x - line.back().x, at.y - line.back().y) > cornerMm)
            line.push_back(at);
    }
    return line;
}

geometry::MultiPolygon thinned(const geometry::MultiPolygon& lonLat, const ToFrame& toFrame) {
    geometry::MultiPolygon shape;
    for (const geometry::Polygon& polygon : lonLat) {
        geometry::Polygon drawn{thinned(polygon.outer, toFrame), {}};
        if (drawn.outer.size() < 4)
            continue;
        for (const geometry::Ring& hole : polygon.holes)
            if (geometry::Ring ring = thinned(hole, toFrame); ring.size() >= 4)
                drawn.holes.push_back(std::move(ring));
        shape.push_back(std::move(drawn));
    }
    return shape;
}

Colour clear(Colour colour, unsigned char opacity) {
    colour.a = opacity;
    return colour;
}

bool holdsPoint(const Box& box, Point point) {
    return point.x >= box.minX && point.x <= box.maxX && point.y >= box.minY && point.y <= box.maxY;
}

Box boxAround(Point at, double radius) {
    return {at.x - radius, at.y - radius, at.x + radius, at.y + radius};
}

/// The points in one square.
struct Crowd {
    std::vector<DrawnSpot> spots;
    Point middle() const {
        Point sum;
        for (const DrawnSpot& spot : spots)
            sum = {sum.x + spot.at.x, sum.y + spot.at.y};
        return {sum.x / double(spots.size()), sum.y / double(spots.size())};
    }
    /// How many there are of each colour, in the order in which they come.
    std::pair<std::vector<double>, std::vector<Colour>> colours() const {
        std::vector<double> counts;
        std::vector<Colour> colours;
        for (const DrawnSpot& spot : spots) {
            const auto known = std::find(colours.begin(), colours.end(), spot.colour);
            if (known == colours.end()) {
                colours.push_back(spot.colour);
                counts.push_back(1);
            } else {
                ++counts[std::size_t(known - colours.begin())];
            }
        }
        return {std::move(counts), std::move(colours)};
    }
};

/// A disc with the number of its points; of several colours a ring of their shares.
void addCrowd(const Crowd& crowded, Point at, double disc, const std::string& count,
              const TextStyle& style, const Typesetter& type, std::vector<Item>& items) {
    const auto [counts, colours] = crowded.colours();
    Colour ground = colours.front();
    if (colours.size() == 1) {
        items.emplace_back(CircleItem{at, disc, {ground}, {ink::paper, type.mm(0.3)}});
    } else {
        for (Item& slice : pie(at, disc, counts, colours))
            items.push_back(std::move(slice));
        ground = ink::paper;
        items.emplace_back(CircleItem{at, 0.74 * disc, {ground}, {}});
    }
    const TextOn on = textOn(ground, ink::text);
    items.emplace_back(TextItem{{at.x, at.y + Typesetter::capHeight(style) / 2},
                                count,
                                style,
                                Align::Centre,
                                on.colour,
                                on.halo,
                                0});
}

} // namespace

void setRecordGround(DrawnMap& map, const ToFrame& toFrame, double smallMm) {
    map.zones.clear();
    map.lines.clear();
    map.spots.clear();
    map.groundBeyond.clear();
    if (map.evaluated.ground.empty())
        return;
    map.origin = toFrame(originLonLat);
    std::set<gazetteer::UnitIndex> elsewhere;
    for (const DrawnUnit& unit : map.units)
        if (!unit.isMarked)
            elsewhere.insert(unit.unit);
    const Box kept = grown(map.frame, clusterMm);
    for (std::size_t i = 0; i < map.evaluated.ground.size(); ++i) {
        const figures::ShownGround& ground = map.evaluated.ground[i];
        map.groundBeyond.insert(i); // until some of it is in the frame
        if (elsewhere.contains(ground.unit))
            continue;
        const auto addSpot = [&](Point at) {
            if (holdsPoint(kept, at))
                map.spots.push_back({at, ground.colour});
            if (holdsPoint(map.frame, at))
                map.groundBeyond.erase(i);
        };
        const auto noteMeeting = [&](const Box& box) {
            if (box.meets(map.frame))
                map.groundBeyond.erase(i);
        };
        for (const Point& point : ground.shape.points)
            addSpot(toFrame(point));
        for (const geometry::Polyline& line : ground.shape.lines) {
            DrawnLine drawn{thinned(line, toFrame), ground.colour};
            Box box;
            for (const Point& point : drawn.line)
                box.expand(point);
            noteMeeting(box);
            if (box.meets(kept))
                map.lines.push_back(std::move(drawn));
        }
        if (ground.shape.polygons.empty())
            continue;
        Box box;
        const Box lonLat = geometry::boxOf(ground.shape.polygons);
        for (const Point& corner : {Point{lonLat.minX, lonLat.minY}, {lonLat.maxX, lonLat.minY},
                                    {lonLat.minX, lonLat.maxY}, {lonLat.maxX, lonLat.maxY}})
            box.expand(toFrame(corner));
        if (std::max(box.width(), box.height()) < 2 * smallMm) {
            addSpot({(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2});
            continue;
        }
        noteMeeting(box);
        if (!box.meets(kept))
            continue;
        geometry::MultiPolygon shape = thinned(ground.shape.polygons, toFrame);
        if (!shape.empty())
            map.zones.push_back({std::move(shape), ground.colour});
    }
}

Group zonesOf(const DrawnMap& map, const Typesetter& type) {
    Group group{"recordzones", {}, map.frame};
    for (const DrawnZone& zone : map.zones) {
        PathItem path{{}, false, {clear(zone.colour, zoneOpacity)},
                      {zone.colour, type.mm(zoneLineMm)}};
        for (const geometry::Polygon& polygon : zone.shape) {
            path.rings.push_back(polygon.outer);
            path.rings.insert(path.rings.end(), polygon.holes.begin(), polygon.holes.end());
        }
        group.items.emplace_back(std::move(path));
    }
    for (const DrawnLine& line : map.lines)
        group.items.emplace_back(
            PathItem{{line.line}, true, {}, {line.colour, type.mm(recordLineMm)}});
    return group;
}

Spots spotsOf(const DrawnMap& map, const Typesetter& type) {
    const double side = type.mm(clusterMm), radius = type.mm(spotMm);
    // Squares are counted from a point of the ground, and not from the edge of the view.
    using Key = std::pair<std::int64_t, std::int64_t>;
    std::map<Key, Crowd> crowds;
    for (const DrawnSpot& spot : map.spots)
        crowds[{std::int64_t(std::floor((spot.at.y - map.origin.y) / side)),
                std::int64_t(std::floor((spot.at.x - map.origin.x) / side))}]
            .spots.push_back(spot);
    Spots spots;
    spots.group.clip = map.frame;
    const TextStyle style = type.style(countPt, true);
    std::vector<Item> above; // circles with numbers cover points, never the other way round
    for (const auto& [key, crowded] : crowds) {
        if (crowded.spots.size() < crowd) {
            for (const DrawnSpot& spot : crowded.spots) {
                spots.group.items.emplace_back(
                    CircleItem{spot.at, radius, {spot.colour}, {ink::paper, type.mm(0.2)}});
                spots.boxes.push_back(boxAround(spot.at, radius));
            }
            continue;
        }
        const std::string count = fmt::format("{}", crowded.spots.size());
        const double wide = type.width(count, style) / 2 + type.mm(0.9),
                     disc = std::min(side / 2, std::max(wide, type.mm(1.7)));
        // Within its square, so that no two circles meet.
        const double left = map.origin.x + double(key.second) * side,
                     top = map.origin.y + double(key.first) * side;
        Point at = crowded.middle();
        at = {std::clamp(at.x, left + disc, left + side - disc),
              std::clamp(at.y, top + disc, top + side - disc)};
        addCrowd(crowded, at, disc, count, style, type, above);
        spots.boxes.push_back(boxAround(at, disc));
    }
    std::move(above.begin(), above.end(), std::back_inserter(spots.group.items));
    if (spots.boxes.size() > mostObstacles)
        spots.boxes.clear();
    return spots;
}

void addGroundRows(LegendRows& rows, const figures::EvaluatedTheme& evaluated,
                   const Typesetter& type) {
    if (evaluated.ground.empty())
        return;
    struct Sort {
        std::size_t records = 0;
        std::optional<Colour> colour; ///< grey when there are several
        void add(Colour one) {
            ++records;
            colour = !colour || *colour == one ? one : ink::parentLine;
        }
    } zones, lines, points;
    for (const figures::ShownGround& ground : evaluated.ground)
        (!ground.shape.polygons.empty() ? zones
         : !ground.shape.lines.empty()  ? lines
                                        : points)
            .add(ground.colour);
    const bool english = evaluated.language == Language::English;
    const double width = type.mm(7), height = type.mm(3.7), middle = height / 2;
    const auto add = [&](std::vector<Item> picture, const Sort& sort, const char* vi,
                         const char* en) {
        rows.sample(std::move(picture), width, height, english ? en : vi,
                    "(" + formatNumber(double(sort.records), evaluated.language) + ")");
    };
    rows.gap(1.6);
    if (zones.records > 0)
        add({rectangle({0, 0, width, height}, {clear(*zones.colour, zoneOpacity)},
                       {*zones.colour, type.mm(zoneLineMm)})},
            zones, "vùng của bản ghi", "zone of a record");
    if (lines.records > 0)
        add({PathItem{{{{0, middle}, {width, middle}}},
                      true,
                      {},
                      {*lines.colour, type.mm(recordLineMm)}}},
            lines, "đường của bản ghi", "line of a record");
    if (points.records > 0)
        add({CircleItem{{width / 2, middle},
                        type.mm(spotMm),
                        {*points.colour},
                        {ink::paper, type.mm(0.2)}}},
            points, "vị trí của bản ghi; gần nhau thì gộp, kèm số",
            "place of a record; close ones together, with their number");
    const bool hasCircles =
        std::any_of(evaluated.layers.begin(), evaluated.layers.end(),
                    [](const auto& layer) { return theme::isOfSymbols(layer.layer->type); });
    if (hasCircles)
        rows.paragraph(english ? "Records with a place of their own are in no symbol of a unit; "
                                 "sums of units hold them."
                               : "Bản ghi có vị trí riêng không nằm trong ký hiệu của đơn vị; tổng "
                                 "của đơn vị vẫn gồm chúng.",
                       type.style(smallPt), ink::quietText, 0, 1);
    rows.gap(1.6);
}

} // namespace terroir::map
