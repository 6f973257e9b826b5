#include "core/map/part_places.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace terroir::map {

namespace {

using geometry::Box;

constexpr double columnShare = 0.28; ///< of the page, for a place at its side
constexpr double headShare = 0.2;    ///< for a place of the logo

void expand(Box& box, const TextItem& text, const MeasureText& measure) {
    const TextExtent size = measure(text.text, text.style);
    const double left = text.at.x - (text.align == Align::Left     ? 0
                                     : text.align == Align::Centre ? size.widthMm / 2
                                                                   : size.widthMm);
    box.expand(geometry::Point{left, text.at.y - size.ascentMm});
    box.expand(geometry::Point{left + size.widthMm, text.at.y + size.descentMm});
}

Box boxOf(const Group& group, const MeasureText& measure) {
    if (group.clip)
        return *group.clip;
    Box box;
    for (const Item& item : group.items) {
        if (const auto* path = std::get_if<PathItem>(&item)) {
            for (const auto& ring : path->rings)
                for (const geometry::Point& point : ring)
                    box.expand(point);
        } else if (const auto* circle = std::get_if<CircleItem>(&item)) {
            box.expand(geometry::Point{circle->centre.x - circle->radiusMm,
                                       circle->centre.y - circle->radiusMm});
            box.expand(geometry::Point{circle->centre.x + circle->radiusMm,
                                       circle->centre.y + circle->radiusMm});
        } else if (const auto* text = std::get_if<TextItem>(&item)) {
            expand(box, *text, measure);
        }
    }
    return box;
}

std::optional<PagePart> partOf(std::string_view group) {
    return group == "legend"                               ? std::optional(PagePart::Legend)
           : group == "side:table"                         ? std::optional(PagePart::Table)
           : group == "side:note"                          ? std::optional(PagePart::Note)
           : group == "side:locator" || group == "locator" ? std::optional(PagePart::Locator)
                                                           : std::nullopt;
}

std::optional<SidePart> sidePartOf(PagePart part) {
    switch (part) {
    case PagePart::Table:
        return SidePart::Table;
    case PagePart::Note:
        return SidePart::Note;
    case PagePart::Locator:
        return SidePart::Locator;
    case PagePart::Legend:
    case PagePart::Logo:
        break;
    }
    return std::nullopt;
}

/// With `moved` where `at` was, and the others in the order that they had.
std::vector<SidePart> reordered(std::vector<SidePart> order, SidePart moved, SidePart at) {
    const auto from = std::find(order.begin(), order.end(), moved);
    const auto to = std::find(order.begin(), order.end(), at);
    if (from < to)
        std::rotate(from, from + 1, to + 1);
    else
        std::rotate(to, from, from + 1);
    return order;
}

std::vector<PartPlace> placesOfLogo(const Page& page) {
    std::vector<PartPlace> places;
    const double height = headShare * page.heightMm, middle = page.widthMm / 2;
    for (const auto& [box, logoAt] :
         {std::pair(Box{0, 0, middle, height}, LogoPlace::Left),
          std::pair(Box{middle, 0, page.widthMm, height}, LogoPlace::Right)}) {
        places.push_back({box, page.layout});
        places.back().layout.logoAt = logoAt;
    }
    return places;
}

} // namespace

std::vector<PlacedPart> partsOf(const Scene& page, const MeasureText& measure) {
    std::vector<PlacedPart> parts;
    for (const Group& group : page.groups) {
        const std::optional<PagePart> part = partOf(group.id);
        const Box box = part ? boxOf(group, measure) : Box();
        if (!part || box.isEmpty())
            continue;
        const auto known = std::find_if(parts.begin(), parts.end(),
                                        [&](const PlacedPart& one) { return one.part == *part; });
        if (known == parts.end())
            parts.push_back({*part, box});
        else
            known->mm.expand(box);
    }
    if (!page.pictures.empty())
        parts.push_back({PagePart::Logo, page.pictures.front().mm});
    return parts;
}

std::vector<PartPlace> placesFor(PagePart part, const Page& page,
                                 std::span<const PlacedPart> parts) {
    if (part == PagePart::Logo)
        return placesOfLogo(page);
    std::vector<PartPlace> places;
    if (const std::optional<SidePart> moved = sidePartOf(part))
        for (const PlacedPart& other : parts)
            if (const auto at = sidePartOf(other.part); at && at != moved) {
                places.push_back({other.mm, page.layout});
                places.back().layout.order = reordered(page.layout.order, *moved, *at);
            }
    const double width = columnShare * page.widthMm, height = columnShare * page.heightMm;
    for (const auto& [box, legend] :
         {std::pair(Box{0, 0, width, page.heightMm}, LegendPlace::Left),
          std::pair(Box{page.widthMm - width, 0, page.widthMm, page.heightMm}, LegendPlace::Right),
          std::pair(Box{width, page.heightMm - height, page.widthMm - width, page.heightMm},
                    LegendPlace::Below)}) {
        places.push_back({box, page.layout});
        places.back().layout.legend = legend;
    }
    return places;
}

const PartPlace* placeAt(std::span<const PartPlace> places, geometry::Point mm) {
    const auto found = std::find_if(places.begin(), places.end(), [&](const PartPlace& place) {
        return place.mm.minX <= mm.x && mm.x <= place.mm.maxX && place.mm.minY <= mm.y &&
               mm.y <= place.mm.maxY;
    });
    return found == places.end() ? nullptr : &*found;
}

} // namespace terroir::map
