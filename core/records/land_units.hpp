#pragma once

#include <optional>
#include <string_view>

namespace terroir::records {

/// Where a traditional unit is used: its size differs.
enum class Region { Unknown, North, Centre, South };

/// The region of a province by its GSO code: 01–37 north, 38–56 centre (Thanh Hóa to Khánh Hòa),
/// 74–96 south. Unknown in between, where both 500 m² and 1000 m² are called a sào.
Region regionOfProvince(std::string_view code);

bool isAreaUnit(std::string_view unit);

/// True for "sào", "mẫu" and "công" without the region in their name.
bool needsRegion(std::string_view unit);

/// Square metres in one ha, m², km², sào (Bắc Bộ 360, Trung Bộ 500), mẫu (ten sào) or công (1000,
/// south). Empty for other units, and where the unit is not used in the region.
std::optional<double> squareMetresIn(std::string_view unit, Region region);

} // namespace terroir::records
