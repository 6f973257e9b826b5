#pragma once

#include "core/base/language.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace terroir::records {

/// A sentence with the same values in both languages. Inside this folder only.
template <class... Values>
LocalText say(std::string_view vi, std::string_view en, const Values&... values) {
    return {fmt::format(fmt::runtime(vi), values...), fmt::format(fmt::runtime(en), values...)};
}

} // namespace terroir::records
