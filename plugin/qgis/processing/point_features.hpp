#pragma once

#include "core/gazetteer/unit.hpp"

#include <qgscoordinatetransform.h>
#include <qgsfeature.h>
#include <qgsprocessingutils.h>

#include <optional>
#include <vector>

namespace terroir::qgis {

/// InputError for a layer of lines, of polygons or without geometry. QGIS checks this only in its
/// dialogs.
void requirePoints(const QgsProcessingFeatureSource& layer);

/// The positions of the fields. UsageError for a name that is no field, or one without numbers.
std::vector<int> numericFields(const QgsProcessingFeatureSource& layer, const QStringList& names);

/// All points of a feature; none for a geometry that is empty, that is not made of points or that
/// cannot be transformed.
std::vector<gazetteer::LonLat> lonLatsOf(const QgsFeature& feature,
                                         const QgsCoordinateTransform& toLonLat);

/// The numbers in some of its fields; nothing for NULL and for what is no finite number.
std::vector<std::optional<double>> numbersOf(const QgsFeature& feature,
                                             const std::vector<int>& fields);

} // namespace terroir::qgis
