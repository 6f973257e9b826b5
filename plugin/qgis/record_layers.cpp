#include "plugin/qgis/record_layers.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/user_name.hpp"
#include "core/records/fields.hpp"
#include "plugin/qgis/desk.hpp"
#include "plugin/qgis/ground_features.hpp"
#include "plugin/qgis/record_layer_look.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/spotlight.hpp"
#include "plugin/qgis/text.hpp"

#include <QApplication>
#include <QTimer>
#include <qgisinterface.h>
#include <qgslayertree.h>
#include <qgsmemoryproviderutils.h>
#include <qgsproject.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayereditbuffer.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace terroir::qgis {

namespace {

const QString workspaceKey = QStringLiteral("terroir/records/workspace");
const QString kindKey = QStringLiteral("terroir/records/kind");

bool isRecordLayer(const QgsMapLayer& layer) {
    return layer.customProperties().contains(workspaceKey);
}

std::string kindIn(const QgsMapLayer& layer) {
    return fromQt(layer.customProperty(kindKey).toString());
}

std::filesystem::path workspaceOf(const QgsMapLayer& layer) {
    return fromQt(layer.customProperty(workspaceKey).toString());
}

std::vector<QgsVectorLayer*> recordLayers() {
    std::vector<QgsVectorLayer*> layers;
    for (QgsMapLayer* layer : QgsProject::instance()->mapLayers())
        if (auto* vector = qobject_cast<QgsVectorLayer*>(layer);
            vector != nullptr && isRecordLayer(*vector) &&
            vector->providerType() == QLatin1String("memory"))
            layers.push_back(vector);
    return layers;
}

QVariant textOrNull(const std::string& text) {
    return text.empty() ? QVariant() : QVariant(toQt(text));
}

std::string textOf(const QVariant& value) {
    return compat::isNull(value) ? std::string() : fromQt(value.toString().trimmed());
}

QgsFields fieldsOf(const std::vector<RecordColumn>& columns) {
    QgsFields fields;
    for (const RecordColumn& column : columns) {
        const QString name = toQt(column.field.field);
        fields.append(column.isNumber ? compat::realField(name) : compat::textField(name));
    }
    return fields;
}

QVariant cellOf(const RecordRow& row, const RecordColumn& column, std::size_t i) {
    if (!column.isNumber)
        return textOrNull(row.cells[i]);
    return row.hectares > 0 ? QVariant(row.hectares) : QVariant();
}

QString nameOf(const QString& subject, const QString& id) {
    return subject.isEmpty() ? id : QStringLiteral("%1 “%2”").arg(id, subject);
}

} // namespace

/// What waits in a layer to be saved.
struct RecordLayers::Edits {
    std::vector<workspace::RecordEdit> edits;
    std::vector<QgsFeatureId> features; ///< of each edit
    QStringList names;                  ///< of each edit, for people
    QStringList copied;                 ///< new ones whose attributes are those of a record
    workspace::EditsTogether done;
};

RecordLayers::RecordLayers(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {
    QgsProject* project = QgsProject::instance();
    connect(project, &QgsProject::layersAdded, this, &RecordLayers::adoptAll);
    connect(project, &QgsProject::readProject, this, [this] {
        adoptAll();
        refresh();
        sayOfOtherWorkspaces();
    });
    connect(&desk, &Desk::libraryChanged, this, &RecordLayers::refresh);
    adoptAll();
}

RecordLayers::~RecordLayers() = default;

void RecordLayers::adoptAll() {
    for (QgsVectorLayer* layer : recordLayers())
        adopt(layer);
}

void RecordLayers::adopt(QgsMapLayer* added) {
    auto* layer = qobject_cast<QgsVectorLayer*>(added);
    disconnect(layer, nullptr, this, nullptr);
    connect(layer, &QgsVectorLayer::beforeCommitChanges, this, [this, layer] { save(*layer); });
    connect(layer, &QgsVectorLayer::afterCommitChanges, this, [this] { m_desk.readAnew(); });
    connect(layer, &QgsVectorLayer::afterRollBack, this, [this] {
        QTimer::singleShot(0, this, &RecordLayers::refresh); // when QGIS has put all back
    });
}

void RecordLayers::add(const QString& kind) {
    if (m_desk.library() == nullptr)
        return;
    const QString file = toQt(m_desk.library()->contents->file);
    for (QgsVectorLayer* layer : recordLayers())
        if (layer->customProperty(workspaceKey).toString() == file &&
            layer->customProperty(kindKey).toString() == kind) {
            m_desk.qgis().setActiveLayer(layer);
            return refresh();
        }
    const records::KindInfo* known = records::findKind(fromQt(kind));
    const QString what = known == nullptr ? said("mọi loại", "any kind") : said(known->name);
    QgsProject& project = *QgsProject::instance();
    m_areFirst = project.mapLayers().isEmpty();
    QgsLayerTreeGroup* group = project.layerTreeRoot()->insertGroup(
        0, said("Bản ghi có vị trí: %1", "Records with a place: %1").arg(what));
    const std::vector<RecordColumn> columns = recordColumnsFor(fromQt(kind));
    for (const auto& [geometry, name] : {std::pair(compat::pointKind, said("Điểm", "Points")),
                                         std::pair(compat::lineKind, said("Đường", "Lines")),
                                         std::pair(compat::polygonKind, said("Vùng", "Zones"))}) {
        QgsVectorLayer* layer = QgsMemoryProviderUtils::createMemoryLayer(
            QStringLiteral("%1: %2").arg(name, what), fieldsOf(columns), wkbTypeOf(geometry),
            QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")));
        layer->setCustomProperty(workspaceKey, file);
        layer->setCustomProperty(kindKey, kind);
        // What it holds is in the workspace: nothing is lost with the project.
        layer->setCustomProperty(QStringLiteral("skipMemoryLayersCheck"), 1);
        lookLikeRecords(*layer, columns, kind);
        project.addMapLayer(layer, false); // owns it
        group->addLayer(layer);
    }
    m_desk.qgis().setActiveLayer(group->findLayers().constFirst()->layer());
    refresh();
}

/// Of an empty project the first rows are looked at.
void RecordLayers::lookAtFirst() {
    if (!std::exchange(m_areFirst, false))
        return;
    QList<QgsGeometry> extents;
    for (const QgsVectorLayer* layer : recordLayers())
        if (!layer->extent().isNull() && layer->featureCount() > 0)
            extents.append(QgsGeometry::fromRect(layer->extent().buffered(0.01)));
    if (!extents.isEmpty())
        zoomTo(m_desk.qgis(), extents);
}

QString RecordLayers::recordOf(const QgsVectorLayer& layer, QgsFeatureId feature) {
    return isRecordLayer(layer)
               ? layer.getFeature(feature).attribute(toQt(recordIdColumn)).toString()
               : QString();
}

void RecordLayers::refresh() {
    const LibraryPtr library = m_desk.library();
    if (library == nullptr)
        return;
    std::map<std::string, std::vector<QPointer<QgsVectorLayer>>> wanted;
    for (QgsVectorLayer* layer : recordLayers())
        if (workspaceOf(*layer) == library->contents->file && !layer->isModified())
            wanted[kindIn(*layer)].emplace_back(layer);
    for (const auto& [kind, layers] : wanted) {
        const auto rows = std::make_shared<std::vector<RecordRow>>();
        m_desk.jobs().start(
            said("terroir: bản ghi có vị trí", "terroir: records with a place"),
            [=, kind = kind, language = words().language()](const Progress&) {
                workspace::Workspace workspace(library->contents->file, store::Mode::ReadOnly,
                                               store::Spatial::Yes);
                *rows = recordRowsOf(*library->contents, workspace, kind, recordColumnsFor(kind),
                                     language);
            },
            [this, rows, layers = layers](const QString& problem) {
                if (!problem.isEmpty())
                    return m_desk.say(problem, Qgis::MessageLevel::Critical);
                for (const QPointer<QgsVectorLayer>& layer : layers)
                    if (!layer.isNull() && !layer->isModified())
                        fill(*layer, *rows);
                lookAtFirst();
            });
    }
}

void RecordLayers::sayOfOtherWorkspaces() {
    std::set<std::filesystem::path> others;
    for (const QgsVectorLayer* layer : recordLayers())
        if (m_desk.library() == nullptr || m_desk.library()->contents->file != workspaceOf(*layer))
            others.insert(workspaceOf(*layer));
    for (const std::filesystem::path& file : others)
        m_desk.say(said("Dự án có lớp bản ghi của không gian làm việc '%1'; hãy mở nó ở bảng "
                        "terroir để các lớp có dữ liệu.",
                        "The project has layers of records of the workspace '%1'; open it in the "
                        "terroir panel to fill them.")
                       .arg(toQt(file)),
                   Qgis::MessageLevel::Warning);
}

/// Features keep their numbers, and so their selection, as long as their record is there.
void RecordLayers::fill(QgsVectorLayer& layer, const std::vector<RecordRow>& rows) {
    QgsVectorDataProvider& provider = *layer.dataProvider();
    const std::vector<RecordColumn> columns = recordColumnsFor(kindIn(layer));
    const QgsFields fields = provider.fields();
    std::vector<int> indexes;
    for (const RecordColumn& column : columns)
        indexes.push_back(fields.lookupField(toQt(column.field.field)));
    const int idIndex = fields.lookupField(toQt(recordIdColumn));
    if (idIndex < 0)
        return;
    std::map<std::string, QgsFeature> before;
    QgsFeatureIds gone;
    QgsFeature feature;
    for (QgsFeatureIterator all = provider.getFeatures(); all.nextFeature(feature);)
        if (!before.emplace(textOf(feature.attribute(idIndex)), feature).second)
            gone.insert(feature.id());
    QgsChangedAttributesMap attributes;
    QgsGeometryMap geometries;
    QgsFeatureList added;
    std::map<std::string, records::FieldTexts>& seen = m_seen[layer.id()];
    seen.clear();
    for (const RecordRow& row : rows) {
        if (kindOf(row.ground.shape) != layer.geometryType())
            continue;
        seen[row.id] = row.seen;
        const QgsGeometry geometry = geometryOf(row.ground.shape);
        const auto node = before.extract(row.id);
        QgsFeature one = node.empty() ? QgsFeature(fields) : node.mapped();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (indexes[i] < 0)
                continue;
            const QVariant now = cellOf(row, columns[i], i);
            if (!node.empty() && textOf(one.attribute(indexes[i])) != textOf(now))
                attributes[one.id()][indexes[i]] = now;
            one.setAttribute(indexes[i], now);
        }
        if (!node.empty() && !one.geometry().equals(geometry))
            geometries[one.id()] = geometry;
        one.setGeometry(geometry);
        if (node.empty())
            added.append(one);
    }
    for (const auto& [id, left] : before)
        gone.insert(left.id());
    if (attributes.isEmpty() && geometries.isEmpty() && added.isEmpty() && gone.isEmpty())
        return;
    provider.deleteFeatures(gone);
    provider.changeFeatures(attributes, geometries);
    provider.addFeatures(added);
    layer.updateExtents(true);
    emit layer.dataChanged();
    layer.triggerRepaint();
}

RecordLayers::Edits RecordLayers::editsOf(const QgsVectorLayer& layer) const {
    Edits all;
    const QgsVectorLayerEditBuffer& buffer =
        *const_cast<QgsVectorLayer&>(layer).editBuffer(); // a getter that only reads
    const QgsFields fields = layer.fields();
    const std::vector<RecordColumn> columns = recordColumnsFor(kindIn(layer));
    const auto columnOf = [&](int index) {
        const std::string name = fromQt(fields.at(index).name());
        return std::find_if(columns.begin(), columns.end(),
                            [&](const RecordColumn& column) { return column.field.field == name; });
    };
    const auto refuse = [&](const LocalText& why) {
        all.done.refused.push_back({all.edits.size(), why});
    };
    const auto add = [&](workspace::RecordEdit edit, QgsFeatureId feature, const QString& name) {
        all.edits.push_back(std::move(edit));
        all.features.push_back(feature);
        all.names.append(name);
    };
    const auto groundFor = [](const QgsGeometry& geometry) {
        return workspace::GroundChange::to({groundOf(geometry), records::Accuracy::Drawn, "QGIS"});
    };
    if (!buffer.addedAttributes().isEmpty() || !buffer.deletedAttributeIds().isEmpty()) {
        refuse({"Cột của lớp bản ghi là các trường của terroir, không thêm hay xóa được; hãy hoàn "
                "tác (Ctrl+Z) việc sửa cột.",
                "The columns of a layer of records are terroir's fields and cannot be added or "
                "deleted; undo (Ctrl+Z) the change of columns."});
        add({}, 0, layer.name());
        return all;
    }
    const std::map<std::string, records::FieldTexts> noneSeen;
    const auto ofLayer = m_seen.find(layer.id());
    const auto& seen = ofLayer == m_seen.end() ? noneSeen : ofLayer->second;
    const QgsChangedAttributesMap changed = buffer.changedAttributeValues();
    const QgsGeometryMap moved = buffer.changedGeometries();
    const QgsFeatureIds deleted = buffer.deletedFeatureIds();
    std::set<QgsFeatureId> touched(deleted.begin(), deleted.end());
    for (auto at = changed.begin(); at != changed.end(); ++at)
        touched.insert(at.key());
    for (auto at = moved.begin(); at != moved.end(); ++at)
        touched.insert(at.key());
    for (const QgsFeatureId id : touched) {
        // As the workspace has it: the edited one may be gone, or say another id.
        QgsFeature before;
        layer.dataProvider()->getFeatures(QgsFeatureRequest(id)).nextFeature(before);
        workspace::RecordEdit edit;
        edit.id = textOf(before.attribute(toQt(recordIdColumn)));
        edit.isDeletion = deleted.contains(id);
        if (const auto known = seen.find(edit.id); known != seen.end())
            edit.seen = known->second;
        if (!edit.isDeletion && moved.contains(id))
            edit.ground = groundFor(moved[id]);
        if (!edit.isDeletion)
            for (auto at = changed[id].begin(); at != changed[id].end(); ++at) {
                const std::string now = textOf(at.value());
                if (now == textOf(before.attribute(at.key())))
                    continue;
                const auto column = columnOf(at.key());
                if (column != columns.end() && !column->isComputed)
                    edit.texts[column->field.field] = now;
                else
                    refuse(localText("Cột '{}' do terroir tính nên không sửa được; hãy trả lại giá "
                                     "trị cũ.",
                                     "The column '{}' is made by terroir and cannot be changed; "
                                     "put the old value back.",
                                     fromQt(layer.attributeDisplayName(at.key()))));
            }
        if (edit.isDeletion || edit.ground.isChange || !edit.texts.empty() ||
            (!all.done.refused.empty() && all.done.refused.back().edit == all.edits.size()))
            add(std::move(edit), id,
                nameOf(before.attribute(QStringLiteral("subject")).toString(),
                       before.attribute(toQt(recordIdColumn)).toString()));
    }
    const QgsFeatureMap added = buffer.addedFeatures();
    int number = 0;
    for (auto at = added.end(); at != added.begin();) { // the numbers of new ones run backwards
        --at;
        const QgsFeature& feature = at.value();
        workspace::RecordEdit edit;
        for (int i = 0; i < fields.count(); ++i)
            if (const auto column = columnOf(i); column != columns.end() && !column->isComputed)
                if (std::string text = textOf(feature.attribute(i)); !text.empty())
                    edit.texts[column->field.field] = std::move(text);
        if (const auto kind = edit.texts.extract(std::string(recordKindColumn)); !kind.empty())
            edit.kind = kind.mapped();
        edit.ground = groundFor(feature.geometry());
        const QString name = nameOf(feature.attribute(QStringLiteral("subject")).toString(),
                                    said("mới %1", "new %1").arg(++number));
        if (records::findKind(edit.kind) == nullptr)
            refuse({"Bản ghi mới cần có loại; hãy chọn ở cột “Loại”.",
                    "A new record needs a kind; choose one in the column “Kind”."});
        if (!textOf(feature.attribute(toQt(recordIdColumn))).empty())
            all.copied.append(name);
        add(std::move(edit), at.key(), name);
    }
    return all;
}

void RecordLayers::save(QgsVectorLayer& layer) {
    if (layer.editBuffer() == nullptr)
        return;
    layer.setAllowCommit(false); // until the workspace has taken it
    Edits edits = editsOf(layer);
    if (edits.done.refused.empty() && !edits.edits.empty()) {
        QApplication::setOverrideCursor(Qt::WaitCursor);
        try {
            workspace::Workspace workspace(workspaceOf(layer), store::Mode::ReadWrite,
                                           store::Spatial::Yes);
            edits.done = workspace::editTogether(workspace, userName(), edits.edits);
            // Of what others changed meanwhile a sentence tells: saving once more replaces it.
            rememberSeen(layer, workspace, edits);
        } catch (const std::exception& error) {
            QApplication::restoreOverrideCursor();
            return m_desk.say(said("Chưa lưu gì, các sửa đổi vẫn còn trong lớp: %1",
                                   "Nothing is saved, the edits are still in the layer: %1")
                                  .arg(said(error)),
                              Qgis::MessageLevel::Critical);
        }
        QApplication::restoreOverrideCursor();
    }
    if (!edits.done.refused.empty())
        return sayRefused(layer, edits);
    const int idIndex = layer.fields().lookupField(toQt(recordIdColumn));
    for (std::size_t i = 0; i < edits.done.made.size(); ++i)
        if (edits.edits[i].id.empty())
            layer.changeAttributeValue(edits.features[i], idIndex,
                                       toQt(edits.done.made[i].record.id));
    layer.setAllowCommit(true);
    sayDone(edits);
}

void RecordLayers::sayRefused(QgsVectorLayer& layer, const Edits& edits) {
    constexpr int mostSaid = 3;
    QgsFeatureIds refused;
    for (const workspace::EditsTogether::Refusal& one : edits.done.refused)
        refused.insert(edits.features[one.edit]);
    layer.selectByIds(refused);
    const QString kept = said("Chưa lưu gì, mọi sửa đổi vẫn còn trong lớp",
                              "Nothing is saved, all edits are still in the layer");
    const int count = int(edits.done.refused.size());
    // The message bar shows the last one on top.
    if (count > mostSaid)
        m_desk.say(said("%1: còn %2 dòng nữa bị từ chối; các đối tượng ấy đang được chọn.",
                        "%1: %2 more rows are refused; their features are selected.")
                       .arg(kept)
                       .arg(count - mostSaid),
                   Qgis::MessageLevel::Critical);
    for (int i = std::min(count, mostSaid) - 1; i >= 0; --i) {
        const workspace::EditsTogether::Refusal& one = edits.done.refused[std::size_t(i)];
        m_desk.say(
            QStringLiteral("%1. %2: %3").arg(kept, edits.names.value(int(one.edit)), said(one.why)),
            Qgis::MessageLevel::Critical);
    }
}

void RecordLayers::rememberSeen(const QgsVectorLayer& layer, workspace::Workspace& workspace,
                                const Edits& edits) {
    std::map<std::string, records::FieldTexts>& seen = m_seen[layer.id()];
    const auto look = [&](const std::string& id) {
        const auto record = records::loadRecord(workspace.file(), id);
        if (!record)
            return void(seen.erase(id));
        const auto ground = records::loadGround(workspace.file(), id);
        seen[id] = workspace::seenTexts(*record, ground ? &*ground : nullptr);
    };
    for (const workspace::EditsTogether::Refusal& one : edits.done.refused)
        look(edits.edits[one.edit].id);
    for (const records::EditedRecord& one : edits.done.made)
        look(one.record.id);
}

void RecordLayers::sayDone(const Edits& edits) {
    const std::vector<records::EditedRecord>& made = edits.done.made;
    for (std::size_t i = 0; i < made.size(); ++i)
        for (const LocalText& remark : made[i].remarks)
            m_desk.say(QStringLiteral("%1: %2").arg(edits.names[int(i)], said(remark)),
                       made[i].isDoubtful ? Qgis::MessageLevel::Warning : Qgis::MessageLevel::Info);
    if (!edits.copied.isEmpty())
        m_desk.say(said("Bản ghi mới chép từ một bản ghi khác, kể cả số liệu: %1. Hãy sửa giá trị "
                        "để không tính hai lần.",
                        "New records are copies of others, with their figures: %1. Change their "
                        "values, or they count twice.")
                       .arg(edits.copied.join(QStringLiteral(", "))),
                   Qgis::MessageLevel::Warning);
}

} // namespace terroir::qgis
