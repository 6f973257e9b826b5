#include "core/records/measure_units.hpp"

#include "core/base/number.hpp"
#include "core/records/quantity.hpp"
#include "core/text/vietnamese.hpp"

#include <array>
#include <utility>

namespace terroir::records {

namespace {

struct TwoUnits {
    std::string_view mass, area;
};

std::optional<TwoUnits> splitYield(std::string_view unit) {
    const std::size_t slash = unit.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const TwoUnits two{unit.substr(0, slash), unit.substr(slash + 1)};
    return isMassUnit(two.mass) && isAreaUnit(two.area) ? std::optional(two) : std::nullopt;
}

/// Of "nghìn", "1.000", "1000"; 0 for another word.
double factorOf(std::string_view word) {
    if (const double factor = numberWord(word); factor > 0)
        return factor;
    const auto number = parseVietnameseNumber(word);
    return number && *number >= 10 ? *number : 0;
}

} // namespace

ScaledUnit scaledUnit(std::string_view unit) {
    const std::size_t space = unit.find(' ');
    if (space == std::string_view::npos)
        return {1, std::string(unit)};
    const double factor = factorOf(unit.substr(0, space));
    std::string rest(unit.substr(space + 1));
    const std::string folded = text::fold(rest);
    if (factor == 0 || folded.starts_with("dong") || folded == "vnd" || folded == "d")
        return {1, std::string(unit)};
    return {factor, std::move(rest)};
}

bool isMassUnit(std::string_view unit) {
    return perTonne(unit).has_value();
}

std::optional<double> perTonne(std::string_view unit) {
    static constexpr std::array<std::pair<std::string_view, double>, 10> known{{{"tan", 1},
                                                                                {"tonne", 1},
                                                                                {"tonnes", 1},
                                                                                {"t", 1},
                                                                                {"ta", 10},
                                                                                {"yen", 100},
                                                                                {"kg", 1e3},
                                                                                {"kilogam", 1e3},
                                                                                {"g", 1e6},
                                                                                {"gam", 1e6}}};
    const std::string folded = text::fold(unit);
    for (const auto& [name, count] : known)
        if (folded == name)
            return count;
    return std::nullopt;
}

bool isYieldUnit(std::string_view unit) {
    return splitYield(unit).has_value();
}

std::optional<double> tonnesPerHectare(double value, std::string_view unit, Region region) {
    const auto two = splitYield(unit);
    const auto area = two ? squareMetresIn(two->area, region) : std::nullopt;
    if (!area)
        return std::nullopt;
    return value / *perTonne(two->mass) / (*area / 10000);
}

} // namespace terroir::records
