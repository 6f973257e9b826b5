#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

// VN-2000 in zones of three degrees (TM-3, scale 0.9999 on the central meridian, false easting
// 500 km). Meridians are counted in minutes east of Greenwich: 105°45' is 105 * 60 + 45.
namespace terroir::geometry {

/// The central meridians that zones of the EPSG registry have, from west to east.
std::span<const int> vn2000Meridians();

/// "EPSG:9218" for 108 * 60 + 30. Empty where no zone has the meridian.
std::string vn2000ZoneAt(int meridian);

/// 108 * 60 + 30 for "EPSG:9218"; empty for what is no such zone.
std::optional<int> meridianOf(std::string_view zone);

/// "108°30'".
std::string meridianText(int meridian);

/// "108°30'", "105-45", "105 độ 45", "105": the last meridian that is written in a text.
std::optional<int> meridianIn(std::string_view text);

/// Plane coordinates of the zone that were made of WGS 84 without the shift between the two datums
/// ("nội bộ"), as a PROJ string: read as the zone itself they lie 200 to 300 m off.
std::string vn2000WithoutShift(int meridian);

/// A system as people name it: "EPSG:9210", "vn2000:105°45'", "vn2000:105-45", "vn2000:105.75",
/// and "vn2000-noi-bo:105°45'" for plane coordinates without the shift; as PROJ and GDAL know it.
/// Anything else comes back as it is. UsageError for VN-2000 without a meridian or with one that
/// no zone has.
std::string systemNamed(std::string_view text);

} // namespace terroir::geometry
