#pragma once

#include "core/records/ground.hpp"
#include "core/workspace/workspace.hpp"

namespace terroir::workspace {

/// Finds the communes of a day that points, lines and polygons lie in. Where boundaries were
/// imported they decide. Else approximate cells do, labelled so, and what lies nearer to the edge
/// of its cell than a tenth of its distance to the unit's own point may lie beyond that edge.
///
/// Polygons are read when the first ground is asked for: the workspace must be open with
/// store::Spatial::Yes then, and must outlive the finder. A second for each new day without
/// imported boundaries, some microseconds for a point, a millisecond for a polygon.
records::GroundFinder groundFinder(Workspace& workspace);

} // namespace terroir::workspace
