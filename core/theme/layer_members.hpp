#pragma once

#include "core/theme/json_members.hpp"
#include "core/theme/theme.hpp"

namespace terroir::theme {

/// What a layer of that type is called in a theme file.
Members<Layer> layerMembers(LayerType type);

/// A layer with the members of its type, checked, and with what follows where nothing is said:
/// palette, words and colours of its values.
Layer readLayer(const JsonNode& node);

} // namespace terroir::theme
