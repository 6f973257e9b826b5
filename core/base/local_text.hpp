#pragma once

#include "core/base/language.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>

namespace terroir {

namespace local_text {

/// What a value looks like in one language: a LocalText gives that language's text, everything else
/// stays.
template <class Value>
const Value& in(Language, const Value& value) {
    return value;
}
inline const std::string& in(Language language, const LocalText& text) {
    return text.in(language);
}

template <class Value>
using Shown =
    std::conditional_t<std::is_same_v<std::remove_cvref_t<Value>, LocalText>, std::string, Value>;

} // namespace local_text

/// One sentence in both languages with the same values: {fmt} placeholders, checked when it is
/// compiled. A LocalText among the values is taken in the language of the sentence.
template <class... Values>
LocalText localText(fmt::format_string<local_text::Shown<Values>...> vi,
                    fmt::format_string<local_text::Shown<Values>...> en,
                    const Values&... values) {
    const auto in = [&]([[maybe_unused]] Language language, fmt::string_view sentence) {
        return fmt::vformat(sentence, fmt::make_format_args(local_text::in(language, values)...));
    };
    return {in(Language::Vietnamese, vi), in(Language::English, en)};
}

} // namespace terroir
