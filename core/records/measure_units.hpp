#pragma once

#include "core/records/land_units.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace terroir::records {

/// A unit with the thousands in front of it taken off: "nghìn tấn" and "1.000 tấn" are 1000 of
/// "tấn". Money stays as it is: "triệu đồng" is a unit of its own.
struct ScaledUnit {
    double factor = 1;
    std::string unit;
};
ScaledUnit scaledUnit(std::string_view unit);

bool isMassUnit(std::string_view unit); ///< tấn, tạ, yến, kg, g
/// How many of the unit are a tonne: 10 for "tạ"; empty for what is no mass.
std::optional<double> perTonne(std::string_view unit);

/// "tạ/ha", "kg/sào": a mass for an area.
bool isYieldUnit(std::string_view unit);
/// A value of the unit in tấn/ha: 68.5 tạ/ha are 6.85. Empty for what is no yield, and for a sào in
/// a region where it has no known size.
std::optional<double> tonnesPerHectare(double value, std::string_view unit, Region region);

} // namespace terroir::records
