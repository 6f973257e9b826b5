#pragma once

#include "core/records/record_filter.hpp"
#include "plugin/qgis/desk.hpp"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QTreeView;

namespace terroir::qgis {

class RecordLayers;
class RecordListModel;

/// All records of the workspace, filtered by the words of records::RecordFilter; they are added,
/// changed and deleted here, and what was done last is undone.
class RecordListPage final : public QWidget {
    Q_OBJECT
public:
    RecordListPage(Desk& desk, QWidget* parent);

private:
    void takeLibrary();
    void list();
    records::RecordFilter filter() const;
    std::vector<std::size_t> chosen() const;
    void followChoice();
    void addRecord();
    void changeRecord();
    void deleteRecords();
    void undo();
    void showRecord();
    void fillForces();
    void addLayers();

    Desk& m_desk;
    QComboBox *m_kind = nullptr, *m_source = nullptr, *m_state = nullptr, *m_force = nullptr;
    QLineEdit *m_subject = nullptr, *m_holder = nullptr, *m_text = nullptr;
    QLabel* m_count = nullptr;
    QTreeView* m_list = nullptr;
    QPushButton *m_change = nullptr, *m_delete = nullptr;
    RecordListModel* m_model = nullptr;
    QTimer* m_later = nullptr;
    RecordLayers* m_layers = nullptr;
};

} // namespace terroir::qgis
