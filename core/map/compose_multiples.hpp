#pragma once

#include "core/figures/small_multiples.hpp"
#include "core/map/page_shapes.hpp"
#include "core/map/scene.hpp"

namespace terroir::map {

/// A page of frames side by side with one title and one legend. Frames of years and kinds show the
/// same ground at one scale, those of provinces each its province as large as it has room for. The
/// legend says for each frame its sum and in how many units it is. Page::scale and Page::extent
/// are of one map and count for nothing.
Scene composeMultiples(const figures::Multiples& multiples, const PageShapes& data,
                       const Page& page, const MeasureText& measure);

} // namespace terroir::map
