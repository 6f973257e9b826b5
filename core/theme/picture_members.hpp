#pragma once

#include "core/theme/json_members.hpp"

namespace terroir::theme {

/// "picture": one of pictureNames(), or a plain SVG file beside the theme file, "own.svg".
Member<Series> pictureMember();

/// "scaling": "flannery", "size": "fixed"; not written where they are as without them.
Member<Layer> scalingMember();
Member<Layer> pictureSizeMember();

/// The picture of what the series selects, where none is named; refused where there is none.
void choosePicture(const JsonNode& node, Series& series);

} // namespace terroir::theme
