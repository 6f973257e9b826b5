#include "core/records/quantity.hpp"

#include "core/base/number.hpp"
#include "core/text/vietnamese.hpp"

#include <array>
#include <utility>

namespace terroir::records {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

std::optional<double> parseNumber(std::string_view text, NumberStyle style) {
    return style == NumberStyle::Plain ? parsePlainNumber(text) : parseVietnameseNumber(text);
}

constexpr std::array<std::pair<std::string_view, Qualifier>, 16> prefixes{
    {{"≥", Qualifier::AtLeast},
     {">=", Qualifier::AtLeast},
     {">", Qualifier::AtLeast},
     {"trên ", Qualifier::AtLeast},
     {"hơn ", Qualifier::AtLeast},
     {"ít nhất ", Qualifier::AtLeast},
     {"tối thiểu ", Qualifier::AtLeast},
     {"over ", Qualifier::AtLeast},
     {"at least ", Qualifier::AtLeast},
     {"khoảng ", Qualifier::About},
     {"gần ", Qualifier::About},
     {"about ", Qualifier::About},
     {"~", Qualifier::About},
     {"≈", Qualifier::About},
     {"từ ", Qualifier::Range},
     {"=", Qualifier::Exact}}};

struct NumberAndUnit {
    double number = 0;
    std::string unit;
};

/// The longest start of the text that is a number; what follows is the unit.
std::optional<NumberAndUnit> splitUnit(std::string_view text, NumberStyle style) {
    for (std::size_t end = text.size(); end > 0; --end) {
        const bool cut = end == text.size() || text[end] == ' ' ||
                         (text[end - 1] >= '0' && text[end - 1] <= '9');
        if (!cut)
            continue;
        const auto number = parseNumber(text.substr(0, end), style);
        if (!number)
            continue;
        const std::string_view unit = trimmed(text.substr(end));
        // "12 5" or "3/4" is no number with a unit.
        if (!unit.empty() && (std::string_view(".,/-+:").find(unit[0]) != std::string_view::npos ||
                              (unit[0] >= '0' && unit[0] <= '9')))
            return std::nullopt;
        return NumberAndUnit{*number, std::string(unit)};
    }
    return std::nullopt;
}

std::optional<Quantity> parseRange(std::string_view text, NumberStyle style) {
    for (const std::string_view separator : {"–", "đến", "-", "÷", " to "}) {
        const std::size_t at = text.find(separator, 1);
        if (at == std::string_view::npos)
            continue;
        const auto low = parseNumber(trimmed(text.substr(0, at)), style);
        const auto high = splitUnit(trimmed(text.substr(at + separator.size())), style);
        if (low && high && *low <= high->number)
            return Quantity{*low, high->number, Qualifier::Range, high->unit};
    }
    return std::nullopt;
}

} // namespace

std::optional<Quantity> parseQuantity(std::string_view text, NumberStyle style) {
    const std::string normal = text::normalize(text);
    std::string_view rest = normal;
    Qualifier qualifier = Qualifier::Exact;
    for (const auto& [prefix, meaning] : prefixes) {
        if (!rest.starts_with(prefix))
            continue;
        qualifier = meaning;
        rest = trimmed(rest.substr(prefix.size()));
        break;
    }
    if (qualifier == Qualifier::Exact || qualifier == Qualifier::Range)
        if (auto range = parseRange(rest, style))
            return range;
    if (qualifier == Qualifier::Range)
        return std::nullopt;
    const auto found = splitUnit(rest, style);
    if (!found)
        return std::nullopt;
    return Quantity{found->number, std::nullopt, qualifier, found->unit};
}

bool isBlankCell(std::string_view text) {
    const std::string_view rest = trimmed(text);
    return rest.empty() || rest == "-" || rest == "–" || rest == "—" || rest == "…" ||
           rest == "...";
}

} // namespace terroir::records
