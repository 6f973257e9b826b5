#pragma once

#include "plugin/qgis/theme_memory.hpp"

#include <QStringList>

#include <vector>

class QgsVectorLayer;

namespace terroir::qgis {

/// What layers show, as a theme, and what of it a theme cannot hold, in sentences.
struct RendererTheme {
    theme::Theme theme;
    QStringList left;
    std::size_t layersRead = 0; ///< renderers that the theme got something from
};

/// The theme that the layers (made together, see layersMadeWith()) were made of, with what a person
/// has changed in their renderers: breaks, colours and words of classes and categories, colours and
/// sizes of symbols and pies. Classes that nobody has changed stay as the theme cuts them. GUI
/// thread. UsageError when none of the layers comes from a theme or none can be read.
RendererTheme themeOfLayers(const std::vector<QgsVectorLayer*>& layers);

/// A layer of a person's own with a graduated or categorised renderer: its classes on the first
/// layer of the base that fills areas in that way. UsageError when there is no such one.
RendererTheme themeOfLayer(const QgsVectorLayer& layer, const theme::Theme& base);

} // namespace terroir::qgis
