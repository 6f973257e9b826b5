#include "plugin/qgis/processing/stored_style.hpp"

#include <QFileInfo>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

namespace terroir::qgis {

bool isOpenedHere(const QgsVectorLayer& layer, const QVariant& given, const QgsProject* project) {
    const QString name = given.toString();
    return !name.isEmpty() && name != layer.id() &&
           (project == nullptr || project->mapLayer(layer.id()) != &layer);
}

QString storeStyle(QgsVectorLayer& layer, const QString& name) {
    const QString file = layer.source().section(u'|', 0, 0);
    if (layer.providerType() != QLatin1String("ogr") || !QFileInfo::exists(file))
        return {};
    QString problem;
    if (file.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive)) {
        layer.saveStyleToDatabase(name, QString(), true, QString(), problem);
        return problem;
    }
    bool isWritten = false;
    problem = layer.saveNamedStyle(QFileInfo(file).path() + u'/' +
                                       QFileInfo(file).completeBaseName() + QStringLiteral(".qml"),
                                   isWritten);
    return isWritten ? QString() : problem;
}

} // namespace terroir::qgis
