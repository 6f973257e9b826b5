#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::theme {

/// What the figures of a choropleth are related to before they are cut into classes, so that large
/// units do not look rich because they are large.
enum class Per {
    None,           ///< as they are
    Km2,            ///< per km² of the unit's area
    ThousandPeople, ///< per 1,000 inhabitants of the unit
    Total,          ///< share of the sum of all units of the map, in percent
};

struct PerInfo {
    Per per;
    std::string id; ///< "none", "km2", "1000-people", "total": in theme files, on the command line
    LocalText name;
    LocalText meaning;
};
const std::vector<PerInfo>& perInfos();
std::optional<Per> parsePer(std::string_view id);
std::string_view toString(Per per);

/// The unit of measure of a rate of figures in `unit`: "ha/100 km²", "ha trên 1.000 dân", "%"; the
/// `unit` itself for Per::None. Without a unit "/km²", "trên 1.000 dân". `scale`: of so many km² or
/// thousands of people.
std::string rateUnit(Per per, double scale, const std::string& unit, Language language);

/// What is said behind the name of the figure: "trên 100 km²", "per 1,000 inhabitants"; empty for
/// None and Total.
std::string rateWords(Per per, double scale, Language language);

} // namespace terroir::theme
