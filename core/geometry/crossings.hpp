#pragma once

#include "core/geometry/shape.hpp"

#include <cstddef>

namespace terroir::geometry {

/// Whether the edges of a shape cross each other more often than `limit`, or are so entangled that
/// counting takes too long. Edges that only touch do not cross. Stops at the limit: what a repair
/// costs grows with the crossings, not with the corners. Edges of `n` corners that are spread out
/// are compared with the few beside them.
bool crossesOftenerThan(const MultiPolygon& shape, std::size_t limit);

} // namespace terroir::geometry
