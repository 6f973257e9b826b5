#pragma once

#include "core/map/drawn_map.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

namespace terroir::map {

/// What lies under symbols and labels: neighbours, the units with their fills, the outlines of
/// their parents, the border of the country, and outlines around units that have figures together.
void addAreas(const DrawnMap& map, const Typesetter& type, Scene& scene);

/// A box of words with its upper left corner at (0, 0).
struct Note {
    Group group{"note", {}, {}};
    double widthMm = 0, heightMm = 0;
};
/// "Approximate boundaries", and of how many units.
Note approximateNote(const figures::PageWords& words, const figures::PageWords::Approximate& count,
                     const Typesetter& type);

/// Scale bar, with the ratio over it, and north arrow as one piece, its upper left corner at (0,
/// 0); the bar takes about a quarter of the frame.
struct Furniture {
    Group scaleBar{"scalebar", {}, {}};
    Group north{"north", {}, {}};
    double widthMm = 0, heightMm = 0;
};
Furniture furnitureFor(double mmPerKm, double frameWidthMm, const std::string& ratio,
                       const figures::PageWords& words, const Typesetter& type);

} // namespace terroir::map
