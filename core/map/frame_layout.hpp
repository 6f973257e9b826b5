#pragma once

#include "core/map/frame_parts.hpp"
#include "core/map/typesetter.hpp"

#include <vector>

namespace terroir::map {

/// Where the frame of each part lies in the box: in rows or in columns, in the parts' order, so
/// that all are drawn as large as they can be at one scale (each times its FramePart::enlarged).
/// They fill the box but for a gap between them. Empty when the box has no room for so many frames
/// with their names and scale bars. `margin`: what each keeps free on every side for its numbers.
std::vector<geometry::Box> frameBoxes(const std::vector<FramePart>& parts, const geometry::Box& box,
                                      const Typesetter& type, geometry::Point margin = {});

} // namespace terroir::map
