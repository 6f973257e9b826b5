#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

// Small rules about the bytes of a text.
namespace terroir {

/// A digit of ASCII, whatever the locale.
constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Without blanks (or the bytes of `ends`) at either end; a view into `text`.
inline std::string_view trimmed(std::string_view text, std::string_view ends = " \t\r\n") {
    const std::size_t from = text.find_first_not_of(ends);
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(ends) - from + 1);
}

inline bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace terroir
