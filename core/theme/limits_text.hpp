#pragma once

#include "core/records/limits.hpp"
#include "core/theme/json_members.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace terroir::theme {

/// Of the member "only" of a theme.
const Members<records::Limits>& limitsMembers();

/// On one line as a JSON object, `{"subject":"chè"}`, for whatever keeps settings; empty without
/// limits.
std::string limitsText(const records::Limits& limits);
/// The way back; none for what is no such text.
std::optional<records::Limits> parseLimits(std::string_view text);

} // namespace terroir::theme
