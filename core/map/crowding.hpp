#pragma once

#include "core/geometry/shape.hpp"

#include <span>

namespace terroir::map {

/// Whether more than the share `limit` of the boxes' area lies under boxes before them; ground that
/// lies under two counts twice. In n log n steps for boxes that spread over a map, and no further
/// than to the first boxes that answer it.
bool areCrowded(std::span<const geometry::Box> boxes, double limit);

} // namespace terroir::map
