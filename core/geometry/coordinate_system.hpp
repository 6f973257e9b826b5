#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::geometry {

/// The system that a table's coordinates are in, and how that is known.
struct CoordinateSystem {
    std::string crs;        ///< for CoordinateReader: "EPSG:4326", "EPSG:9218"
    LocalText said;         ///< a sentence for the report: what was taken, and why
    bool isWritten = false; ///< the table says it, or its numbers are degrees
};

/// Whether most of the pairs are metres.
bool areMetres(const std::vector<std::pair<std::string, std::string>>& values);

/// Chooses by the values and by what is written about them anywhere in the table: "VN-2000, kinh
/// tuyến trục 108°30', múi 3", "105-45", "UTM 48N", "EPSG:9218". Degrees are WGS 84 unless an EPSG
/// code says otherwise. Metres without a word are in the VN-2000 zone of the area where it has one
/// (`zones`: EPSG codes). Empty when the values are no coordinates, or are metres of which nothing
/// says the zone.
std::optional<CoordinateSystem>
chooseCoordinateSystem(const std::vector<std::pair<std::string, std::string>>& values,
                       std::string_view written, std::span<const std::string> zones);

} // namespace terroir::geometry
