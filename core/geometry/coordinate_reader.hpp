#pragma once

#include "core/geometry/projection.hpp"
#include "core/geometry/shape.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::geometry {

/// One coordinate as a table writes it.
struct WrittenCoordinate {
    double value = 0;
    bool hasComma = false;   ///< "21,03"
    bool hasMinutes = false; ///< 21°01'48"
};

/// Reads a plain decimal ("21.03", "2325678.4"), a Vietnamese one ("21,03", "2.325.678,4"), or
/// degrees, minutes and seconds with their signs (21°01'48.5"N; B and Đ stand for north and east).
/// "103.605" is a decimal, never thousands. Empty for anything else.
std::optional<WrittenCoordinate> parseCoordinate(std::string_view text);

/// Two coordinates in one text, as written: "21.37, 103.51", "21°22'N; 103°30'E", "2365123 512345".
/// Empty texts for one, or for more than two.
std::pair<std::string, std::string> splitCoordinates(std::string_view text);

/// A pair of coordinates as it was understood.
struct ReadPoint {
    std::optional<Point> lonLat; ///< EPSG:4326; empty when it is not in Vietnam
    /// What was done about it or what is wrong, in short words: "decimal-comma", "degrees-minutes",
    /// "coordinates-swapped"; "no-coordinates", "not-a-number", "outside-vietnam".
    std::vector<std::string> reasons;
};

/// Reads pairs of coordinates in one system. Not to be shared between threads.
class CoordinateReader {
public:
    /// "EPSG:4326", "EPSG:9205", a PROJ string. GeometryError when PROJ has no such CRS.
    explicit CoordinateReader(const std::string& crs);
    /// x is longitude or easting. Exchanged coordinates (surveyors write VN-2000 as X north, Y
    /// east) are taken the right way where only that lies in Vietnam.
    ReadPoint read(std::string_view x, std::string_view y) const;

private:
    std::optional<Point> inVietnam(Point point) const;

    std::optional<Transform> m_transform; ///< empty for EPSG:4326
};

} // namespace terroir::geometry
