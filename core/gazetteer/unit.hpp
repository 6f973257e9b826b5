#pragma once

#include "core/base/date.hpp"
#include "core/base/language.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace terroir::gazetteer {

enum class Level : std::uint8_t { Province, District, Commune };

std::string_view toString(Level level); ///< "province", "district", "commune"
std::optional<Level> parseLevel(std::string_view text);
/// "huyện", "district": for people.
const LocalText& inWords(Level level);

/// The lists of units begin in 2004; nothing is known of the days before.
inline constexpr Date firstDay = Date::of(2004, 1, 1);

/// Index into Gazetteer::units(). Only valid for the gazetteer it came from; what is stored in
/// files is the uid.
using UnitIndex = std::uint32_t;
inline constexpr UnitIndex noUnit = 0xffffffffU;

struct LonLat {
    double lon = 0; ///< degrees, WGS 84 (EPSG:4326)
    double lat = 0;
};

/// One version of an administrative unit: the same code with another name, type, parent or extent
/// is another Unit. Names follow the resolutions, in Unicode NFC.
struct Unit {
    std::string uid;  ///< code + "@" + year of validity, e.g. "03390@2004"; the only safe key
    std::string code; ///< GSO code with leading zeros; NOT unique over time
    Level level = Level::Commune;
    std::string type; ///< exact Vietnamese type, lower case: "xã", "phường", "thị trấn", …
    std::string name;          ///< without the type: "Bình Lư"; wards may be numbers: "5"
    UnitIndex parent = noUnit; ///< the parent's version on this unit's last day
    Period valid;
    std::optional<double> areaKm2;
    std::string areaSource;
    std::optional<double> population;
    std::optional<LonLat> point; ///< a point inside the unit
    std::string source;

    /// "xã Bình Lư", "thị trấn Tam Đường", "tỉnh Lai Châu".
    std::string fullName() const { return type + " " + name; }
};

/// One line of the succession table: (part of) a unit became (part of) another on a date.
struct Succession {
    UnitIndex predecessor = noUnit;
    UnitIndex successor = noUnit;
    Date date;
    std::string decree;
    std::optional<double> areaShare; ///< share of the predecessor's area, 0 to 1
    std::string kind;                ///< "whole", "part", "rename", "split"
    std::string shareBasis;
    std::string evidence;
};

} // namespace terroir::gazetteer
