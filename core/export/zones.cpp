#include "core/export/zones.hpp"

#include "core/geometry/projection.hpp"

namespace terroir::exporting {

std::set<std::string> vn2000ZonesOf(const gazetteer::Gazetteer& gazetteer,
                                    std::span<const ThemeLayers> themes) {
    std::set<std::string> zones;
    for (const ThemeLayers& theme : themes)
        for (const gazetteer::UnitIndex unit : theme.evaluated.units) {
            const gazetteer::UnitIndex province =
                gazetteer.ancestorAt(unit, gazetteer::Level::Province, theme.evaluated.asOf);
            if (province != gazetteer::noUnit)
                zones.insert(geometry::vn2000Zone(gazetteer.unit(province).code));
        }
    zones.erase("");
    return zones;
}

std::string mapCrsOf(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes) {
    const std::set<std::string> zones = vn2000ZonesOf(gazetteer, themes);
    return zones.size() == 1 ? *zones.begin() : "EPSG:3405";
}

} // namespace terroir::exporting
