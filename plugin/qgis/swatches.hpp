#pragma once

#include "core/theme/theme.hpp"

#include <QIcon>
#include <QSize>

namespace terroir::qgis {

inline constexpr QSize swatchSize{60, 14};

/// Some colours of a palette side by side, as its classes have them.
QIcon swatchesOf(const theme::Palette& palette);

} // namespace terroir::qgis
