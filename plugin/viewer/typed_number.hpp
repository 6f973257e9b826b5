#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <string>

namespace terroir::viewer {

/// A number as a person types it in that language: "1.947,5", "1,947.5". None for anything else.
std::optional<double> typedNumber(const std::string& text, Language language);

} // namespace terroir::viewer
