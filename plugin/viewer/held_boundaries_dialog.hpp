#pragma once

#include "core/boundaries/held.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/latest_run.hpp"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace terroir::viewer {

/// The official boundaries that the workspace holds, an import of a layer a row, as `terroir
/// boundaries list`; the selected ones can be removed, which can be undone.
class HeldBoundariesDialog final : public QDialog {
    Q_OBJECT
public:
    explicit HeldBoundariesDialog(Desk& desk, QWidget* parent = nullptr);

private:
    void read();
    void takeRows(std::vector<boundaries::HeldBoundaries> held);
    void remove();

    Desk& m_desk;
    LatestRun m_run;
    std::vector<boundaries::HeldBoundaries> m_held;
    QTableView* m_rows = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace terroir::viewer
