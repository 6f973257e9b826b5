#pragma once

#include "core/base/language.hpp"

#include <span>
#include <string_view>

namespace terroir::page {

/// A sentence or a word of the page's buttons and panels, by the name that its script knows it
/// under. "%1" and "%2" stand for what the script puts in.
struct InterfaceWord {
    std::string_view name;
    LocalText text;
};
std::span<const InterfaceWord> interfaceWords();

} // namespace terroir::page
