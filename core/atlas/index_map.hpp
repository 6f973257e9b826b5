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
    std::map<gazetteer::UnitIndex, std::size_t> units; ///< the item of each in the group
};
using FillOf = std::function<map::Fill(gazetteer::UnitIndex)>;
/// `mercator`: what is to be seen, EPSG:3857; nothing is drawn for an empty box.
IndexMap indexMap(map::ScreenShapes& shapes, const geometry::Box& mercator, const geometry::Box& mm,
                  const FillOf& fillOf, Language language, const map::Typesetter& type);
/// Where the middle of the largest part of a unit is, in millimetres of the page, and how wide it
/// is there.
geometry::InnerPoint middleOf(const map::PathItem& unit);

} // namespace terroir::atlas
