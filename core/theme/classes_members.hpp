#pragma once

#include "core/theme/json_members.hpp"
#include "core/theme/theme.hpp"

namespace terroir::theme {

/// What classes are called in a theme file.
const Members<Classes>& classesMembers();

/// Classes whose breaks, colours and labels fit each other.
void readClasses(const JsonNode& node, Classes& classes);

} // namespace terroir::theme
