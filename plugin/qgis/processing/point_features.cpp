#include "plugin/qgis/processing/point_features.hpp"

#include "plugin/qgis/compat.hpp"

#include <qgsexception.h>
#include <qgsgeometry.h>

#include <cmath>

namespace terroir::qgis {

std::vector<gazetteer::LonLat> lonLatsOf(const QgsFeature& feature,
                                         const QgsCoordinateTransform& toLonLat) {
    std::vector<gazetteer::LonLat> points;
    const QgsGeometry geometry = feature.geometry();
    try {
        for (auto vertex = geometry.vertices_begin(); vertex != geometry.vertices_end(); ++vertex) {
            const QgsPointXY point = toLonLat.transform(QgsPointXY(*vertex));
            if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
                return {};
            points.push_back({point.x(), point.y()});
        }
    } catch (const QgsCsException&) {
        return {};
    }
    return points;
}

std::vector<std::optional<double>> numbersOf(const QgsFeature& feature,
                                             const std::vector<int>& fields) {
    std::vector<std::optional<double>> numbers;
    for (const int field : fields) {
        bool isNumber = false;
        const QVariant value = feature.attribute(field);
        const double number = value.toDouble(&isNumber);
        const bool isKnown = !compat::isNull(value) && isNumber && std::isfinite(number);
        numbers.push_back(isKnown ? std::optional(number) : std::nullopt);
    }
    return numbers;
}

} // namespace terroir::qgis
