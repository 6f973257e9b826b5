#pragma once

#include "core/geometry/shape.hpp"

#include <cstddef>
#include <span>

namespace terroir::map {

/// Whether more than the share `limit` of the boxes' area lies under boxes before them; ground that
/// lies under two counts twice. In n log n steps for boxes that spread over a map, and no further
/// than to the first boxes that answer it.
bool areCrowded(std::span<const geometry::Box> boxes, double limit);

/// Whether more than `most` pairs share more than half of the smaller one's area. At the same cost.
bool haveCoveredPairs(std::span<const geometry::Box> boxes, std::size_t most);

} // namespace terroir::map
