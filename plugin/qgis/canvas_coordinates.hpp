#pragma once

#include <qgspointxy.h>
#include <qgsrectangle.h>

#include <optional>

class QgsMapCanvas;

namespace terroir::qgis {

// Between the projection of the canvas and lon/lat (EPSG:4326); nothing where a projection has no
// such point.

std::optional<QgsPointXY> toLonLat(const QgsMapCanvas& canvas, QgsPointXY mapPoint);
std::optional<QgsPointXY> toMap(const QgsMapCanvas& canvas, QgsPointXY lonLat);

/// The canvas shows the lon/lat box with room around it; stays where it is when it cannot.
void showBox(QgsMapCanvas& canvas, const QgsRectangle& lonLat);

} // namespace terroir::qgis
