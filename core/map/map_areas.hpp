#pragma once

#include "core/map/drawn_map.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

namespace terroir::map {

/// What lies under symbols and labels: neighbours, the units with their fills, the outlines of
/// their parents, and those of units that have figures together, in groups.
void addAreas(const DrawnMap& map, const Typesetter& type, Scene& scene);

/// "Approximate boundaries" in a box with its upper left corner at (0, 0).
struct Note {
    Group group{"note", {}, false};
    double widthMm = 0, heightMm = 0;
};
Note approximateNote(const figures::PageWords& words, const Typesetter& type);

/// Scale bar and north arrow as one piece, its upper left corner at (0, 0).
struct Furniture {
    Group scaleBar{"scalebar", {}, false};
    Group north{"north", {}, false};
    double widthMm = 0, heightMm = 0;
};
Furniture furnitureFor(double mmPerKm, double longestMm, const figures::PageWords& words,
                       const Typesetter& type);

} // namespace terroir::map
