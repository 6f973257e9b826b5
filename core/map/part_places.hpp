#pragma once

#include "core/map/page.hpp"
#include "core/map/scene.hpp"

#include <span>
#include <vector>

namespace terroir::map {

// Where the parts of a page stand and where else they may, for programs in which a person moves
// them. Millimetres of the page.

enum class PagePart { Legend, Table, Note, Locator, Logo };

struct PlacedPart {
    PagePart part = PagePart::Legend;
    geometry::Box mm;
};

/// The parts of a composed page that can be moved; those that it has.
std::vector<PlacedPart> partsOf(const Scene& page, const MeasureText& measure);

/// A place that a part may be moved to, and the layout of a page that has it there.
struct PartPlace {
    geometry::Box mm;
    Layout layout;
};

/// The legend, and what stands with it, at the left, the right or below the map; a part beside the
/// legend in the place of another one of them; the logo at either end of the head. Small places
/// come before large ones that hold them.
std::vector<PartPlace> placesFor(PagePart part, const Page& page,
                                 std::span<const PlacedPart> parts);

/// The first that holds the point; null: none.
const PartPlace* placeAt(std::span<const PartPlace> places, geometry::Point mm);

} // namespace terroir::map
