#include "plugin/qgis/layer_store.hpp"

#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QDir>
#include <QFileInfo>
#include <qgsproject.h>
#include <qgsproviderregistry.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerexporter.h>

#include <set>
#include <vector>

namespace terroir::qgis {

namespace {

const QString tableKey = QStringLiteral("terroir/table");
const QString memory = QStringLiteral("memory");

bool goesAlong(const QgsVectorLayer& layer) {
    return layer.isValid() && !layer.customProperty(tableKey).toString().isEmpty();
}

/// The file and the table that a layer of a GeoPackage shows.
std::pair<QString, QString> sourceOf(const QgsVectorLayer& layer) {
    if (layer.providerType() != QLatin1String("ogr"))
        return {};
    const QVariantMap parts =
        QgsProviderRegistry::instance()->decodeUri(layer.providerType(), layer.source());
    return {QFileInfo(parts[QStringLiteral("path")].toString()).absoluteFilePath(),
            parts[QStringLiteral("layerName")].toString()};
}

QString freeName(const QString& wanted, const std::set<QString>& taken) {
    QString name = wanted;
    for (int number = 2; taken.count(name.toLower()) > 0; ++number)
        name = QStringLiteral("%1_%2").arg(wanted).arg(number);
    return name;
}

/// Writes the rows into a table of the file, in place of one of that name. What went wrong, else
/// nothing.
QString writeRows(const QgsVectorLayer& layer, const QString& file, const QString& table) {
    QgsFields fields;
    QList<int> columns;
    for (int i = 0; i < layer.fields().count(); ++i)
        if (layer.fields().at(i).name() != QLatin1String("fid")) { // the key of a GeoPackage
            fields.append(layer.fields().at(i));
            columns.append(i);
        }
    QgsVectorLayerExporter rows(file, QStringLiteral("ogr"), fields, layer.wkbType(), layer.crs(),
                                true,
                                {{QStringLiteral("driverName"), QStringLiteral("GPKG")},
                                 {QStringLiteral("layerName"), table},
                                 {QStringLiteral("update"), QFileInfo::exists(file)}});
    const auto problem = [&] {
        return rows.errorMessage().isEmpty() ? rows.lastError() : rows.errorMessage();
    };
    if (rows.errorCode() != Qgis::VectorExportResult::Success)
        return problem();
    QgsFeature feature;
    for (QgsFeatureIterator all = layer.getFeatures(); all.nextFeature(feature);) {
        QgsFeature row(fields);
        row.setGeometry(feature.geometry());
        for (int i = 0; i < columns.size(); ++i)
            row.setAttribute(i, feature.attribute(columns[i]));
        if (!rows.addFeature(row, QgsFeatureSink::FastInsert))
            return problem();
    }
    return rows.flushBuffer() && rows.errorCount() == 0 ? QString() : problem();
}

} // namespace

void goAlongWithProject(QgsVectorLayer& layer, const QString& table) {
    layer.setCustomProperty(tableKey, table);
    layer.setCustomProperty(QStringLiteral("skipMemoryLayersCheck"), 1);
}

QString fileBeside(const QgsProject& project) {
    const QString file = project.fileName();
    const QFileInfo info(file);
    // Projects of databases have names like "postgresql://…" and "geopackage:/…".
    if (file.isEmpty() || !info.isAbsolute() || !info.absoluteDir().exists())
        return {};
    // "map.qgs" may stand beside "map.qgz": each has rows of its own.
    const bool isUsual = info.suffix().compare(QLatin1String("qgz"), Qt::CaseInsensitive) == 0;
    return info.absoluteDir().filePath((isUsual ? info.completeBaseName() : info.fileName()) +
                                       QStringLiteral("_terroir.gpkg"));
}

bool isStoredBeside(const QgsVectorLayer& layer, const QgsProject& project) {
    const QString file = fileBeside(project);
    return goesAlong(layer) && !file.isEmpty() && sourceOf(layer).first == file;
}

void takeOutOfStore(QgsVectorLayer& layer) {
    const QString geometry = layer.isSpatial() ? QgsWkbTypes::displayString(layer.wkbType())
                                               : QStringLiteral("NoGeometry");
    layer.setDataSource(QStringLiteral("%1?crs=%2").arg(geometry, layer.crs().authid()),
                        layer.name(), memory);
}

LayerStore::LayerStore(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {
    connect(QgsProject::instance(), &QgsProject::writeProject, this, &LayerStore::store);
}

void LayerStore::tellLeftOut(const QStringList& edited, const QStringList& empty) const {
    const QString parting = QStringLiteral("', '");
    if (!edited.isEmpty())
        m_desk.say(
            said("Các lớp '%1' đang được sửa nên chưa được ghi cùng dự án, mở lại sẽ trống; "
                 "hãy lưu sửa đổi của lớp rồi lưu lại dự án.",
                 "The layers '%1' are being edited and were not stored with the project: they "
                 "are empty when it is opened. Save their edits, then the project again.")
                .arg(edited.join(parting)),
            Qgis::MessageLevel::Warning);
    if (!empty.isEmpty())
        m_desk.say(said("Các lớp '%1' không có dòng nào nên không được ghi cùng dự án.",
                        "The layers '%1' have no rows and were not stored with the project.")
                       .arg(empty.join(parting)));
}

void LayerStore::store() {
    const QgsProject& project = *QgsProject::instance();
    const QString file = fileBeside(project);
    if (file.isEmpty())
        return;
    std::vector<QgsVectorLayer*> wanted, stored;
    std::set<QString> taken;
    QStringList edited, empty;
    for (QgsMapLayer* layer : project.mapLayers()) {
        auto* vector = qobject_cast<QgsVectorLayer*>(layer);
        if (vector == nullptr)
            continue;
        const auto [path, table] = sourceOf(*vector);
        if (path == file) {
            taken.insert(table.toLower());
            stored.push_back(vector);
        }
        // Of a project that is saved under another name: its rows go along, too.
        else if (goesAlong(*vector) && (vector->providerType() == memory ||
                                        path.endsWith(QStringLiteral("_terroir.gpkg")))) {
            if (vector->isEditable())
                edited.append(vector->name());
            else if (vector->featureCount() == 0)
                empty.append(vector->name());
            else
                wanted.push_back(vector);
        }
    }
    tellLeftOut(edited, empty);
    if (wanted.empty())
        return;
    const bool isNew = !QFileInfo::exists(file);
    QStringList problems;
    std::vector<std::pair<QgsVectorLayer*, QString>> written;
    for (QgsVectorLayer* layer : wanted) {
        const QString table = freeName(layer->customProperty(tableKey).toString(), taken);
        taken.insert(table.toLower());
        if (const QString problem = writeRows(*layer, file, table); problem.isEmpty())
            written.emplace_back(layer, table);
        else
            problems.append(problem);
    }
    // The file has changed under those that read it: only now they look into it, and look again.
    for (const auto& [layer, table] : written)
        layer->setDataSource(QStringLiteral("%1|layername=%2").arg(file, table), layer->name(),
                             QStringLiteral("ogr"));
    for (QgsVectorLayer* layer : stored)
        layer->dataProvider()->reloadData();
    if (!problems.isEmpty())
        return m_desk.say(said("Không ghi được các lớp của terroir vào '%1' (%2); dự án lưu chúng "
                               "là lớp tạm, mở lại sẽ trống. Hãy lưu dự án ở thư mục ghi được.",
                               "The layers of terroir could not be written into '%1' (%2); the "
                               "project has them as temporary layers, which are empty when it is "
                               "opened. Save the project in a folder that can be written.")
                              .arg(file, problems.join(QStringLiteral("; "))),
                          Qgis::MessageLevel::Critical);
    if (isNew)
        m_desk.say(said("Số liệu của các lớp terroir nằm trong '%1' bên cạnh dự án; hãy gửi cả hai "
                        "tệp khi chia sẻ.",
                        "The rows of the layers of terroir are in '%1' beside the project; hand on "
                        "both files.")
                       .arg(QFileInfo(file).fileName()));
}

} // namespace terroir::qgis
