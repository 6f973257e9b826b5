#include "core/tables/counted_things.hpp"

#include "core/base/strings.hpp"
#include "core/records/quantity.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <optional>

namespace terroir::tables {

namespace {

/// At commas that are none of a number, semicolons, plus signs, line ends and "và".
std::vector<std::string> enumerated(std::string_view cell) {
    std::string text = text::toNfc(cell);
    constexpr std::string_view conjunction = " và ";
    for (std::size_t at = text.find(conjunction); at != std::string::npos;
         at = text.find(conjunction))
        text.replace(at, conjunction.size(), ";");
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool isDecimal = c == ',' && at > 0 && at + 1 < text.size() &&
                               isDigit(text[at - 1]) && isDigit(text[at + 1]);
        if (c == ';' || c == '+' || c == '\n' || (c == ',' && !isDecimal))
            parts.emplace_back();
        else
            parts.back() += c;
    }
    for (std::string& part : parts)
        part = std::string(trimmed(part, " \t\r-."));
    std::erase_if(parts, [](const std::string& part) { return part.empty(); });
    return parts;
}

/// "con ", "ha ": the unit in front of a thing; 0 for none.
std::size_t unitLength(std::string_view words) {
    for (const std::string_view unit :
         {"nghìn con ", "ngàn con ", "con ", "đầu ", "ha ", "m2 ", "m² ", "tấn ", "tạ ", "kg ",
          "lồng ", "bể ", "gốc ", "sào ", "mẫu ", "đàn ", "tổ "})
        if (words.starts_with(unit))
            return unit.size();
    return 0;
}

std::optional<CountedThing> counted(const std::string& value, std::string_view unit,
                                    std::string_view thing) {
    if (!text::isThing(thing))
        return std::nullopt;
    const bool isHeads = unit.empty() && text::isCountedByHead(thing);
    if (unit.empty() && !isHeads)
        return std::nullopt;
    std::string written = value + " " + std::string(isHeads ? "con" : trimmed(unit));
    if (!records::parseQuantity(written, records::NumberStyle::Vietnamese))
        return std::nullopt;
    return CountedThing{std::move(written), std::string(trimmed(thing))};
}

std::optional<CountedThing> countedPart(const std::string& part) {
    const auto isOfNumber = [](char c) { return isDigit(c) || c == '.' || c == ','; };
    const std::size_t digit = std::size_t(
        std::find_if(part.begin(), part.end(), [](char c) { return isDigit(c); }) - part.begin());
    if (digit == part.size())
        return std::nullopt;
    const std::size_t end =
        std::size_t(std::find_if_not(part.begin() + std::ptrdiff_t(digit), part.end(), isOfNumber) -
                    part.begin());
    std::string before(trimmed(part.substr(0, digit), " :-")),
        behind(trimmed(part.substr(end), " "));
    const std::string number = part.substr(digit, end - digit);
    if (behind.find_first_of("0123456789") != std::string::npos && !behind.starts_with("m2"))
        return std::nullopt;
    const std::string about = text::normalize(before);
    if (before.empty() || isAnyOf(about, {"khoảng", "gần", "trên", "hơn", "có", "nuôi", "trồng"})) {
        if (behind.ends_with(')')) // "150 con (lợn thịt)"
            if (const std::size_t open = behind.find('('); open != std::string::npos)
                behind = std::string(trimmed(behind.substr(0, open))) + " " +
                         behind.substr(open + 1, behind.size() - open - 2);
        const std::size_t unit = unitLength(text::normalize(behind) + " ");
        const bool isAbout = isAnyOf(about, {"khoảng", "gần", "trên", "hơn"});
        return counted(isAbout ? before + " " + number : number,
                       std::string_view(behind).substr(0, std::min(unit, behind.size())),
                       std::string_view(behind).substr(std::min(unit, behind.size())));
    }
    // "Lợn thịt: 150 con"
    const std::size_t unit = unitLength(text::normalize(behind) + " ");
    if (!behind.empty() && unit != behind.size() + 1)
        return std::nullopt;
    return counted(number, behind, before);
}

} // namespace

std::vector<CountedThing> countedThings(std::string_view cell) {
    std::vector<CountedThing> things;
    if (!records::hasNumeral(cell))
        return things;
    for (const std::string& part : enumerated(cell)) {
        auto one = countedPart(part);
        if (!one)
            return {};
        things.push_back(std::move(*one));
    }
    return things;
}

} // namespace terroir::tables
