#pragma once

#include "core/geometry/topology.hpp"
#include "core/map/compose_view.hpp"
#include "core/map/screen_shapes.hpp"
#include "core/map/typesetter.hpp"

#include <functional>
#include <map>

namespace terroir::atlas {

/// The view of a box of EPSG:3857 that fills a box of the page but for a share around it.
map::ViewPort portOf(const geometry::Box& mercator, const geometry::Box& mm, double around);

/// The units of an atlas in outline, without figures: as a locator, or to find pages by.
struct IndexMap {
    map::Group group;
    /// Where the middle of each unit is, in millimetres of the page, and how wide it is there.
    std::map<gazetteer::UnitIndex, geometry::InnerPoint> middles;
};
using FillOf = std::function<map::Fill(gazetteer::UnitIndex)>;
/// `mercator`: what is to be seen, EPSG:3857; nothing is drawn for an empty box.
IndexMap indexMap(map::ScreenShapes& shapes, const geometry::Box& mercator, const geometry::Box& mm,
                  const FillOf& fillOf, Language language, const map::Typesetter& type);

} // namespace terroir::atlas
