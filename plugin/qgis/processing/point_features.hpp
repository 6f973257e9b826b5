#pragma once

#include "core/gazetteer/unit.hpp"

#include <qgscoordinatetransform.h>
#include <qgsfeature.h>

#include <optional>
#include <vector>

namespace terroir::qgis {

/// All points of a feature; none for a geometry that is empty or that cannot be transformed.
std::vector<gazetteer::LonLat> lonLatsOf(const QgsFeature& feature,
                                         const QgsCoordinateTransform& toLonLat);

/// The numbers in some of its fields; nothing for NULL and for what is no finite number.
std::vector<std::optional<double>> numbersOf(const QgsFeature& feature,
                                             const std::vector<int>& fields);

} // namespace terroir::qgis
