#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

class QgsProject;
class QgsVectorLayer;

namespace terroir::qgis {

class Desk;

// Layers that terroir made, in memory until their project is saved: then their rows go into a
// GeoPackage beside it, so that the project opens full, without the plugin too.

/// Makes a layer in memory one that goes along with its project. `table` is the name it is to have
/// there: letters, digits and '_'. QGIS asks no more whether its rows are to be lost.
void goAlongWithProject(QgsVectorLayer& layer, const QString& table);

/// "map_terroir.gpkg" beside the project "map.qgz", "map.qgs_terroir.gpkg" beside "map.qgs"; empty
/// for a project that was not saved, or not into a file.
QString fileBeside(const QgsProject& project);

/// Whether the rows of a layer are those in the GeoPackage of its project.
bool isStoredBeside(const QgsVectorLayer& layer, const QgsProject& project);

/// Such a layer is one in memory again, without rows; its look stays.
void takeOutOfStore(QgsVectorLayer& layer);

/// Stores the layers when a project is saved, before it is written; those that are being edited, or
/// have no rows, stay in memory, which is said.
class LayerStore final : public QObject {
    Q_OBJECT
public:
    explicit LayerStore(Desk& desk, QObject* parent = nullptr);

private:
    void store();
    void tellLeftOut(const QStringList& edited, const QStringList& empty) const;
    Desk& m_desk;
};

} // namespace terroir::qgis
