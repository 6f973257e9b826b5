#include "core/records/different_quantities.hpp"

#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/measure_units.hpp"

#include <set>

namespace terroir::records {

std::vector<PartQuantity> differentQuantities(std::string_view text) {
    std::vector<PartQuantity> parts;
    if (parseQuantity(text, NumberStyle::Vietnamese)) // "1,5 ha (6 hộ)" is one
        return parts;
    std::set<std::string_view> measured;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        const auto isMark = [&](std::size_t i) {
            return std::string_view(";(),+").find(text[i]) != std::string_view::npos &&
                   !(text[i] == ',' && i + 1 < text.size() && isDigit(text[i + 1]));
        };
        while (end < text.size() && !isMark(end))
            ++end;
        const std::string_view part = trimmed(text.substr(at, end - at));
        at = end + 1;
        if (part.empty())
            continue;
        const auto one = parseQuantity(part, NumberStyle::Vietnamese);
        if (!one || one->unit.empty() || one->value < 0)
            return {};
        const std::string unit = scaledUnit(one->unit).unit;
        const std::string_view field = isAreaUnit(unit)      ? "area"
                                       : isMassUnit(unit)    ? "output"
                                       : isYieldUnit(unit)   ? "yield"
                                       : isCountedUnit(unit) ? "count"
                                                             : "";
        if (field.empty() || !measured.insert(field).second)
            return {};
        parts.push_back({field, part, *one});
    }
    return parts.size() > 1 ? parts : std::vector<PartQuantity>();
}

} // namespace terroir::records
