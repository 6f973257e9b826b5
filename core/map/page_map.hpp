#pragma once

#include "core/base/language.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/shape.hpp"
#include "core/map/ground_frame.hpp"

#include <optional>
#include <string>
#include <vector>

namespace terroir::map {

struct Page;

/// The two archipelagos, whose outlines are too small to be seen on a map of the country: they are
/// in its frame and named on every map that reaches them.
struct Archipelago {
    LocalText name;
    geometry::Box lonLat;

    /// Where its name stands.
    geometry::Point middle() const {
        return {(lonLat.minX + lonLat.maxX) / 2, (lonLat.minY + lonLat.maxY) / 2};
    }
};
const std::vector<Archipelago>& archipelagos();

/// More degrees than this from south to north is a map of the country.
inline constexpr double nationalDegrees = 8;

/// How a PageMap is to be other than by itself.
struct PageMapChoice {
    std::optional<double> maxMmPerKm = {};    ///< not larger than that
    std::string crs = {};                     ///< of metres; empty: a transverse Mercator
    std::optional<geometry::Box> lonLat = {}; ///< instead of all that the shapes take up
};

/// Lon/lat to millimetres of the page: a transverse Mercator around the shapes, or a system that is
/// chosen, fitted into a box, north up.
class PageMap {
public:
    /// Fits all shapes into `box`; shapes from one end of the country to the other with the
    /// archipelagos. GeometryError when there is no shape with points.
    PageMap(const boundaries::UnitShapes& shapes, const geometry::Box& box,
            const PageMapChoice& choice = {});

    /// Rings on the page. Before it is projected, a shape's points are moved to a grid of 0.02 mm
    /// on the page and repeats are dropped: nothing that a printer shows, a fraction of the points,
    /// and edges that two shapes share still agree because a point alone decides where it goes.
    geometry::MultiPolygon toPage(const geometry::MultiPolygon& lonLat) const;
    geometry::Point toPage(geometry::Point lonLat) const;

    /// Length on the page of one kilometre on the ground, at the middle of the map.
    double mmPerKm() const { return m_mmPerKm; }
    /// What the shapes take up on the page.
    const geometry::Box& extent() const { return m_extent; }
    /// How a part of the page lies on the ground.
    GroundFrame groundOf(const geometry::Box& mm) const {
        return {mm, m_crs, m_pageCentre, m_projectedCentre, 1 / m_mmPerMetre};
    }

private:
    geometry::Point fitted(geometry::Point projected) const;

    std::string m_crs;
    geometry::Transform m_transform;
    double m_mmPerMetre = 0;
    geometry::Point m_projectedCentre, m_pageCentre;
    geometry::Point m_lonLatGrid; ///< degrees
    double m_mmPerKm = 0;
    geometry::Box m_extent;
};

/// Metres: what is smaller cannot be seen when shapes in that lon/lat box are fitted into a part of
/// the page, because lines are put on PageMap's grid. 0 for an empty box.
double toleranceOn(const Page& page, const geometry::Box& lonLat);

/// The part of a shape inside a box; pieces may be joined along the box's edge (after Sutherland
/// and Hodgman, 1974). Linear.
geometry::MultiPolygon clippedTo(const geometry::MultiPolygon& shape, const geometry::Box& box);

/// The pieces of a line inside a box (after Liang and Barsky, 1984). Linear.
std::vector<std::vector<geometry::Point>> clippedLine(const std::vector<geometry::Point>& line,
                                                      const geometry::Box& box);

} // namespace terroir::map
