#pragma once

#include "core/base/date.hpp"

#include <qgspointxy.h>

#include <optional>

class QgsMapCanvas;
class QgsMapLayer;

namespace terroir::qgis {

/// Keeps the day whose units a layer shows with the layer.
void rememberDay(QgsMapLayer& layer, Date day);

/// The day of the uppermost layer of terroir that is shown and has something at the point (in the
/// canvas's coordinates): of a theme its own, of units that of when they were added; nothing without
/// such a layer.
std::optional<Date> dayAt(const QgsMapCanvas& canvas, QgsPointXY mapPoint);

} // namespace terroir::qgis
