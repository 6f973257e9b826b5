#include "core/export/zones.hpp"

#include <algorithm>

namespace terroir::exporting {

std::vector<gazetteer::Vn2000Zone> vn2000ZonesOf(const gazetteer::Gazetteer& gazetteer,
                                                 std::span<const ThemeLayers> themes) {
    std::vector<gazetteer::Vn2000Zone> zones;
    for (const ThemeLayers& theme : themes)
        for (gazetteer::Vn2000Zone& zone :
             gazetteer::vn2000ZonesOf(gazetteer, theme.evaluated.units, theme.evaluated.asOf)) {
            const auto same = std::find_if(zones.begin(), zones.end(), [&](const auto& known) {
                return known.meridian == zone.meridian;
            });
            if (same == zones.end()) {
                zones.push_back(std::move(zone));
                continue;
            }
            for (const gazetteer::UnitIndex province : zone.provinces)
                if (std::find(same->provinces.begin(), same->provinces.end(), province) ==
                    same->provinces.end())
                    same->provinces.push_back(province);
        }
    std::sort(zones.begin(), zones.end(),
              [](const auto& a, const auto& b) { return a.meridian < b.meridian; });
    return zones;
}

std::string mapCrsOf(const gazetteer::Gazetteer& gazetteer, std::span<const ThemeLayers> themes) {
    return gazetteer::vn2000SystemOf(vn2000ZonesOf(gazetteer, themes));
}

} // namespace terroir::exporting
