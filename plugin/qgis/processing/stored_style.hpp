#pragma once

#include <QString>

class QVariant;
class QgsProject;
class QgsVectorLayer;

namespace terroir::qgis {

/// Whether Processing has opened the layer for one run, by the text that a parameter was `given`
/// as: nobody sees it then, and it is gone afterwards.
bool isOpenedHere(const QgsVectorLayer& layer, const QVariant& given, const QgsProject* project);

/// Keeps the style of a layer with its file, so that it opens right anywhere: in a GeoPackage among
/// its styles, else beside the file. Empty, or why that failed.
QString storeStyle(QgsVectorLayer& layer, const QString& name);

} // namespace terroir::qgis
