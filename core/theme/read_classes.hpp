#pragma once

#include "core/theme/json_node.hpp"
#include "core/theme/theme.hpp"

namespace terroir::theme {

/// The member "classes" of a layer: method and count, or given breaks with colours and labels of
/// their own. InputError where they do not fit together.
Classes readClasses(const JsonNode& node);

Colour readColour(const JsonNode& node);

} // namespace terroir::theme
