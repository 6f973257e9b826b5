#pragma once

#include "core/gazetteer/unit.hpp"

class QgsVectorLayer;

namespace terroir::qgis {

class Desk;

/// Puts the outlines and names of the units of the desk's day into the project, as a layer in
/// memory: the provinces of the country, or the districts or communes of the province of the chosen
/// unit. Read in the background; outlines within 10 m of the imported ones, dotted when one of
/// them is approximate.
void addUnitLayer(Desk& desk, gazetteer::Level level);

/// Thin outlines without fill, with the names of the column `name`: under or over other layers.
/// Dotted where a boundary is approximate.
void lookLikeUnits(QgsVectorLayer& layer, bool approximate);

} // namespace terroir::qgis
