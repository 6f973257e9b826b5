#pragma once

#include "core/geometry/shape.hpp"

#include <span>
#include <vector>

namespace terroir::geometry {

/// Ground goes to the site with the least d² - weight: the larger the weight, the more of it.
struct WeightedSite {
    Point at;
    double weight = 0; ///< square of the coordinates' unit; not negative
};

/// d² - weight of a place.
double powerOf(const WeightedSite& site, Point place);

/// The cells of the power diagram (Aurenhammer, 1987; with equal weights that of Voronoi), in the
/// order of the sites; empty for a site whose ground all goes to others. They cover `around` and
/// reach far beyond it. Planar: pass projected coordinates, or degrees scaled by cos(latitude).
///
/// A cell is cut from a square by the half-planes of its neighbours, the nearest first, until none
/// farther away can matter. Sites are moved to a grid of a millionth of the ground, weights to its
/// square; on it every decision is exact, and ties are broken alike for all (Edelsbrunner and
/// Mücke, 1990). Corners are named by the three sites that meet there and reckoned from these
/// alone: neighbours have them equal to the last bit, so that cells dissolve() without gaps. Some
/// 10 µs a site.
///
/// `wanted`, one for each site: the cells of the others are left empty; without it all are made.
std::vector<MultiPolygon> powerCells(std::span<const WeightedSite> sites, const Box& around,
                                     std::span<const char> wanted = {});

} // namespace terroir::geometry
