#include "plugin/qgis/canvas_coordinates.hpp"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>

namespace terroir::qgis {

namespace {

/// Room on each side of what is shown, as a share of it.
constexpr double room = 0.2;

/// From lon/lat to the canvas.
QgsCoordinateTransform transformOf(const QgsMapCanvas& canvas) {
    QgsCoordinateTransform transform(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")),
                                     canvas.mapSettings().destinationCrs(), QgsProject::instance());
    transform.setBallparkTransformsAreAppropriate(true);
    return transform;
}

std::optional<QgsPointXY> transformed(const QgsMapCanvas& canvas, QgsPointXY point,
                                      Qgis::TransformDirection direction) {
    try {
        return transformOf(canvas).transform(point, direction);
    } catch (const QgsCsException&) {
        return std::nullopt;
    }
}

} // namespace

std::optional<QgsPointXY> toLonLat(const QgsMapCanvas& canvas, QgsPointXY mapPoint) {
    return transformed(canvas, mapPoint, Qgis::TransformDirection::Reverse);
}

std::optional<QgsPointXY> toMap(const QgsMapCanvas& canvas, QgsPointXY lonLat) {
    return transformed(canvas, lonLat, Qgis::TransformDirection::Forward);
}

void showBox(QgsMapCanvas& canvas, const QgsRectangle& lonLat) {
    try {
        QgsRectangle extent = transformOf(canvas).transformBoundingBox(lonLat);
        extent.scale(1 + 2 * room);
        canvas.setExtent(extent);
        canvas.refresh();
    } catch (const QgsCsException&) {
    }
}

} // namespace terroir::qgis
