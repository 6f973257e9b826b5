#pragma once

#include "core/map/drawn_map.hpp"
#include "core/map/map_marks.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <optional>
#include <span>
#include <vector>

namespace terroir::map {

// The map in one frame, the same on a page and on a screen: what is drawn, and in which order. A
// page or a screen says where the ground lies in millimetres, and lays what stands beside and above
// the map.
//
// The steps, each on what the one before left: markGround(), planSymbols(), surround(), addMap().

/// The units of the map and the old ones are known: groups of them, and where symbols and names are
/// put. False when it was stopped.
bool markGround(DrawnMap& map, const Stop& stop);

/// What stands around the units, in the frame's millimetres; the border in lon/lat.
struct Surroundings {
    std::vector<DrawnUnit> parents, context, tops;
    std::vector<boundaries::BorderStretch> border;
};
/// Ground that the map itself covers is no neighbour; seas and countries are named where there is
/// room for it.
void surround(DrawnMap& map, Surroundings around, const ToFrame& toFrame, const Typesetter& type);

/// Adds areas, symbols and labels, cut at the frame; nothing lies on the obstacles. Names that
/// found no room are added to the scene's. False when it was stopped.
bool addMap(Scene& scene, DrawnMap& map, std::span<const geometry::Box> obstacles,
            const SymbolPlan& plan, const Typesetter& type, const Stop& stop);

/// A scene without anything on it, which is all map.
Scene emptyScene(const figures::EvaluatedTheme& evaluated, double widthMm, double heightMm);

} // namespace terroir::map
