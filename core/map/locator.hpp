#pragma once

#include "core/map/locator_shapes.hpp"
#include "core/map/scene.hpp"
#include "core/map/typesetter.hpp"

#include <span>

namespace terroir::map {

/// Height to width of a locator.
double locatorAspect(const LocatorShapes& locator);

/// The locator in that box: what lies around in outline, the units of the map filled, and where
/// each of its frames lies (lon/lat). The archipelagos are named on that of the country.
Group locatorMap(const LocatorShapes& locator, const boundaries::UnitShapes& units,
                 std::span<const geometry::Box> frames, const geometry::Box& mm, Language language,
                 const Typesetter& type);

} // namespace terroir::map
