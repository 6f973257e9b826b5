#pragma once

#include "core/base/language.hpp"
#include "core/map/ground_frame.hpp"
#include "core/map/layout.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <string>
#include <vector>

namespace terroir::map {

/// Coordinates over a map: lines within its frame, and ticks with their numbers outside of it, so
/// that no number lies on the map.
struct MapGrid {
    std::vector<std::vector<geometry::Point>> lines; ///< millimetres, cut at the frame
    std::vector<Item> ticks;                         ///< with numbers
    double step = 0;                                 ///< degrees or metres from line to line
};

/// The room that ticks and numbers take up on each side of a frame: x at the left and right, y
/// above and below.
geometry::Point gridMargin(const Typesetter& type);

/// Round steps, some 40 mm apart on A4. Numbers are degrees and minutes, or kilometres of `crs` as
/// the language writes them, "545", "545,5", without marks between thousands: what is next to the
/// frame is read digit by digit.
MapGrid gridOf(const GroundFrame& ground, Grid kind, const std::string& crs, Language language,
               const Typesetter& type);

} // namespace terroir::map
