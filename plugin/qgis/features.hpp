#pragma once

#include "core/geometry/layer_table.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/ground_features.hpp"

#include <qgsfeature.h>
#include <qgsfields.h>
#include <qgsgeometry.h>
#include <qgsvectorlayer.h>

#include <memory>

namespace terroir::qgis {

// core's layers as QGIS has them. Coordinates stay as they are: lon/lat, EPSG:4326.

/// Null for an unknown.
QVariant variantOf(const Value& value);
compat::Wkb wkbTypeOf(const geometry::LayerTable& table);
/// With aliases for people.
QgsFields fieldsOf(const geometry::LayerTable& table);
QgsFeature featureOf(const geometry::LayerTable& table, const geometry::LayerRow& row,
                     const QgsFields& fields);

/// A layer in memory with all rows, title and description, and the first of its styles.
std::unique_ptr<QgsVectorLayer> memoryLayer(const geometry::LayerTable& table);

/// Gives a layer the renderer and the labels of a style (QML). False when it is none for it.
bool applyStyle(QgsVectorLayer& layer, const std::string& qml);

} // namespace terroir::qgis
