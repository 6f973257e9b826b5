#pragma once

#include "core/map/map_marks.hpp"
#include "core/map/scene.hpp"

#include <vector>

namespace terroir::map {

/// What lies under symbols and labels.
struct AreasInput {
    const figures::EvaluatedTheme& evaluated;
    const gazetteer::Gazetteer& gazetteer;
    const std::vector<DrawnUnit>& units;
    const std::vector<DrawnUnit>& parents;
    const std::vector<DrawnUnit>& context;
    geometry::Box frame;
    std::size_t unitsOfMap = 0; ///< more units have thinner lines
};

/// Neighbours, the units with their fills, and the outlines of their parents, in groups.
void addAreas(const AreasInput& input, const Typesetter& type, Scene& scene);

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
