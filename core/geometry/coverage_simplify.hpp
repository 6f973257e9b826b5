#pragma once

#include "core/base/progress.hpp"
#include "core/geometry/coverage.hpp"

namespace terroir::geometry {

/// Drops vertices as long as every dropped one, counted from the coverage as it was built, lies
/// within `tolerance` (metres, on a sphere, to 1 %) of the line that is left; and the other way
/// round. Called again with a larger tolerance, it goes on from there: levels nest.
///
/// Arcs are thinned one by one, always by the vertex whose going moves the line least (Pikaz and
/// Dinstein, 1995, "An algorithm for polygonal approximation based on iterative point elimination";
/// Visvalingam and Whyatt, 1993, do the same by area). A vertex goes only when no other vertex of
/// its company lies in or on the triangle that it cuts off (de Berg, van Kreveld and Schirra, 1998,
/// "Topologically correct subdivision simplification using the bandwidth criterion"); sides are
/// decided exactly, in integers. So what did not cross before does not cross after: rings stay
/// simple, holes inside, neighbours beside each other. Nodes stay, and of each ring a triangle.
/// Parts of a shape that measure less than the tolerance across vanish, the largest excepted, where
/// they are a hole of nothing.
///
/// O(n log n) for usual lines, 1 µs a vertex. False when `progress` cancels; the coverage is then
/// half done.
bool simplify(Coverage& coverage, double tolerance, const Progress& progress = {});

} // namespace terroir::geometry
