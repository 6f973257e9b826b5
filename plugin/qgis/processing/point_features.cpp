#include "plugin/qgis/processing/point_features.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsexception.h>
#include <qgsgeometry.h>

#include <cmath>

namespace terroir::qgis {

void requirePoints(const QgsProcessingFeatureSource& layer) {
    const compat::Wkb type = layer.wkbType();
    // Of no one type: then each feature says its own.
    if (type == compat::Wkb::Unknown || QgsWkbTypes::geometryType(type) == compat::pointKind)
        return;
    throw InputError(localText(
        "Lớp '{}' không phải lớp điểm mà là {}; hãy chọn một lớp điểm, hoặc làm điểm từ lớp "
        "này trước, ví dụ bằng native:pointonsurface.",
        "The layer '{}' has no points but {}; choose a layer of points, or make points of "
        "this one first, for example with native:pointonsurface.",
        fromQt(layer.sourceName()), fromQt(QgsWkbTypes::displayString(type))));
}

std::vector<int> numericFields(const QgsProcessingFeatureSource& layer, const QStringList& names) {
    const QgsFields fields = layer.fields();
    QStringList numeric;
    for (const QgsField& field : fields)
        if (field.isNumeric())
            numeric.append(field.name());
    std::vector<int> found;
    for (const QString& name : names) {
        const int index = fields.lookupField(name);
        if (index < 0 || !fields.at(index).isNumeric())
            throw UsageError(spoken(
                (index < 0 ? said("FIELDS: lớp '%1' không có trường '%2'; các trường số là: %3.",
                                  "FIELDS: the layer '%1' has no field '%2'; its numeric fields "
                                  "are: %3.")
                           : said("FIELDS: trường '%2' của lớp '%1' là chữ, không phải số; các "
                                  "trường số là: %3.",
                                  "FIELDS: the field '%2' of the layer '%1' holds no numbers; its "
                                  "numeric fields are: %3."))
                    .arg(layer.sourceName(), name,
                         numeric.isEmpty() ? said("không có", "none")
                                           : numeric.join(QStringLiteral(", ")))));
        found.push_back(index);
    }
    return found;
}

std::vector<gazetteer::LonLat> lonLatsOf(const QgsFeature& feature,
                                         const QgsCoordinateTransform& toLonLat) {
    std::vector<gazetteer::LonLat> points;
    const QgsGeometry geometry = feature.geometry();
    if (geometry.type() != compat::pointKind)
        return {};
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
