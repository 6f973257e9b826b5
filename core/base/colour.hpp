#pragma once

#include <initializer_list>
#include <string>

namespace terroir {

/// Red, green, blue and opacity, 0 to 255. Whole in this header, which painters of others include.
struct Colour {
    unsigned char r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Colour&) const = default;
    /// "#1b7837", without the opacity.
    std::string toHex() const {
        constexpr const char* digits = "0123456789abcdef";
        std::string text = "#";
        for (const unsigned char channel : {r, g, b}) {
            text += digits[channel >> 4];
            text += digits[channel & 15];
        }
        return text;
    }
};

} // namespace terroir
