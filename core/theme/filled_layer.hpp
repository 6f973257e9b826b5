#pragma once

#include "core/theme/theme.hpp"

namespace terroir::theme {

/// Of the layers the first that fills areas by classes; without one the first of symbols of one
/// series, which does so instead when classes are chosen. Null: the theme has neither.
const Layer* filledLayer(const Theme& theme);
/// With that layer filling areas by classes.
Theme filledTheme(Theme theme);

} // namespace terroir::theme
