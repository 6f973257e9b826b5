#pragma once

#include "plugin/qgis/processing/unit_shapes.hpp"

#include <qgsattributes.h>
#include <qgsfields.h>

namespace terroir::qgis {

/// The fields that every layer of units begins with: uid, code, type, name, level, parent,
/// area_km2, population and boundary (official or approximate).
QgsFields unitFields();

/// Their values, with the parent of the day.
QgsAttributes unitAttributes(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex unit,
                             Date asOf, const UnitShapes& shapes);

/// "huyện Tam Đường"; words for the whole country.
QString unitName(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitIndex unit);

} // namespace terroir::qgis
