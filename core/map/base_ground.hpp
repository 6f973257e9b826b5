#pragma once

#include "core/base_map/base_map.hpp"
#include "core/map/drawn_map.hpp"
#include "core/map/ground_frame.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <string>
#include <vector>

namespace terroir::map {

// The base map: what a reader finds his way by, quiet below the figures. Pictures lie below the
// fills of units, which let them through; relief, waters and lines on the fills, below outlines,
// symbols and names; towns below the names.

/// Sets DrawnMap::base: what of the base map reaches into the frame, whose ground is said in metres
/// of a system and in lon/lat. Nothing for a null base map. Reads files; `stop` ends early.
void setBase(DrawnMap& map, base_map::BaseMap* base, const GroundFrame& ground,
             const ToFrame& toFrame, const Stop& stop);

/// Below everything; without items when there are no pictures.
Group basePictures(const DrawnMap& map);
/// On the fills of units.
Group baseGround(const DrawnMap& map, const Typesetter& type);

/// "Nền: sông (VN-2000 TP Lai Châu), địa hình": what the base map shows here and whose it is; empty
/// when it is not there.
std::string baseWords(const base_map::BaseMap* base, Language language);

/// How a role is drawn.
struct BaseStyle {
    Colour colour;
    double widthMm = 0; ///< of lines and outlines, on A4; 0: none
    Colour fill{0, 0, 0, 0};
};
BaseStyle baseStyleOf(base_map::Role role);

/// Of fills above a picture, of 255.
inline constexpr unsigned char fillOnPicture = 165;
/// Names of towns, on A4.
inline constexpr double townPt = 6.4;

} // namespace terroir::map
