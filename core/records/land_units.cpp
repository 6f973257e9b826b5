#include "core/records/land_units.hpp"

#include "core/text/vietnamese.hpp"

#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace terroir::records {

namespace {

constexpr std::array<std::pair<std::string_view, double>, 14> fixedUnits{{{"ha", 10000},
                                                                          {"hecta", 10000},
                                                                          {"hectare", 10000},
                                                                          {"hectares", 10000},
                                                                          {"m2", 1},
                                                                          {"m²", 1},
                                                                          {"met vuong", 1},
                                                                          {"km2", 1e6},
                                                                          {"km²", 1e6},
                                                                          {"sao bac bo", 360},
                                                                          {"sao trung bo", 500},
                                                                          {"mau bac bo", 3600},
                                                                          {"mau trung bo", 5000},
                                                                          {"cong nam bo", 1000}}};

} // namespace

Region regionOfProvince(std::string_view code) {
    int number = 0;
    const auto result = std::from_chars(code.data(), code.data() + code.size(), number);
    if (code.size() != 2 || result.ec != std::errc())
        return Region::Unknown;
    if (number <= 37)
        return Region::North;
    if (number <= 56)
        return Region::Centre;
    return number >= 74 ? Region::South : Region::Unknown;
}

bool needsRegion(std::string_view unit) {
    const std::string folded = text::fold(unit);
    return folded == "sao" || folded == "mau" || folded == "cong";
}

bool isAreaUnit(std::string_view unit) {
    return needsRegion(unit) || squareMetresIn(unit, Region::Unknown).has_value();
}

std::optional<double> squareMetresIn(std::string_view unit, Region region) {
    const std::string folded = text::fold(unit);
    for (const auto& [name, size] : fixedUnits)
        if (folded == name)
            return size;
    const double sao = region == Region::North ? 360 : region == Region::Centre ? 500 : 0;
    if (folded == "sao" && sao > 0)
        return sao;
    if (folded == "mau" && sao > 0)
        return 10 * sao;
    if (folded == "cong" && region == Region::South)
        return 1000;
    return std::nullopt;
}

} // namespace terroir::records
