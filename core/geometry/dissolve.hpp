#pragma once

#include "core/geometry/shape.hpp"

#include <optional>
#include <span>

namespace terroir::geometry {

/// Joins shapes whose common edges are equal to the last bit: an edge that two of them have goes,
/// the others make the rings, a piece for each that is a ring of its own. Nothing when two shapes
/// lie on the same side of an edge, or their edges make no rings. Where shapes gape the result has
/// a hole; where they overlap it may cross itself: check it where that can be. Rings turn to the
/// left, holes to the right. Some 50 ns an edge.
std::optional<MultiPolygon> dissolve(std::span<const MultiPolygon> shapes);

} // namespace terroir::geometry
