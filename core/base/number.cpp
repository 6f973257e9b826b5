#include "core/base/number.hpp"

#include "core/base/strings.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

namespace terroir {

namespace {

/// True when every separator stands before exactly three digits and the first group has 1 to 3.
bool isGrouped(std::string_view digits, char separator) {
    std::size_t group = 0;
    bool first = true;
    if (digits.starts_with('0'))
        return false; // "0.125" is an eighth; no thousands begin with a zero
    for (const char c : digits) {
        if (c != separator) {
            ++group;
            continue;
        }
        if (first ? group < 1 || group > 3 : group != 3)
            return false;
        first = false;
        group = 0;
    }
    return !first && group == 3;
}

std::string without(std::string_view text, char dropped) {
    std::string out;
    for (const char c : text)
        if (c != dropped)
            out += c;
    return out;
}

} // namespace

namespace {

enum class Zeros { Dropped, Kept };

std::string format(double value, Language language, int decimals, Zeros zeros) {
    if (!std::isfinite(value))
        return "–";
    std::string plain = fmt::format("{:.{}f}", std::fabs(value), decimals);
    const std::size_t dot = plain.find('.');
    std::string fraction = dot == std::string::npos ? "" : plain.substr(dot + 1);
    std::string whole = plain.substr(0, dot);
    while (zeros == Zeros::Dropped && !fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    const bool vietnamese = language == Language::Vietnamese;
    for (std::size_t at = whole.size(); at > 3;) {
        at -= 3;
        whole.insert(at, 1, vietnamese ? '.' : ',');
    }
    const bool isZero = whole == "0" && fraction.find_first_not_of('0') == std::string::npos;
    std::string out = value < 0 && !isZero ? "−" + whole : whole;
    if (!fraction.empty())
        out += (vietnamese ? "," : ".") + fraction;
    return out;
}

} // namespace

std::string formatNumber(double value, Language language, int decimals) {
    return format(value, language, decimals, Zeros::Dropped);
}

std::string formatFixed(double value, Language language, int decimals) {
    return format(value, language, decimals, Zeros::Kept);
}

LocalText numberText(double value, int decimals) {
    return {formatNumber(value, Language::Vietnamese, decimals),
            formatNumber(value, Language::English, decimals)};
}

std::optional<double> parsePlainNumber(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (text.empty() || result.ec != std::errc() || result.ptr != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<double> parseVietnameseNumber(std::string_view text) {
    text = trimmed(text);
    double factor = 1;
    static constexpr std::array<std::pair<std::string_view, double>, 6> words{
        {{"nghìn", 1e3}, {"ngàn", 1e3}, {"triệu", 1e6}, {"tỷ", 1e9}, {"tỉ", 1e9}, {"vạn", 1e4}}};
    for (const auto& [word, size] : words) {
        if (text.size() > word.size() && text.ends_with(word)) {
            factor = size;
            text = trimmed(text.substr(0, text.size() - word.size()));
            break;
        }
    }
    double sign = 1;
    if (text.starts_with('-'))
        sign = -1, text.remove_prefix(1);
    else if (text.starts_with("−"))
        sign = -1, text.remove_prefix(std::string_view("−").size());
    if (text.empty() || !isDigit(text.front()) || !isDigit(text.back()))
        return std::nullopt;

    // A no-break space groups thousands like a space.
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\xc2' && i + 1 < text.size() && text[i + 1] == '\xa0') {
            digits += ' ';
            ++i;
        } else {
            digits += text[i];
        }
    }
    for (const char c : digits)
        if (!isDigit(c) && c != '.' && c != ',' && c != ' ')
            return std::nullopt;

    const std::size_t comma = digits.find(',');
    std::string whole = digits.substr(0, comma), fraction;
    if (comma != std::string::npos) {
        fraction = digits.substr(comma + 1);
        if (fraction.find_first_of(", ") != std::string::npos)
            return std::nullopt;
        // English order, "1,947.5" or "1,234,567": accepted only where it cannot be anything else.
        if (fraction.find('.') != std::string::npos)
            return std::nullopt;
    }
    for (const char separator : {' ', '.'}) {
        if (whole.find(separator) == std::string::npos)
            continue;
        if (isGrouped(whole, separator))
            whole = without(whole, separator);
        else if (separator == '.' && fraction.empty() && comma == std::string::npos)
            break;
        else
            return std::nullopt;
    }
    const auto value = parsePlainNumber(fraction.empty() ? whole : whole + "." + fraction);
    if (!value)
        return std::nullopt;
    return sign * *value * factor;
}

} // namespace terroir
