#include "core/theme/json_members.hpp"

#include "core/base/error.hpp"
#include "core/theme/theme.hpp"

#include <fmt/format.h>

#include <cmath>

namespace terroir::theme {

void read(const JsonNode& node, std::string& text) {
    text = node.text();
}

void read(const JsonNode& node, LocalText& text) {
    text = node.localText();
}

void read(const JsonNode& node, bool& flag) {
    flag = node.truth();
}

void read(const JsonNode& node, double& number) {
    number = node.number();
}

void read(const JsonNode& node, Colour& colour) {
    const std::string text = node.text();
    try {
        colour = parseColour(text);
    } catch (const UsageError& error) {
        node.fail(error.text());
    }
}

Json written(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

Json written(const LocalText& text) {
    if (text == LocalText())
        return {};
    // The reader wants both languages.
    return {{"vi", text.vi.empty() ? text.en : text.vi},
            {"en", text.en.empty() ? text.vi : text.en}};
}

Json written(bool flag) {
    return flag;
}

Json written(double number) {
    constexpr double maxExact = 9007199254740992.0; // 2^53
    if (number == std::floor(number) && std::abs(number) < maxExact)
        return std::int64_t(number);
    return number;
}

Json written(Colour colour) {
    return colour.a == 255 ? colour.toHex() : fmt::format("{}{:02x}", colour.toHex(), colour.a);
}

} // namespace terroir::theme
