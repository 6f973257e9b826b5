#include "core/map/pictograms.hpp"

#include "core/map/ink.hpp"
#include "core/map/legend_rows.hpp"

#include <algorithm>
#include <utility>

namespace terroir::map {

namespace {

using geometry::Point;

constexpr double rimShare = 0.09, mostRimMm = 0.4; ///< of the height

std::vector<std::vector<Point>> ringsOf(const theme::Picture& picture, Point middle,
                                        double heightMm, std::size_t times) {
    std::vector<std::vector<Point>> rings;
    rings.reserve(times * picture.rings.size());
    const double left = middle.x - double(times) * heightMm / 2, top = middle.y - heightMm / 2;
    for (std::size_t i = 0; i < times; ++i)
        for (std::vector<Point> ring : picture.rings) {
            for (Point& point : ring)
                point = {left + (double(i) + point.x) * heightMm, top + point.y * heightMm};
            rings.push_back(std::move(ring));
        }
    return rings;
}

} // namespace

std::vector<Item> pictogram(Point middle, double heightMm, const theme::Picture& picture,
                            std::size_t times, Colour colour) {
    std::vector<std::vector<Point>> rings = ringsOf(picture, middle, heightMm, times);
    const double rim = std::min(rimShare * heightMm, mostRimMm);
    std::vector<Item> items;
    items.emplace_back(PathItem{rings, false, {}, {ink::paper, 2 * rim}});
    items.emplace_back(PathItem{std::move(rings), false, {colour}, {}});
    return items;
}

LegendRow pictureKeyRow(const std::vector<PictureKey>& keys, const theme::Picture& picture,
                        std::size_t times, const Typesetter& type) {
    LegendRow row;
    if (keys.empty())
        return row;
    const TextStyle style = type.style(smallPt);
    const double gap = type.mm(2.4), lineHeight = 0.9 * Typesetter::lineHeight(style);
    double highest = 0, left = 0;
    for (const PictureKey& key : keys)
        highest = std::max(highest, key.heightMm);
    const double ground = lineHeight + highest;
    for (const PictureKey& key : keys) {
        const double column = std::max(double(times) * key.heightMm, type.width(key.text, style));
        const Point middle{left + column / 2, ground - key.heightMm / 2};
        row.items.emplace_back(
            PathItem{ringsOf(picture, middle, key.heightMm, times), false, {ink::quietText}, {}});
        row.items.emplace_back(TextItem{{middle.x, ground - key.heightMm - type.mm(0.7)},
                                        key.text,
                                        style,
                                        Align::Centre,
                                        ink::text});
        left += column + gap;
    }
    row.items.emplace_back(
        PathItem{{{{0, ground}, {left - gap, ground}}}, true, {}, {ink::quietText, type.mm(0.2)}});
    row.heightMm = ground + type.mm(1.4);
    row.entries = 1;
    return row;
}

} // namespace terroir::map
