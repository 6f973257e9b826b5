#include "core/map/base_ground.hpp"

#include "core/base/local_text.hpp"
#include "core/geometry/projection.hpp"
#include "core/map/page_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace terroir::map {

namespace {

using base_map::BaseMap;
using base_map::Role;
using geometry::Box;
using geometry::Point;

constexpr double pixelsPerMm = 6;    ///< 150 dots to the inch
constexpr int maxPixels = 4000;      ///< of a side
constexpr double leastStepMm = 0.06; ///< corners nearer to each other are one
constexpr std::size_t maxTowns = 1500;

Box lonLatOf(const GroundFrame& ground) {
    const geometry::Transform toDegrees(ground.crs, "EPSG:4326");
    Box box;
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j)
            box.expand(
                toDegrees(ground.toGround({ground.mm.minX + ground.mm.width() * i / steps,
                                           ground.mm.minY + ground.mm.height() * j / steps})));
    return box;
}

geometry::RasterFrame rasterFrameOf(const GroundFrame& ground) {
    const Point low = ground.toGround({ground.mm.minX, ground.mm.maxY});
    const Point high = ground.toGround({ground.mm.maxX, ground.mm.minY});
    const auto pixels = [](double mm) {
        return std::clamp(int(std::lround(mm * pixelsPerMm)), 1, maxPixels);
    };
    return {ground.crs,
            {low.x, low.y, high.x, high.y},
            pixels(ground.mm.width()),
            pixels(ground.mm.height())};
}

std::vector<Point> thinned(const std::vector<Point>& lonLat, const ToFrame& toFrame) {
    std::vector<Point> line;
    line.reserve(lonLat.size());
    for (std::size_t i = 0; i < lonLat.size(); ++i) {
        const Point at = toFrame(lonLat[i]);
        if (line.empty() || i + 1 == lonLat.size() ||
            std::hypot(at.x - line.back().x, at.y - line.back().y) >= leastStepMm)
            line.push_back(at);
    }
    return line;
}

void addFeature(DrawnMap& map, const geometry::Feature& feature, Role role,
                const ToFrame& toFrame) {
    for (const std::vector<Point>& lonLat : feature.lines)
        for (std::vector<Point>& piece : clippedLine(thinned(lonLat, toFrame), map.frame))
            map.base.lines[role].push_back(std::move(piece));
    geometry::MultiPolygon shape;
    for (const geometry::Polygon& area : feature.areas) {
        geometry::Polygon drawn{thinned(area.outer, toFrame), {}};
        for (const geometry::Ring& hole : area.holes)
            drawn.holes.push_back(thinned(hole, toFrame));
        shape.push_back(std::move(drawn));
    }
    for (geometry::Polygon& polygon : clippedTo(shape, map.frame))
        map.base.areas[role].push_back(std::move(polygon));
    for (const Point& lonLat : feature.points)
        if (const Point at = toFrame(lonLat); map.base.towns.size() < maxTowns &&
                                              at.x > map.frame.minX && at.x < map.frame.maxX &&
                                              at.y > map.frame.minY && at.y < map.frame.maxY)
            map.base.towns.emplace_back(feature.name, at);
}

} // namespace

BaseStyle baseStyleOf(Role role) {
    constexpr Colour none{0, 0, 0, 0};
    switch (role) {
    case Role::Rivers:
        return {{74, 134, 186}, 0.22, none};
    case Role::Water:
        return {{74, 134, 186}, 0.1, {168, 206, 232}};
    case Role::Forest:
        return {none, 0, {60, 130, 70, 60}};
    case Role::Roads:
        return {{150, 92, 60}, 0.24, none};
    case Role::Railways:
        return {{70, 70, 72}, 0.24, none};
    case Role::Areas:
        return {{110, 110, 108}, 0.12, {120, 120, 118, 36}};
    case Role::Lines:
    case Role::Towns:
    case Role::Relief:
    case Role::Heights:
    case Role::Picture:
        break;
    }
    return {{110, 110, 108}, 0.18, none};
}

void setBase(DrawnMap& map, BaseMap* base, const GroundFrame& ground, const ToFrame& toFrame,
             const Stop& stop) {
    map.base = {};
    if (base == nullptr || base->layers().empty())
        return;
    const Box lonLat = lonLatOf(ground);
    for (std::size_t i = 0; i < base->layers().size(); ++i) {
        if (stop && stop())
            return;
        const Role role = base->layers()[i].role;
        if (base_map::isRaster(role)) {
            if (!base->layers()[i].lonLat.meets(lonLat))
                continue;
            if (std::string png = base->picture(i, rasterFrameOf(ground), stop); !png.empty())
                (role == Role::Picture ? map.base.pictures : map.base.shades)
                    .push_back({ground.mm, std::make_shared<const std::string>(std::move(png))});
            continue;
        }
        for (const geometry::Feature& feature : *base->features(i, lonLat))
            addFeature(map, feature, role, toFrame);
    }
}

Group basePictures(const DrawnMap& map) {
    Group group{"basepictures", {}, map.frame};
    group.pictures = map.base.pictures;
    return group;
}

Group baseGround(const DrawnMap& map, const Typesetter& type) {
    Group group{"base", {}, map.frame};
    group.pictures = map.base.shades;
    for (const auto& [role, shape] : map.base.areas) {
        const BaseStyle style = baseStyleOf(role);
        PathItem item{{}, false, {style.fill}, {style.colour, type.mm(style.widthMm)}};
        for (const geometry::Polygon& polygon : shape) {
            item.rings.push_back(polygon.outer);
            item.rings.insert(item.rings.end(), polygon.holes.begin(), polygon.holes.end());
        }
        group.items.emplace_back(std::move(item));
    }
    for (const auto& [role, lines] : map.base.lines) {
        const BaseStyle style = baseStyleOf(role);
        if (role == Role::Roads) // a light edge parts them from dark fills
            group.items.emplace_back(
                PathItem{lines, true, {}, {{255, 255, 255, 150}, type.mm(3 * style.widthMm)}});
        group.items.emplace_back(PathItem{
            lines, true, {}, {style.colour, type.mm(style.widthMm), role == Role::Railways}});
    }
    for (const auto& [name, at] : map.base.towns)
        group.items.emplace_back(
            CircleItem{at, type.mm(0.42), {{255, 255, 255}}, {{40, 40, 42}, type.mm(0.18)}});
    return group;
}

std::string baseWords(const BaseMap* base, Language language) {
    if (base == nullptr || base->layers().empty())
        return {};
    std::string text;
    for (const base_map::BaseLayer& layer : base->layers()) {
        std::error_code ignored;
        if (!std::filesystem::exists(layer.file, ignored)) // not drawn, which faults() tells
            continue;
        text += (text.empty() ? "" : "; ") + base_map::roleName(layer.role).in(language) + " (" +
                (layer.credit.empty() ? layer.file.filename().string() : layer.credit) + ")";
    }
    return text.empty() ? text : localText("Nền bản đồ: {}", "Base map: {}", text).in(language);
}

} // namespace terroir::map
