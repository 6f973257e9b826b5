#include "core/tables/own_values.hpp"

#include "core/base/strings.hpp"
#include "core/records/quantity.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <optional>

namespace terroir::tables {

namespace {

/// At commas, semicolons, line ends and "và"; not inside brackets, not at the comma of "185,5".
std::vector<std::string_view> partsOf(std::string_view cell) {
    constexpr std::string_view conjunction = " và ";
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    int depth = 0;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const char c = cell[at];
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        const bool isDecimal = c == ',' && at > 0 && at + 1 < cell.size() &&
                               isDigit(cell[at - 1]) && isDigit(cell[at + 1]);
        const bool isAnd = cell.substr(at).starts_with(conjunction);
        if (depth > 0 || isDecimal || (c != ',' && c != ';' && c != '\n' && !isAnd))
            continue;
        parts.push_back(trimmed(cell.substr(start, at - start)));
        at += isAnd ? conjunction.size() - 1 : 0;
        start = at + 1;
    }
    parts.push_back(trimmed(cell.substr(start)));
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
}

bool isValue(std::string_view text, bool needsUnit) {
    const auto quantity = records::parseQuantity(text, records::NumberStyle::Vietnamese);
    return quantity && (!needsUnit || !quantity->unit.empty());
}

/// The type of a unit or of a part of one, whose name may be a number.
bool isNumberedByType(std::string_view place) {
    return isAnyOf(text::fold(place), {"phuong", "p.", "p", "xa", "quan", "q.", "q", "khu pho",
                                       "to", "ap", "thon", "ban", "buon", "khom", "khu", "doi"});
}

std::optional<OwnValue> valued(std::string_view part) {
    const auto made = [](std::string_view place, std::string_view value) {
        return OwnValue{std::string(trimmed(place)), std::string(trimmed(value))};
    };
    const auto isPlace = [](std::string_view place) {
        return std::any_of(place.begin(), place.end(),
                           [](char c) { return !isDigit(c) && c != ' '; });
    };
    if (part.ends_with(')')) {
        const std::size_t open = part.rfind('(');
        if (open != std::string_view::npos && isPlace(part.substr(0, open)) &&
            isValue(trimmed(part.substr(open + 1, part.size() - open - 2)), false))
            return made(part.substr(0, open), part.substr(open + 1, part.size() - open - 2));
        return std::nullopt;
    }
    if (const std::size_t colon = part.rfind(':'); colon != std::string_view::npos) {
        if (isPlace(part.substr(0, colon)) && isValue(trimmed(part.substr(colon + 1)), false))
            return made(part.substr(0, colon), part.substr(colon + 1));
        return std::nullopt;
    }
    // "A 12 ha": the last number and what stands behind it.
    const std::size_t last = part.find_last_of("0123456789");
    if (last == std::string_view::npos)
        return std::nullopt;
    const std::size_t before = part.find_last_not_of("0123456789.,", last);
    if (before == std::string_view::npos || part[before] != ' ' ||
        !isPlace(part.substr(0, before)) || !isValue(part.substr(before + 1), true))
        return std::nullopt;
    std::string_view place = trimmed(part.substr(0, before));
    if (isNumberedByType(place)) // "phường 1 Bảo Lộc"
        return std::nullopt;
    if (place.ends_with(" -") || place.ends_with(" –"))
        place = trimmed(place.substr(0, place.rfind(' ')));
    return made(place, part.substr(before + 1));
}

/// "huyện Chi Lăng" behind the list is where all of them are.
bool isUpperUnit(std::string_view part) {
    const std::string words = text::normalize(part);
    static constexpr std::string_view types[] = {"huyện ", "h. ",        "tỉnh ", "thị xã ",
                                                 "tx ",    "thành phố ", "tp ",   "tp. "};
    return std::any_of(std::begin(types), std::end(types),
                       [&](std::string_view type) { return words.starts_with(type); });
}

} // namespace

std::vector<OwnValue> ownValues(std::string_view cell) {
    if (!records::hasNumeral(cell)) // as most cells of places
        return {};
    std::vector<std::string_view> parts = partsOf(cell);
    std::string behind;
    while (!parts.empty() && isUpperUnit(parts.back()) && !valued(parts.back())) {
        behind = ", " + std::string(parts.back()) + behind;
        parts.pop_back();
    }
    std::vector<OwnValue> values;
    for (const std::string_view part : parts) {
        auto one = valued(part);
        if (!one)
            return {};
        one->place += behind;
        values.push_back(std::move(*one));
    }
    return values.size() > 1 ? values : std::vector<OwnValue>();
}

bool statesSomeValue(std::string_view cell) {
    const std::vector<std::string_view> parts = partsOf(cell);
    return parts.size() > 1 && std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
               return valued(part).has_value();
           });
}

std::vector<OwnValue> ownLines(std::string_view places, std::string_view values) {
    const auto linesOf = [](std::string_view text) {
        std::vector<std::string_view> lines;
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.size(), text.find('\n', at));
            if (const auto line = trimmed(text.substr(at, end - at)); !line.empty())
                lines.push_back(line);
            at = end + 1;
        }
        return lines;
    };
    const auto left = linesOf(places), right = linesOf(values);
    if (left.size() < 2 || left.size() != right.size() ||
        !std::all_of(right.begin(), right.end(),
                     [](std::string_view value) { return isValue(value, false); }))
        return {};
    std::vector<OwnValue> out;
    for (std::size_t i = 0; i < left.size(); ++i)
        out.push_back({std::string(left[i]), std::string(right[i])});
    return out;
}

} // namespace terroir::tables
