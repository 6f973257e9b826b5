#pragma once

#include "core/theme/theme.hpp"

#include <QStringList>

class QgsVectorLayer;

namespace terroir::qgis {

/// Puts the colours, words and sizes of the circles or the pie that a layer is drawn with into
/// theme.layers[index], of the type Symbols or Pie; what a theme cannot hold is said in `left`.
/// False for a renderer that is neither.
bool readSymbols(const QgsVectorLayer& layer, std::size_t index, theme::Theme& theme,
                 Language language, QStringList& left);

} // namespace terroir::qgis
