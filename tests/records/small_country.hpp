#pragma once

#include "core/geocode/geocoder.hpp"
#include "core/store/workspace_file.hpp"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace terroir::tests {

/// Two northern districts, one province of the centre and one of the highlands, before 2025-07-01;
/// Tân An lies in both districts of Lai Châu.
inline gazetteer::Gazetteer smallCountry() {
    using gazetteer::Level;
    using gazetteer::noUnit;
    using gazetteer::UnitIndex;
    std::vector<gazetteer::Unit> units;
    const auto add = [&](const char* code, Level level, const char* type, const char* name,
                         UnitIndex parent, double areaKm2) {
        gazetteer::Unit unit;
        unit.uid = std::string(code) + "@2004";
        unit.code = code;
        unit.level = level;
        unit.type = type;
        unit.name = name;
        unit.parent = parent;
        unit.valid = {Date::beginning(), Date::of(2025, 7, 1)};
        unit.areaKm2 = areaKm2;
        units.push_back(unit);
        return UnitIndex(units.size() - 1);
    };
    const UnitIndex laiChau = add("12", Level::Province, "tỉnh", "Lai Châu", noUnit, 9068);
    const UnitIndex tamDuong = add("106", Level::District, "huyện", "Tam Đường", laiChau, 662);
    add("03390", Level::Commune, "thị trấn", "Tam Đường", tamDuong, 20);
    add("03405", Level::Commune, "xã", "Bình Lư", tamDuong, 46);
    add("03430", Level::Commune, "xã", "Bản Bo", tamDuong, 90);
    add("03431", Level::Commune, "xã", "Khun Há", tamDuong, 94);
    add("03432", Level::Commune, "xã", "Tân An", tamDuong, 50);
    const UnitIndex tanUyen = add("111", Level::District, "huyện", "Tân Uyên", laiChau, 903);
    add("03433", Level::Commune, "xã", "Tân An", tanUyen, 60);
    const UnitIndex ngheAn = add("40", Level::Province, "tỉnh", "Nghệ An", noUnit, 16490);
    const UnitIndex namDan = add("430", Level::District, "huyện", "Nam Đàn", ngheAn, 293);
    add("17950", Level::Commune, "xã", "Kim Liên", namDan, 15);
    const UnitIndex dakLak = add("66", Level::Province, "tỉnh", "Đắk Lắk", noUnit, 13030);
    add("643", Level::District, "thành phố", "Buôn Ma Thuột", dakLak, 377);
    return {std::move(units), {}, {}};
}

/// An empty workspace in a file of its own that is removed at the end.
class TemporaryWorkspace {
public:
    TemporaryWorkspace()
        : m_file(std::filesystem::temp_directory_path() /
                 ("terroir_records_" + std::to_string(::getpid()) + ".sqlite")),
          workspace(store::WorkspaceFile::create(m_file)) {}
    ~TemporaryWorkspace() {
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
    }

private:
    std::filesystem::path m_file;

public:
    store::WorkspaceFile workspace;
};

} // namespace terroir::tests
