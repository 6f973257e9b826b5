#include "core/map/map_areas.hpp"

#include "core/map/base_ground.hpp"
#include "core/map/furniture.hpp"
#include "core/map/ink.hpp"
#include "core/map/page_map.hpp"
#include "core/map/unit_fills.hpp"
#include "core/map/unit_groups.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace terroir::map {

namespace {

using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;

/// Length of the shortest ring that is dashed, on A4.
constexpr double shortestDashedMm = 16;

std::vector<std::vector<Point>> ringsOf(const MultiPolygon& shape) {
    std::vector<std::vector<Point>> rings;
    for (const geometry::Polygon& polygon : shape) {
        rings.push_back(polygon.outer);
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return rings;
}

double lengthOf(const std::vector<Point>& ring) {
    double length = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        length += std::hypot(ring[i + 1].x - ring[i].x, ring[i + 1].y - ring[i].y);
    return length;
}

/// Shorter outlines on A4, of islets, are thin: else they would be blots.
constexpr double shortOutlineMm = 9;
constexpr double thinOutline = 0.3, minOutlineMm = 0.1; ///< of the width of others; on A4

constexpr double minBarMm = 12, maxBarMm = 45; ///< of the scale bar, on A4

constexpr double topOutline = 1.5; ///< of provinces, of the width of their districts

/// An area with its outline, which is thin where the ring is short.
void addOutlined(std::vector<Item>& items, const MultiPolygon& shape, const Fill& fill,
                 const Stroke& stroke, const Typesetter& type) {
    const double shortMm = type.mm(shortOutlineMm);
    const double thin =
        std::min(stroke.widthMm, std::max(thinOutline * stroke.widthMm, type.mm(minOutlineMm)));
    std::vector<std::vector<Point>> rings = ringsOf(shape), large;
    for (const auto& ring : rings)
        if (lengthOf(ring) >= shortMm)
            large.push_back(ring);
    if (large.size() == rings.size()) {
        items.emplace_back(PathItem{std::move(rings), false, fill, stroke});
        return;
    }
    items.emplace_back(
        PathItem{std::move(rings), false, fill, {stroke.colour, thin, stroke.dashed}});
    if (!large.empty())
        items.emplace_back(PathItem{std::move(large), false, {}, stroke});
}

/// From the scale of a province on, lines are as wide as they are; on a map of the country half.
double widthAtScale(double mmPerKm) {
    constexpr double fullMmPerKm = 0.4;
    return mmPerKm > 0 ? std::clamp(std::sqrt(mmPerKm / fullMmPerKm), 0.5, 1.0) : 1;
}

/// The rings that are long enough for dashes, and the longest in any case: the islands of a
/// province would be blots.
std::vector<std::vector<Point>> ringsForDashes(const MultiPolygon& shape, double shortest) {
    auto rings = ringsOf(shape);
    double longest = 0;
    for (const auto& ring : rings)
        longest = std::max(longest, lengthOf(ring));
    std::erase_if(rings,
                  [&](const auto& ring) { return lengthOf(ring) < std::min(shortest, longest); });
    return rings;
}

/// Width of outlines on A4: thinner the more there are, so that they do not cover the fills.
double lineWidth(std::size_t count, double widthOfFew) {
    return widthOfFew * std::min(1.0, std::pow(200.0 / static_cast<double>(count), 0.6));
}

} // namespace

void addAreas(const DrawnMap& map, const Typesetter& type, Scene& scene) {
    Group context{"context", {rectangle(map.frame, {ink::contextFill}, {})}, map.frame};
    for (const DrawnUnit& unit : map.context)
        addOutlined(context.items, unit.shape, {ink::contextFill}, {ink::contextLine, type.mm(0.2)},
                    type);
    scene.groups.push_back(std::move(context));

    const bool isOnPicture = !map.base.pictures.empty();
    if (isOnPicture)
        scene.groups.push_back(basePictures(map));
    const UnitFills fills(map.evaluated);
    const double atScale = widthAtScale(map.mmPerKm / type.scale());
    const double width = atScale * type.mm(lineWidth(map.unitsOfMap, 0.18));
    for (const DrawnUnit& unit : map.units) {
        Group group{"unit:" + map.gazetteer.unit(unit.unit).uid, {}, map.frame};
        Fill fill = fills.of(unit.unit);
        if (isOnPicture)
            fill.colour.a = std::min(fill.colour.a, fillOnPicture);
        addOutlined(group.items, unit.shape, fill, {ink::unitLine, width}, type);
        scene.groups.push_back(std::move(group));
    }
    if (Group base = baseGround(map, type); !base.items.empty() || !base.pictures.empty())
        scene.groups.push_back(std::move(base));

    Group parents{"parents", {}, map.frame};
    const double parentWidth =
        atScale * type.mm(lineWidth(std::max(map.parents.size(), map.unitsOfMap / 8), 0.42));
    for (const DrawnUnit& unit : map.parents)
        addOutlined(parents.items, unit.shape, {}, {ink::parentLine, parentWidth}, type);
    for (const DrawnUnit& unit : map.tops)
        addOutlined(parents.items, unit.shape, {}, {ink::text, topOutline * parentWidth}, type);
    scene.groups.push_back(std::move(parents));

    Group border{"border", {}, map.frame};
    for (const Stroke& stroke : {Stroke{ink::borderBand, atScale * type.mm(borderBandMm)},
                                 Stroke{ink::text, atScale * type.mm(borderMm)}})
        // Cut, not only clipped: SVG is not.
        for (const boundaries::BorderStretch& stretch : map.border)
            if (auto pieces = clippedLine(stretch.line, map.frame); !pieces.empty())
                border.items.emplace_back(PathItem{std::move(pieces), true, {}, stroke});
    scene.groups.push_back(std::move(border));

    if (!map.grid.empty())
        scene.groups.push_back({"gridlines",
                                {PathItem{map.grid, true, {}, {ink::gridLine, type.mm(0.12)}}},
                                map.frame});

    Group groups{"groups", {}, map.frame};
    for (const DrawnGroup& group : map.groups)
        groups.items.emplace_back(
            PathItem{ringsForDashes(group.ground.shape, type.mm(shortestDashedMm)),
                     false,
                     {},
                     {ink::groupLine, type.mm(groupLineMm), true}});
    scene.groups.push_back(std::move(groups));
}

Note approximateNote(const figures::PageWords& words, const figures::PageWords::Approximate& count,
                     const Typesetter& type) {
    const TextStyle style = type.style(7.4, false, true);
    const std::string text = words.approximateShort(count);
    Note note;
    note.widthMm = type.width(text, style) + type.mm(3);
    note.heightMm = Typesetter::lineHeight(style) + type.mm(0.8);
    note.group.items.emplace_back(rectangle({0, 0, note.widthMm, note.heightMm},
                                            {{255, 255, 255, 225}}, {ink::notice, type.mm(0.15)}));
    note.group.items.emplace_back(
        TextItem{{note.widthMm / 2, note.heightMm / 2 + Typesetter::capHeight(style) / 2},
                 text,
                 style,
                 Align::Centre,
                 ink::notice});
    return note;
}

Furniture furnitureFor(double mmPerKm, double frameWidthMm, const std::string& ratio,
                       const figures::PageWords& words, const Typesetter& type) {
    Furniture piece;
    const double longest = std::clamp(0.25 * frameWidthMm, type.mm(minBarMm), type.mm(maxBarMm));
    ScaleBar bar = scaleBar(mmPerKm, longest, words, type);
    const double arrowWidth = type.mm(northArrowWidthMm), arrowHeight = type.mm(northArrowHeightMm);
    const double barLeft = arrowWidth + type.mm(1.5);
    piece.north.items = northArrow(words, type);
    const TextStyle style = type.style(7.2);
    const double ratioHeight = ratio.empty() ? 0 : Typesetter::lineHeight(style);
    piece.heightMm = std::max(arrowHeight, bar.heightMm + ratioHeight);
    for (Item& item : bar.items)
        translate(item, barLeft, piece.heightMm - bar.heightMm);
    piece.scaleBar.items = std::move(bar.items);
    piece.widthMm = barLeft + bar.widthMm;
    if (!ratio.empty()) {
        piece.scaleBar.items.emplace_back(
            TextItem{{barLeft + type.mm(1.5),
                      piece.heightMm - bar.heightMm - ratioHeight + Typesetter::capHeight(style)},
                     ratio,
                     style,
                     Align::Left,
                     ink::text,
                     {255, 255, 255, 255},
                     type.mm(0.4)});
        piece.widthMm = std::max(piece.widthMm, barLeft + type.mm(2) + type.width(ratio, style));
    }
    return piece;
}

} // namespace terroir::map
