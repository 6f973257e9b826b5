#pragma once

#include "core/gazetteer/unit.hpp"
#include "core/geometry/point.hpp"

#include <cstdint>
#include <vector>

namespace terroir::figures {

struct Dot {
    geometry::Point lonLat;
    gazetteer::UnitIndex unit = gazetteer::noUnit; ///< of a group's ground: the first of the group
    std::uint32_t series = 0;
};

/// What a layer of dots shows: see addDots().
struct ShownDots {
    double value = 0;      ///< of one dot
    std::vector<Dot> dots; ///< as they are drawn: series at random order, so that none is on top
    double figures = 0;    ///< the sum that the dots are for, what lies by itself apart
    /// Places with figures of which none is worth half a dot: there is no dot in them.
    std::size_t without = 0;

    double shown() const { return value * double(dots.size()); }
};

} // namespace terroir::figures
