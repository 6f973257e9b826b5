#pragma once

#include "core/theme/json_members.hpp"

namespace terroir::theme {

/// "dotValue": a number above 0.
Member<Layer> dotValueMember();

/// All series of a layer of dots have one measure and one unit, since a dot stands for as much of
/// each.
void checkDots(const JsonNode& node, const Layer& layer);

} // namespace terroir::theme
