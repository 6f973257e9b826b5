#pragma once

#include "core/gazetteer/gazetteer.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::gazetteer {

/// "EPSG:9205": the VN-2000 TM-3 zone of a province (central meridian by Circular
/// 973/2001/TT-TCĐC and its successors), e.g. of "12" (Lai Châu, 103°00') and "14" (Sơn La,
/// 104°00'). Provinces of before 2025-07-01, by code; empty for an unknown one.
std::string vn2000Zone(std::string_view provinceCode);

struct Vn2000Zone {
    std::string crs; ///< EPSG code
    int meridian;    ///< minutes east of Greenwich
    std::vector<UnitIndex> provinces;
};

/// The zones that maps of the units' ground are in, from west to east, each with its provinces.
/// Maps of land were made before provinces were merged on 2025-07-01, so those of the day before
/// count: Phú Thọ of today has three. Units valid on `date`; parts below 2 % of a unit do not
/// count.
std::vector<Vn2000Zone> vn2000ZonesOf(const Gazetteer& gazetteer, std::span<const UnitIndex> units,
                                      Date date);

/// What a map of that ground is drawn in: its one zone, else VN-2000 / UTM zone 48N (EPSG:3405),
/// which reaches over several.
std::string vn2000SystemOf(std::span<const Vn2000Zone> zones);

/// "104°45' (EPSG:9208: Phú Thọ), 105°00' (EPSG:5897: Vĩnh Phúc)"; of more than four zones the
/// meridians alone.
std::string describe(const Gazetteer& gazetteer, std::span<const Vn2000Zone> zones);

} // namespace terroir::gazetteer
