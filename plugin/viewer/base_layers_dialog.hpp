#pragma once

#include "core/base_map/base_layers.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/latest_run.hpp"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace terroir::viewer {

/// The base map of the workspace, a layer a row, as `terroir base list`: files are added, and the
/// selected rows taken out. Both can be undone.
class BaseLayersDialog final : public QDialog {
    Q_OBJECT
public:
    explicit BaseLayersDialog(Desk& desk, QWidget* parent = nullptr);

    /// Adds a file, of several layers all of them.
    void addFile(const QString& file);

private:
    void chooseFile();
    void read();
    void takeRows(std::vector<base_map::BaseLayer> layers);
    void remove();
    void edit(const QString& title, const std::function<void(store::WorkspaceFile&)>& change);

    Desk& m_desk;
    LatestRun m_run;
    std::vector<base_map::BaseLayer> m_layers;
    QTableView* m_rows = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace terroir::viewer
