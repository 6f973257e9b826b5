#pragma once

#include "plugin/qgis/theme_map.hpp"

#include <vector>

class QgsLayerTreeGroup;
class QgsMapLayer;
class QgsProject;
class QgsVectorLayer;

namespace terroir::qgis {

enum class Placing {
    Update, ///< the layers that show the theme already get the new figures, classes and names
    New,    ///< another group of layers
};

/// Renderers, labels, aliases, title, description and what is remembered of the theme.
void styleLayer(QgsVectorLayer& layer, const ThemeLayer& part);

struct PlacedLayers {
    QgsLayerTreeGroup* group = nullptr;
    bool spared = false; ///< the theme was there already, in layers that are not ours to change
};

/// Puts the layers of a map with any into the project: a group named as the theme, symbols above
/// polygons. An update keeps the layers themselves, and so what layouts and map themes know of
/// them. It replaces rows in memory and beside the project only: when a layer of the group was
/// saved to another file or is being edited, the next group of the theme is updated, or a new one
/// made. `near`: of several groups the one that this layer is in. A group that was not shown is
/// shown now, and the other themes' are not. GUI thread.
PlacedLayers placeLayers(const ThemeMap& map, Placing placing, QgsProject& project,
                         const QgsMapLayer* near = nullptr);

/// New rows for the layers of ours among these, wherever they stand in the project. Classes that
/// are still the same keep the look that a person gave them. False when QGIS did not take them all.
bool refillLayers(const ThemeMap& map, std::vector<QgsVectorLayer*> layers);

std::vector<QgsVectorLayer*> vectorLayersIn(const QgsLayerTreeGroup& group);
/// The layers of the project that were made together with this one, itself among them.
std::vector<QgsVectorLayer*> layersMadeWith(const QgsMapLayer& layer, const QgsProject& project);

} // namespace terroir::qgis
