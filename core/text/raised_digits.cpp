#include "core/text/raised_digits.hpp"

#include <algorithm>
#include <array>

namespace terroir::text {

namespace {

constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴",
                                                  "⁵", "⁶", "⁷", "⁸", "⁹"};

/// Bytes of the raised digit at the start of the text; 0 when it is none.
std::size_t raisedAt(std::string_view text) {
    for (const std::string_view digit : raised)
        if (text.starts_with(digit))
            return digit.size();
    return 0;
}

} // namespace

std::string raisedDigits(std::string_view digits) {
    std::string out;
    for (const char c : digits) {
        if (c >= '0' && c <= '9')
            out += raised[std::size_t(c - '0')];
        else
            out += c;
    }
    return out;
}

std::string withoutNoteMarks(std::string_view text) {
    std::string out;
    bool isExponent = false;
    while (!text.empty()) {
        const std::size_t mark = raisedAt(text);
        isExponent = mark > 0 && (isExponent || out.ends_with('m'));
        if (mark == 0 || isExponent)
            out += text.substr(0, std::max<std::size_t>(mark, 1));
        text.remove_prefix(std::max<std::size_t>(mark, 1));
        if (mark > 0 && !isExponent && out.ends_with('(') && text.starts_with(')')) {
            out.pop_back();
            text.remove_prefix(1);
        }
    }
    return out;
}

} // namespace terroir::text
