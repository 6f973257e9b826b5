#pragma once

#include "core/workspace/record_edits.hpp"
#include "plugin/qgis/record_layer_rows.hpp"

#include <QObject>
#include <QPointer>
#include <qgsfeatureid.h>

#include <map>
#include <memory>

class QgsMapLayer;
class QgsVectorLayer;

namespace terroir::qgis {

class Desk;

/// Records with ground of their own as layers of points, lines and zones that QGIS's own tools
/// edit. Saving the edits of a layer goes through workspace::editTogether(): all are stored, or
/// none and all stay in the layer, with a sentence for each that was refused. The rows are in
/// memory, and those of the workspace: they are read again after every edit, whoever made it, and
/// when a project is opened.
class RecordLayers final : public QObject {
    Q_OBJECT
public:
    explicit RecordLayers(Desk& desk, QObject* parent = nullptr);
    ~RecordLayers() override;

    /// A group with the three layers for a kind (empty: any) of the open workspace; when they are
    /// there, they are read again.
    void add(const QString& kind);

    /// The record that a feature of such a layer is; empty for other layers and new features.
    static QString recordOf(const QgsVectorLayer& layer, QgsFeatureId feature);

private:
    struct Edits;
    void adopt(QgsMapLayer* layer);
    void adoptAll();
    /// Of layers without edits that wait to be saved.
    void refresh();
    void lookAtFirst();
    void fill(QgsVectorLayer& layer, const std::vector<RecordRow>& rows);
    void save(QgsVectorLayer& layer);
    Edits editsOf(const QgsVectorLayer& layer) const;
    /// What the records of these edits say now.
    void rememberSeen(const QgsVectorLayer& layer, workspace::Workspace& workspace,
                      const Edits& edits);
    void sayOfOtherWorkspaces();
    void sayRefused(QgsVectorLayer& layer, const Edits& edits);
    void sayDone(const Edits& edits);

    Desk& m_desk;
    bool m_areFirst = false; ///< there was no other layer when these were added
    /// By layer and record: what it said when the layer was filled.
    std::map<QString, std::map<std::string, records::FieldTexts>> m_seen;
};

} // namespace terroir::qgis
