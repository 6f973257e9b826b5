#pragma once

#include "core/boundaries/boundaries.hpp"
#include "core/map/page_map.hpp"

#include <set>
#include <vector>

namespace terroir::map {

/// Ground that has a frame of its own on a page, because it lies far from the rest.
struct FramePart {
    boundaries::UnitShapes shapes; ///< what of the units lies in it
    /// The units that bear their symbol and name here: of one in several parts, that of its largest
    /// polygon.
    std::set<gazetteer::UnitIndex> marked;
    const Archipelago* archipelago = nullptr; ///< whose islands they are; else null
    double widthKm = 0, heightKm = 0;
    /// How much larger than the first part it is drawn: 1 unless it would be too small beside it to
    /// be read, or, being an archipelago, larger than the land.
    double enlarged = 1;
};

inline constexpr std::size_t maxFrames = 6;

/// The parts of what a page shows, the one with the most ground first; the others from north to
/// south, archipelagos last. Empty when all belongs into one frame.
///
/// Ground that touches, or nearly, is one part. Parts are put together as long as their own boxes
/// fill at least a third of the common one; small islands as long as the land keeps well over
/// half of the frame. An archipelago is a part of its own but on a map that reaches from one end
/// of the country to the other. More than maxFrames parts are put together, the nearest first, so
/// that nothing is left out. Linear in the polygons, for islands that lie together.
std::vector<FramePart> framePartsOf(const boundaries::UnitShapes& shapes);

/// Where a single view looks that has no frames, in degrees: at all that framePartsOf() would not
/// set apart as an archipelago or as islands small beside the land. Empty without shapes.
geometry::Box landBoxOf(const boundaries::UnitShapes& shapes);

} // namespace terroir::map
