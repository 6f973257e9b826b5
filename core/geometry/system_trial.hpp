#pragma once

#include "core/base/language.hpp"
#include "core/geometry/point.hpp"

#include <span>
#include <string>
#include <vector>

// Which system plane coordinates are in, told by the places that they stand for.
namespace terroir::geometry {

/// What a file says of a place, and where that place is known to be.
struct TriedPlace {
    Point inFile;                ///< easting and northing, in this order or exchanged
    std::vector<Point> mayLieAt; ///< lon/lat; one of these, where several have the name
    double reachKm = 0;          ///< how far from there it may be
};

/// How well a system explains the places.
struct SystemFit {
    std::string crs;    ///< for Transform
    LocalText name;     ///< "VN-2000, kinh tuyến trục 105°45' (EPSG:9210)"
    std::string option; ///< how systemNamed() reads it: "vn2000:105°45'", "EPSG:3405"
    std::size_t inPlace = 0, tried = 0;
    double offsetKm = 0; ///< by which the places lie off together: the medians east and north

    /// "VN-2000, … : 22 trên 24 nơi nằm đúng chỗ, lệch chung 0,3 km".
    LocalText figure() const;
};

/// Tries VN-2000 with each meridian of TM-3, and the zones of UTM. The system that puts two thirds
/// of the places where they are known to be, the most and with the least common offset, and others
/// that are as good (of few places, TM-3 and UTM of one meridian are), best first; empty when none
/// does. UTM in WGS 84 cannot be told from VN-2000, 200 m apart, and is not tried.
std::vector<SystemFit> fittingSystems(std::span<const TriedPlace> places);

} // namespace terroir::geometry
