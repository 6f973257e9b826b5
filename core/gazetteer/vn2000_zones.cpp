#include "core/gazetteer/vn2000_zones.hpp"

#include "core/geometry/vn2000.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace terroir::gazetteer {

namespace {

constexpr Date mergers = Date::of(2025, 7, 1);
constexpr double minPartShare = 0.02;

struct ProvinceMeridian {
    std::string_view province;
    int degrees, minutes;
};

// Central meridians of the provinces by Circular 973/2001/TT-TCĐC, with the provinces formed after
// it as in the annex of Circular 25/2014/TT-BTNMT. Sorted by code.
constexpr std::array<ProvinceMeridian, 64> meridians{{
    {"01", 105, 0},  // Hà Nội
    {"02", 105, 30}, // Hà Giang
    {"04", 105, 45}, // Cao Bằng
    {"06", 106, 30}, // Bắc Kạn
    {"08", 106, 0},  // Tuyên Quang
    {"10", 104, 45}, // Lào Cai
    {"11", 103, 0},  // Điện Biên
    {"12", 103, 0},  // Lai Châu
    {"14", 104, 0},  // Sơn La
    {"15", 104, 45}, // Yên Bái
    {"17", 106, 0},  // Hòa Bình
    {"19", 106, 30}, // Thái Nguyên
    {"20", 107, 15}, // Lạng Sơn
    {"22", 107, 45}, // Quảng Ninh
    {"24", 107, 0},  // Bắc Giang
    {"25", 104, 45}, // Phú Thọ
    {"26", 105, 0},  // Vĩnh Phúc
    {"27", 105, 30}, // Bắc Ninh
    {"28", 105, 0},  // Hà Tây
    {"30", 105, 30}, // Hải Dương
    {"31", 105, 45}, // Hải Phòng
    {"33", 105, 30}, // Hưng Yên
    {"34", 105, 30}, // Thái Bình
    {"35", 105, 0},  // Hà Nam
    {"36", 105, 30}, // Nam Định
    {"37", 105, 0},  // Ninh Bình
    {"38", 105, 0},  // Thanh Hóa
    {"40", 104, 45}, // Nghệ An
    {"42", 105, 30}, // Hà Tĩnh
    {"44", 106, 0},  // Quảng Bình
    {"45", 106, 15}, // Quảng Trị
    {"46", 107, 0},  // Thừa Thiên Huế, Huế
    {"48", 107, 45}, // Đà Nẵng
    {"49", 107, 45}, // Quảng Nam
    {"51", 108, 0},  // Quảng Ngãi
    {"52", 108, 15}, // Bình Định
    {"54", 108, 30}, // Phú Yên
    {"56", 108, 15}, // Khánh Hòa
    {"58", 108, 15}, // Ninh Thuận
    {"60", 108, 30}, // Bình Thuận
    {"62", 107, 30}, // Kon Tum
    {"64", 108, 30}, // Gia Lai
    {"66", 108, 30}, // Đắk Lắk
    {"67", 108, 30}, // Đắk Nông
    {"68", 107, 45}, // Lâm Đồng
    {"70", 106, 15}, // Bình Phước
    {"72", 105, 30}, // Tây Ninh
    {"74", 105, 45}, // Bình Dương
    {"75", 107, 45}, // Đồng Nai
    {"77", 107, 45}, // Bà Rịa - Vũng Tàu
    {"79", 105, 45}, // Thành phố Hồ Chí Minh
    {"80", 105, 45}, // Long An
    {"82", 105, 45}, // Tiền Giang
    {"83", 105, 45}, // Bến Tre
    {"84", 105, 30}, // Trà Vinh
    {"86", 105, 30}, // Vĩnh Long
    {"87", 105, 0},  // Đồng Tháp
    {"89", 104, 45}, // An Giang
    {"91", 104, 30}, // Kiên Giang
    {"92", 105, 0},  // Cần Thơ
    {"93", 105, 0},  // Hậu Giang
    {"94", 105, 30}, // Sóc Trăng
    {"95", 105, 0},  // Bạc Liêu
    {"96", 104, 30}, // Cà Mau
}};

} // namespace

std::string vn2000Zone(std::string_view provinceCode) {
    const auto province =
        std::find_if(meridians.begin(), meridians.end(),
                     [&](const ProvinceMeridian& m) { return m.province == provinceCode; });
    if (province == meridians.end())
        return {};
    return geometry::vn2000ZoneAt(province->degrees * 60 + province->minutes);
}

std::vector<Vn2000Zone> vn2000ZonesOf(const Gazetteer& gazetteer, std::span<const UnitIndex> units,
                                      Date date) {
    const Date day = std::min(date, mergers.previousDay());
    std::set<UnitIndex> provinces;
    for (const UnitIndex unit : units)
        for (const Share& share : gazetteer.convert(unit, day, minPartShare))
            provinces.insert(gazetteer.ancestorAt(share.unit, Level::Province, day));
    std::map<int, Vn2000Zone> zones;
    for (const UnitIndex province : provinces) {
        const std::string crs =
            province == noUnit ? std::string() : vn2000Zone(gazetteer.unit(province).code);
        const auto meridian = geometry::meridianOf(crs);
        if (!meridian)
            continue;
        Vn2000Zone& zone =
            zones.try_emplace(*meridian, Vn2000Zone{crs, *meridian, {}}).first->second;
        zone.provinces.push_back(province);
    }
    std::vector<Vn2000Zone> all;
    for (auto& [meridian, zone] : zones)
        all.push_back(std::move(zone));
    return all;
}

std::string vn2000SystemOf(std::span<const Vn2000Zone> zones) {
    return zones.size() == 1 ? zones.front().crs : "EPSG:3405";
}

std::string describe(const Gazetteer& gazetteer, std::span<const Vn2000Zone> zones) {
    constexpr std::size_t maxWithNames = 4;
    std::string text;
    for (const Vn2000Zone& zone : zones) {
        if (zones.size() > maxWithNames) {
            text += (text.empty() ? "" : ", ") + geometry::meridianText(zone.meridian);
            continue;
        }
        std::string names;
        for (const UnitIndex province : zone.provinces)
            names += (names.empty() ? "" : ", ") + gazetteer.unit(province).name;
        text += fmt::format("{}{} ({}: {})", text.empty() ? "" : ", ",
                            geometry::meridianText(zone.meridian), zone.crs, names);
    }
    return text;
}

} // namespace terroir::gazetteer
