#pragma once

#include "core/map/drawn_map.hpp"
#include "core/map/legend_rows.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <cstddef>
#include <vector>

namespace terroir::map {

// Records that lie by themselves: zones and lines as they are, farms as small points. They are in
// no circle of their unit; sums, fills and names of units hold them as before.

/// Sets DrawnMap::zones, lines and spots: what of EvaluatedTheme::ground reaches into the frame,
/// but for that of units that another frame of the page shows. Zones smaller than `smallMm` across
/// are spots. Linear in the corners.
void setRecordGround(DrawnMap& map, const ToFrame& toFrame, double smallMm);

/// Zones and lines: above the fills of units, below symbols.
Group zonesOf(const DrawnMap& map, const Typesetter& type);

/// Points, and what is too small for its outline. Where several stand too close to be told apart,
/// one circle says how many; the same ones stay together however the map is moved.
struct Spots {
    Group group{"recordpoints", {}, {}};
    std::vector<geometry::Box> boxes; ///< where no name should stand
};
Spots spotsOf(const DrawnMap& map, const Typesetter& type);

/// Samples of zones, lines, points and circles of several points, with how many there are.
void addGroundRows(LegendRows& rows, const figures::EvaluatedTheme& evaluated,
                   const Typesetter& type);

inline constexpr double spotMm = 0.85;           ///< radius of a point on A4
inline constexpr unsigned char zoneOpacity = 70; ///< of 255, of the fill of a zone
inline constexpr double smallZoneMm = 12; ///< names stand beside zones below this size on A4
inline constexpr double zoneLineMm = 0.35, recordLineMm = 0.6;

} // namespace terroir::map
