#pragma once

#include "core/theme/theme.hpp"

namespace terroir::theme {

/// Gives a layer another type; what the type before had of its own is dropped, so that the layer is
/// what its theme file says. A choropleth has the first palette, pictograms the pictures of what
/// the series select: without one where none is known.
void setType(Layer& layer, LayerType type);

} // namespace terroir::theme
