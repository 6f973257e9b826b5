#include "plugin/qgis/layer_day.hpp"

#include "plugin/qgis/text.hpp"
#include "plugin/qgis/theme_memory.hpp"

#include <qgsfeatureiterator.h>
#include <qgsgeometry.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

namespace terroir::qgis {

namespace {

const QString dayKey = QStringLiteral("terroir/day");

std::optional<Date> dayOf(const QgsMapLayer& layer) {
    if (const auto day = parseDate(qgis::fromQt(layer.customProperty(dayKey).toString())))
        return day;
    const auto memory = memoryOf(layer);
    return memory ? std::optional(memory->shown().asOf.value_or(Date::today())) : std::nullopt;
}

/// Symbols have a size: what lies within some pixels is hit.
bool isHit(const QgsMapCanvas& canvas, const QgsVectorLayer& layer, QgsPointXY mapPoint) {
    const double reach = 5 * canvas.mapUnitsPerPixel();
    try {
        QgsRectangle around(mapPoint.x() - reach, mapPoint.y() - reach, mapPoint.x() + reach,
                            mapPoint.y() + reach);
        around = canvas.mapSettings().mapToLayerCoordinates(&layer, around);
        QgsFeatureRequest request(around);
        request.setFlags(QgsFeatureRequest::ExactIntersect).setNoAttributes().setLimit(1);
        QgsFeature found;
        return layer.getFeatures(request).nextFeature(found);
    } catch (const QgsCsException&) {
        return false;
    }
}

} // namespace

void rememberDay(QgsMapLayer& layer, Date day) {
    layer.setCustomProperty(dayKey, toQt(day.toString()));
}

std::optional<Date> dayAt(const QgsMapCanvas& canvas, QgsPointXY mapPoint) {
    for (QgsMapLayer* const one : canvas.layers())
        if (const auto* layer = qobject_cast<QgsVectorLayer*>(one);
            layer != nullptr && layer->isSpatial())
            if (const auto day = dayOf(*layer); day && isHit(canvas, *layer, mapPoint))
                return day;
    return std::nullopt;
}

} // namespace terroir::qgis
